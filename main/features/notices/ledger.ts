import { join } from 'node:path';
import type { NoticeRow, ReplyStatistics } from '#shared/contract/notices.ts';
import { withheldRemarks } from '#shared/rules/campaigns/words.ts';
import { noticeKindNames } from '#shared/rules/notices/model.ts';
import { noticeStateWords } from '#shared/rules/notices/notice-words.ts';
import { type ListColumn, listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperRow, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { noticeRows } from './rows.ts';
import { revealedNotices } from './secret.ts';
import { replyStatistics } from './statistics.ts';

export interface LedgerInput {
  from: string;
  to: string;
  officeName: string;
  today: string;
}

const ledgerColumns: readonly ListColumn[] = [
  ['序号', 6, 'center'],
  ['类别', 12, 'center'],
  ['文号', 22, 'left'],
  ['标题', 34, 'left'],
  ['承办单位', 18, 'left'],
  ['印发日期', 12, 'center'],
  ['送达日期', 12, 'center'],
  ['送达方式', 10, 'center'],
  ['签收人', 10, 'center'],
  ['反馈期限', 12, 'center'],
  ['反馈日期', 12, 'center'],
  ['状态', 14, 'center'],
];
const statisticsColumns: readonly ListColumn[] = [
  ['序号', 6, 'center'],
  ['单位', 28, 'left'],
  ['发出(份)', 12, 'right'],
  ['按时反馈(份)', 14, 'right'],
  ['逾期反馈(份)', 14, 'right'],
  ['未反馈(份)', 12, 'right'],
  ['再次督办(份)', 14, 'right'],
];

/** 督办通知台账 and 反馈情况统计表. @returns path of the workbook in the job's own folder */
export async function exportNotices(
  input: LedgerInput,
  job: JobContext,
): Promise<{ path: string; remarks: string[] }> {
  job.progress(null, '写入台账');
  const { from, to, officeName } = input;
  const isMeant = ({ issuedOn }: NoticeRow) => issuedOn !== null && issuedOn >= from && issuedOn <= to;
  const rows = revealedNotices(job.db, input.today);
  const issued = rows.filter(isMeant);
  const withheld = noticeRows(job.db, input.today).filter(isMeant).length - issued.length;
  const caption = { left: `填报单位：${officeName}`, right: `${from} 至 ${to}` };
  const ledger = listPaper({
    name: '督办通知台账',
    columns: ledgerColumns,
    title: '督办通知台账',
    caption,
    rows: issued.toReversed().map(ledgerRow),
  });
  const statistics = listPaper({
    name: '反馈情况统计表',
    columns: statisticsColumns,
    title: '反馈情况统计表',
    caption,
    rows: replyStatistics(rows, from, to).map(statisticsRow),
  });
  const path = join(job.temporaryFolder, 'notices.xlsx');
  await writePaperWorkbook(path, [ledger, statistics], [], () => job.throwIfCancelled());
  return { path, remarks: withheldRemarks(withheld, '份督办通知') };
}

function ledgerRow(row: NoticeRow, place: number): PaperRow {
  return paperRow([
    place + 1,
    noticeKindNames[row.kind],
    row.number,
    row.title,
    row.unit,
    row.issuedOn ?? '',
    row.sentOn ?? '',
    row.channel,
    row.receivedBy,
    row.replyDueOn ?? '',
    row.repliedOn ?? '',
    noticeStateWords[row.state],
  ]);
}

function statisticsRow(row: ReplyStatistics, place: number): PaperRow {
  const numbers = [row.sent, row.repliedInTime, row.repliedLate, row.unanswered, row.pressed];
  return paperRow([place + 1, row.unit, ...numbers]);
}
