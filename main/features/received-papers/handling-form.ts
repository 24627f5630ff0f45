import { paperDay } from '#shared/calendar/days.ts';
import type { ReceivedDetail, ReceivedEntry, ReceivedEntryKind } from '#shared/contract/received-papers.ts';
import {
  formField,
  formLabel,
  formPair,
  formPaper,
  formRoom,
  signedWords,
} from '#shared/rules/papers/form-paper.ts';
import type { Paper, PaperCell } from '#shared/rules/papers/model.ts';
import { printedDay } from '#shared/rules/papers/printed-words.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { detailOf } from './rows.ts';

/** Label and wide field, and a pair at the right; in the middle two columns in which a day stands on one line. */
const COLUMNS = [22, 24, 36, 36, 14, 24];
const TITLE = '收文处理单';
/** Lines for readers whom the clerk adds by hand. */
const READER_LINES = 3;

export function handlingFormOf(db: ReadStore, uid: string): Paper {
  return handlingForm(detailOf(db, uid), paperSettings(db).printer);
}

/** 收文处理单: what came in, what was proposed and instructed, who has read it, how it ended. */
function handlingForm(received: ReceivedDetail, office: string): Paper {
  const said = (kind: ReceivedEntryKind) => wordsOf(received.entries, kind);
  return formPaper(office, TITLE, COLUMNS, [
    [...formPair('来文单位', received.sender, 3), ...formPair('份数', String(received.copies), 1, 'center')],
    [...formPair('来文字号', received.theirNumber, 3), ...formPair('密级', received.secrecy, 1, 'center')],
    [
      ...formPair('收文日期', paperDay(received.receivedOn), 2),
      ...formPair('收文编号', `${received.year}-${received.serial}`, 2, 'center'),
    ],
    [
      ...formPair('办理期限', printedDay(received.dueOn ?? ''), 2),
      ...formPair('缓急', received.urgency, 2, 'center'),
    ],
    [formLabel('标题'), { ...formField(received.title, 5), height: 14 }],
    [formLabel('拟办意见'), formRoom(said('proposal'), 5, 24)],
    [formLabel('领导批示'), formRoom(said('instruction'), 5, 32)],
    ...circulation(received.entries),
    [formLabel('办理结果'), formRoom(said('result'), 5, 20)],
    [
      ...formPair('办结日期', printedDay(received.doneOn ?? ''), 2),
      ...formPair('登记人', received.registeredBy, 2, 'center'),
    ],
  ]);
}

function wordsOf(entries: readonly ReceivedEntry[], kind: ReceivedEntryKind): string {
  return entries
    .filter((entry) => entry.kind === kind)
    .map(({ text, person, day }) => signedWords(text, person, paperDay(day)))
    .join('\n');
}

/** 传阅: to whom it was handed and when each had read it, a row each; the last column is for signatures. */
function circulation(entries: readonly ReceivedEntry[]): PaperCell[][] {
  const readers = entries
    .filter(({ kind }) => kind === 'circulation')
    .map(({ person, day, readOn, text }) => [person, paperDay(day), printedDay(readOn ?? ''), text]);
  while (readers.length < READER_LINES) readers.push(['', '', '', '']);
  return [['传阅人', '送阅日期', '阅毕日期', '签名或意见'], ...readers].map((line, row) => [
    formLabel(row === 0 ? '传阅' : String(row)),
    ...line.map((text, column) => formField(text, column === 3 ? 2 : 1, 'center')),
  ]);
}
