import { join } from 'node:path';
import type { NoticeRow, ReplyStatistics } from '#shared/contract/notices.ts';
import { noticeKindNames } from '#shared/rules/notices/model.ts';
import { noticeStateWords } from '#shared/rules/notices/notice-words.ts';
import { type PaperRow, type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { noticeRows } from './rows.ts';
import { replyStatistics } from './statistics.ts';

export interface LedgerInput {
  from: string;
  to: string;
  officeName: string;
  today: string;
}

type Columns = readonly { heading: string; width: number; align: 'left' | 'center' | 'right' }[];

const ledgerColumns: Columns = [
  { heading: '序号', width: 6, align: 'center' },
  { heading: '类别', width: 12, align: 'center' },
  { heading: '文号', width: 22, align: 'left' },
  { heading: '标题', width: 34, align: 'left' },
  { heading: '承办单位', width: 18, align: 'left' },
  { heading: '印发日期', width: 12, align: 'center' },
  { heading: '送达日期', width: 12, align: 'center' },
  { heading: '送达方式', width: 10, align: 'center' },
  { heading: '签收人', width: 10, align: 'center' },
  { heading: '反馈期限', width: 12, align: 'center' },
  { heading: '反馈日期', width: 12, align: 'center' },
  { heading: '状态', width: 14, align: 'center' },
];
const statisticsColumns: Columns = [
  { heading: '序号', width: 6, align: 'center' },
  { heading: '单位', width: 28, align: 'left' },
  { heading: '发出(份)', width: 12, align: 'right' },
  { heading: '按时反馈(份)', width: 14, align: 'right' },
  { heading: '逾期反馈(份)', width: 14, align: 'right' },
  { heading: '未反馈(份)', width: 12, align: 'right' },
  { heading: '再次督办(份)', width: 14, align: 'right' },
];

/** 督办通知台账 and 反馈情况统计表. @returns path of the workbook in the job's own folder */
export async function exportNotices(input: LedgerInput, job: JobContext): Promise<{ path: string }> {
  job.progress(null, '写入台账');
  const { from, to, officeName } = input;
  const rows = noticeRows(job.db, input.today);
  const issued = rows.filter(({ issuedOn }) => issuedOn !== null && issuedOn >= from && issuedOn <= to);
  const caption = { left: `填报单位：${officeName}`, right: `${from} 至 ${to}` };
  const papers = [
    sheetOf('督办通知台账', ledgerColumns, caption, issued.toReversed().map(ledgerRow)),
    sheetOf('反馈情况统计表', statisticsColumns, caption, replyStatistics(rows, from, to).map(statisticsRow)),
  ];
  const path = join(job.temporaryFolder, 'notices.xlsx');
  await writePaperWorkbook(path, papers, [], () => job.throwIfCancelled());
  return { path };
}

function sheetOf(
  name: string,
  columns: Columns,
  caption: PaperSheet['caption'],
  rows: PaperRow[],
): PaperSheet {
  return {
    name,
    columns: columns.map(({ width, align }) => ({ width, align })),
    title: name,
    caption,
    head: [columns.map(({ heading }) => ({ value: heading }))],
    rows,
    foot: [],
  };
}

function ledgerRow(row: NoticeRow, place: number): PaperRow {
  const texts = [
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
  ];
  return [{ value: place + 1 }, ...texts.map((value) => ({ value }))];
}

function statisticsRow(row: ReplyStatistics, place: number): PaperRow {
  const numbers = [row.sent, row.repliedInTime, row.repliedLate, row.unanswered, row.pressed];
  return [{ value: place + 1 }, { value: row.unit }, ...numbers.map((value) => ({ value }))];
}
