import { join } from 'node:path';
import type { EstablishmentFilter, EstablishmentRow } from '#shared/contract/establishments.ts';
import { countByCounty, type EstablishmentCount, sumOf } from '#shared/rules/establishments/progress.ts';
import { establishmentStateNames } from '#shared/rules/establishments/state.ts';
import { type ListColumn, listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { establishmentRows, requireKind, rowsMeant } from './rows.ts';

export interface LedgerInput {
  filter: EstablishmentFilter;
  officeName: string;
  today: string;
}

const listColumns: readonly ListColumn[] = [
  ['序号', 6, 'center'],
  ['县(市、区)', 14, 'left'],
  ['单位', 22, 'left'],
  ['状态', 12, 'center'],
  ['计划日期', 12, 'center'],
  ['挂牌日期', 12, 'center'],
  ['批准文件', 24, 'left'],
  ['地点', 24, 'left'],
  ['负责人', 12, 'center'],
  ['电话', 14, 'center'],
  ['专职人员', 10, 'center'],
  ['备注', 20, 'left'],
];
const progressColumns: readonly ListColumn[] = [
  ['县(市、区)', 20, 'left'],
  ['应设立', 10, 'center'],
  ['已挂牌', 10, 'center'],
  ['其中逾期', 10, 'center'],
  ['逾期未挂牌', 12, 'center'],
  ['进度滞后', 10, 'center'],
  ['完成率(%)', 12, 'center'],
];

/** The units that the page shows, and the progress of every county. @returns path in the job's own folder */
export async function exportEstablishments(
  { filter, officeName, today }: LedgerInput,
  job: JobContext,
): Promise<{ path: string }> {
  job.progress(null, '写入台账');
  const kind = requireKind(job.db, filter.kindUid);
  const rows = establishmentRows(job.db, kind, today);
  const caption = { left: `填报单位：${officeName}`, right: `截至 ${today}，期限 ${kind.due_on}` };
  const list = listPaper({
    name: '台账',
    columns: listColumns,
    title: `${kind.name}建设台账`,
    caption,
    rows: rowsMeant(job.db, kind, filter, today).map(rowOf),
    frozenColumns: 3,
  });
  const counts = countByCounty(rows, kind.due_on, today);
  const names = new Map(rows.map(({ countyUid, countyName }) => [countyUid, countyName]));
  const progress = listPaper({
    name: '进度',
    columns: progressColumns,
    title: `${kind.name}建设进度`,
    caption,
    rows: [
      ...[...counts].map(([uid, count]) => progressRow(names.get(uid) ?? '', count)),
      progressRow('合计', sumOf(counts.values())),
    ],
    frozenColumns: 1,
  });
  const path = join(job.temporaryFolder, 'establishments.xlsx');
  await writePaperWorkbook(path, [list, progress], [], () => job.throwIfCancelled());
  return { path };
}

function rowOf(row: EstablishmentRow, place: number) {
  return paperRow([
    place + 1,
    row.countyName,
    `${row.townshipName}${row.name}`,
    row.remark === '' ? establishmentStateNames[row.state] : row.remark,
    row.plannedOn ?? '',
    row.establishedOn ?? '',
    row.document,
    row.place,
    row.head,
    row.phone,
    row.posts ?? '',
    row.note,
  ]);
}

function progressRow(name: string, count: EstablishmentCount) {
  const { total, established, establishedLate, late, behind } = count;
  const share = total === 0 ? '—' : Math.round((established / total) * 1_000) / 10;
  return paperRow([name, total, established, establishedLate, late, behind, share]);
}
