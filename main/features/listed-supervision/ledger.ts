import { join } from 'node:path';
import type { ListedRow } from '#shared/contract/listed-supervision.ts';
import { listedStateWords } from '#shared/rules/notices/listed-words.ts';
import { type PaperRow, type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { noticeSettings } from '#main/features/notices/settings.ts';
import { isInView } from './list.ts';
import { listedRows } from './rows.ts';

export interface LedgerInput {
  view: 'all' | 'open' | 'late' | 'delisted';
  officeName: string;
  today: string;
}

const columns = [
  { heading: '序号', width: 6, align: 'center' },
  { heading: '单位或区域名称', width: 26, align: 'left' },
  { heading: '责任单位', width: 16, align: 'left' },
  { heading: '主要火灾隐患', width: 34, align: 'left' },
  { heading: '整改责任人', width: 12, align: 'center' },
  { heading: '包案领导', width: 12, align: 'center' },
  { heading: '督办单位', width: 16, align: 'left' },
  { heading: '挂牌日期', width: 12, align: 'center' },
  { heading: '整改期限', width: 12, align: 'center' },
  { heading: '警示牌', width: 12, align: 'center' },
  { heading: '最近进展', width: 12, align: 'center' },
  { heading: '整改情况', width: 22, align: 'left' },
] as const;

/** 挂牌督办一览表. @returns path of the workbook in the job's own folder */
export async function exportListed(input: LedgerInput, job: JobContext): Promise<{ path: string }> {
  job.progress(null, '写入一览表');
  const settings = noticeSettings(job.db);
  const rows = listedRows(job.db, input.today, settings).filter((row) => isInView(row, input.view));
  const sheet: PaperSheet = {
    name: '挂牌督办一览表',
    columns: columns.map(({ width, align }) => ({ width, align })),
    title: '火灾隐患挂牌督办一览表',
    caption: { left: `填报单位：${input.officeName}`, right: `截至 ${input.today}` },
    head: [columns.map(({ heading }) => ({ value: heading }))],
    rows: rows.map(rowOf),
    foot: [],
    frozenColumns: 2,
  };
  const path = join(job.temporaryFolder, 'listed.xlsx');
  await writePaperWorkbook(path, [sheet], [], () => job.throwIfCancelled());
  return { path };
}

function rowOf(row: ListedRow, place: number): PaperRow {
  const texts = [
    row.name,
    row.organizationName,
    row.hazards,
    row.responsiblePerson,
    row.leader,
    row.supervisingUnit,
    row.listedOn,
    row.dueOn === row.firstDueOn ? row.dueOn : `${row.dueOn}(原 ${row.firstDueOn})`,
    row.boardHungOn ?? (row.boardLate ? '逾期未挂' : '未挂'),
    row.lastProgressOn ?? '',
    situation(row),
  ];
  return [{ value: place + 1 }, ...texts.map((value) => ({ value }))];
}

function situation(row: ListedRow): string {
  if (row.delistedOn !== null) return `${row.delistedOn} 摘牌`;
  if (row.acceptedOn !== null) return `${row.acceptedOn} 验收，${row.acceptance}`;
  return listedStateWords[row.state];
}
