import { join } from 'node:path';
import type { BrigadeFilter, BrigadeRow } from '#shared/contract/brigades.ts';
import { courseOf } from '#shared/rules/brigades/course.ts';
import { brigadeClassNames, brigadeStageNames, brigadeStages } from '#shared/rules/brigades/model.ts';
import { rateText } from '#shared/rules/brigades/rate-text.ts';
import { brigadeStateNames } from '#shared/rules/brigades/state.ts';
import { type ListColumn, listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { listBrigades } from './rows.ts';
import { brigadeStandard } from './standard.ts';

export interface LedgerInput {
  filter: BrigadeFilter;
  officeName: string;
  today: string;
}

const columns: readonly ListColumn[] = [
  ['序号', 6, 'center'],
  ['县(市、区)', 14, 'left'],
  ['乡镇(街道)', 18, 'left'],
  ['类别', 12, 'center'],
  ['状态', 12, 'center'],
  ['队长', 10, 'center'],
  ['电话', 14, 'center'],
  ['人员', 7, 'center'],
  ['驾驶员', 8, 'center'],
  ['水罐车', 8, 'center'],
  ...brigadeStages.map((stage): ListColumn => [brigadeStageNames[stage], 13, 'center']),
  ['欠缺和滞后', 30, 'left'],
];

/** Every town with its stages: the day it was done, or the planned one in brackets. @returns path in the job's folder */
export async function exportBrigades(
  { filter, officeName, today }: LedgerInput,
  job: JobContext,
): Promise<{ path: string }> {
  job.progress(null, '写入台账');
  const { rows, rate } = listBrigades(job.db, filter, today);
  const { people, drivers, tenders, source } = brigadeStandard(job.db);
  const sheet = listPaper({
    name: '专职消防队',
    columns,
    title: '乡镇专职消防队建设台账',
    caption: {
      left: `填报单位：${officeName}`,
      right: `截至 ${today}，${rateText(rate)}`,
    },
    rows: rows.map(rowOf),
    frozenColumns: 3,
  });
  const least = `人员不少于 ${people} 人，其中驾驶员不少于 ${drivers} 人，水罐车不少于 ${tenders} 辆`;
  const foot = [`标准：${least}。依据：${source}`];
  const path = join(job.temporaryFolder, 'brigades.xlsx');
  await writePaperWorkbook(path, [{ ...sheet, foot }], [], () => job.throwIfCancelled());
  return { path };
}

function rowOf({ countyName, name, fields, state, remarks }: BrigadeRow, place: number) {
  const course = fields === null ? null : courseOf(fields);
  return paperRow([
    place + 1,
    countyName,
    name,
    fields === null ? '' : brigadeClassNames[fields.class],
    brigadeStateNames[state],
    fields?.leader ?? '',
    fields?.phone ?? '',
    fields?.people ?? '',
    fields?.drivers ?? '',
    fields?.tenders ?? '',
    ...brigadeStages.map((stage) => {
      const days = course?.[stage];
      if (days === undefined) return '';
      return days.doneOn ?? (days.plannedOn === null ? '' : `(${days.plannedOn})`);
    }),
    remarks.join('，'),
  ]);
}
