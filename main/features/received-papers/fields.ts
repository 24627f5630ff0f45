import type { ReceivedEntry } from '#shared/contract/received-papers.ts';
import { column, type FieldColumn, type FieldScope, fieldSource } from '#main/core/fields/field-source.ts';
import { receivedBetween } from './list.ts';
import type { ReceivedRow } from './queries.ts';
import { entriesOf, entryText } from './rows.ts';

/** Papers that came in during the time, for forms of other offices. */

interface ToldPaper {
  paper: ReceivedRow;
  entries: readonly ReceivedEntry[];
}

function received({ db, ...days }: FieldScope): ToldPaper[] {
  return receivedBetween(db, days).map((paper) => ({ paper, entries: entriesOf(db, paper.id) }));
}

const said = (key: ReceivedEntry['kind'], name: string): FieldColumn<ToldPaper> =>
  column(key, name, 'text', ({ entries }) =>
    entries
      .filter(({ kind }) => kind === key)
      .map(entryText)
      .join('\n'),
  );

const columns: readonly FieldColumn<ToldPaper>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('serial', '收文编号', 'text', ({ paper }) => `${paper.year}-${paper.serial}`),
  column('receivedOn', '收文日期', 'day', ({ paper }) => paper.received_on),
  column('sender', '来文单位', 'text', ({ paper }) => paper.sender),
  column('theirNumber', '来文字号', 'text', ({ paper }) => paper.their_number),
  column('title', '标题', 'text', ({ paper }) => paper.title),
  column('urgency', '紧急程度', 'text', ({ paper }) => paper.urgency),
  column('copies', '份数', 'number', ({ paper }) => paper.copies),
  said('proposal', '拟办意见'),
  said('instruction', '领导批示'),
  said('circulation', '传阅'),
  column('dueOn', '办理期限', 'day', ({ paper }) => paper.due_on),
  said('result', '办理结果'),
  column('status', '办理情况', 'text', ({ paper }) => (paper.status === 'done' ? '已办结' : '在办')),
  column('doneOn', '办结日期', 'day', ({ paper }) => paper.done_on),
  column('note', '备注', 'text', ({ paper }) => paper.note),
];

export const receivedFields = [
  fieldSource<ToldPaper>({ key: 'receivedPapers', name: '收文(每份一行)', columns, rows: received }),
];
