import { join } from 'node:path';
import { grants, type Right, rightNames, roleDuties, roleNames, roles } from '#shared/rights.ts';
import { type ListColumn, listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';

export interface RightsInput {
  /** All of the contract. */
  operations: readonly { label: string; right: Right }[];
  officeName: string;
  today: string;
}

const roleColumns = roles.map((role): ListColumn => [roleNames[role], 12, 'center']);

/**
 * Who may do what, as the core checks it: right by right on the first sheet, operation by operation on the second.
 * @returns path in the job's folder
 */
export async function exportRights(
  { operations, officeName, today }: RightsInput,
  job: JobContext,
): Promise<{ path: string }> {
  job.progress(null, '写入权限表');
  const caption = { left: officeName, right: `截至 ${today}` };
  const rights = (Object.keys(rightNames) as Right[]).filter((right) =>
    operations.some((operation) => operation.right === right),
  );
  const labelsOf = (right: Right) => [
    ...new Set(operations.filter((each) => each.right === right).map(({ label }) => label)),
  ];
  const byRight = listPaper({
    name: '权限表',
    columns: [['权限', 26, 'left'], ['操作', 8, 'center'], ...roleColumns],
    title: '身份与权限对照表',
    caption,
    rows: rights.map((right) =>
      paperRow([rightNames[right], `${labelsOf(right).length} 项`, ...marksOf(right)]),
    ),
  });
  const byOperation = listPaper({
    name: '逐项操作',
    columns: [['操作', 34, 'left'], ['权限', 26, 'left'], ...roleColumns],
    title: '各项操作由谁可做',
    caption,
    rows: rights.flatMap((right) =>
      labelsOf(right).map((label) => paperRow([label, rightNames[right], ...marksOf(right)])),
    ),
  });
  const foot = [
    ...roles.map((role) => `${roleNames[role]}：${roleDuties[role]}`),
    '一人可有几种身份，权限相加。本表由程序按实际核对权限的同一份数据生成。',
  ];
  const path = join(job.temporaryFolder, 'rights.xlsx');
  await writePaperWorkbook(path, [{ ...byRight, foot }, byOperation], [], () => job.throwIfCancelled());
  return { path };
}

function marksOf(right: Right): string[] {
  return roles.map((role) => (grants([role], right) ? '√' : ''));
}
