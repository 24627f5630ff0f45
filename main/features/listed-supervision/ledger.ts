import { join } from 'node:path';
import type { ListedRow } from '#shared/contract/listed-supervision.ts';
import { withheldRemarks } from '#shared/rules/campaigns/words.ts';
import { listedStateWords } from '#shared/rules/notices/listed-words.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperRow, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { noticeSettings } from '#main/features/notices/settings.ts';
import { isInView, isListedIn } from './list.ts';
import { listedRows } from './rows.ts';
import { revealedListed } from './secret.ts';

export interface LedgerInput {
  view: 'all' | 'open' | 'late' | 'delisted';
  officeName: string;
  today: string;
  /** Only what was on the list on any of these days. */
  during?: { from: string; to: string };
}

const columns = [
  ['序号', 6, 'center'],
  ['单位或区域名称', 26, 'left'],
  ['责任单位', 16, 'left'],
  ['主要火灾隐患', 34, 'left'],
  ['整改责任人', 12, 'center'],
  ['包案领导', 12, 'center'],
  ['督办单位', 16, 'left'],
  ['挂牌日期', 12, 'center'],
  ['整改期限', 12, 'center'],
  ['警示牌', 12, 'center'],
  ['最近进展', 12, 'center'],
  ['整改情况', 22, 'left'],
] as const;

/** 挂牌督办一览表. @returns path of the workbook in the job's own folder */
export async function exportListed(
  input: LedgerInput,
  job: JobContext,
): Promise<{ path: string; remarks: string[] }> {
  job.progress(null, '写入一览表');
  const { view, during, today } = input;
  const isMeant = (row: ListedRow) =>
    isInView(row, view) && (during === undefined || isListedIn(row, during));
  const rows = revealedListed(job.db, today).filter(isMeant);
  const all = listedRows(job.db, today, noticeSettings(job.db)).filter(isMeant);
  const sheet = listPaper({
    name: '挂牌督办一览表',
    columns,
    title: '火灾隐患挂牌督办一览表',
    caption: { left: `填报单位：${input.officeName}`, right: `截至 ${input.today}` },
    rows: rows.map(rowOf),
    frozenColumns: 2,
  });
  const path = join(job.temporaryFolder, 'listed.xlsx');
  await writePaperWorkbook(path, [sheet], [], () => job.throwIfCancelled());
  return { path, remarks: withheldRemarks(all.length - rows.length, '项挂牌督办') };
}

function rowOf(row: ListedRow, place: number): PaperRow {
  return paperRow([
    place + 1,
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
  ]);
}

function situation(row: ListedRow): string {
  if (row.delistedOn !== null) return `${row.delistedOn} 摘牌`;
  if (row.acceptedOn !== null) return `${row.acceptedOn} 验收，${row.acceptance}`;
  return listedStateWords[row.state];
}
