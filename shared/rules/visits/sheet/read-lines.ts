import { headedColumns, type HeadedColumn, headingWord, meaningsByWord } from '../../tables/headings.ts';
import type { TableRow } from '../../tables/row-texts.ts';
import type { AskedItem } from '../answering.ts';
import { answerNames, type Answer } from '../model.ts';
import type { SheetProblems } from './problems.ts';
import { readDue } from './read-due.ts';
import { columnNames, readAnswer, readMark, type RowMark, type SheetColumn } from './words.ts';

export interface SheetItem extends AskedItem {
  text: string;
}

export interface ReadAnswerLine {
  itemUid: string;
  answer: Answer;
  note: string;
}

/** Something found: at a question that was answered 不符合, or outside of them. */
export interface ReadFound {
  itemUid: string | null;
  /** Empty: as its question says. */
  what: string;
  spot: string;
  /** Null: as usual. */
  dueOn: string | null;
}

export interface ReadLines {
  answers: ReadAnswerLine[];
  found: ReadFound[];
}

const words: Readonly<Record<SheetColumn, string>> = {
  number: columnNames.number,
  text: columnNames.text,
  answer: `${columnNames.answer} 检查结果`,
  what: `${columnNames.what} 发现的问题 存在问题`,
  spot: `${columnNames.spot} 问题部位`,
  dueOn: `${columnNames.dueOn} 整改时限`,
};
const meanings = meaningsByWord(words);
const limits = { what: 500, spot: 60, note: 300 } as const;

export interface LineColumns {
  columns: HeadedColumn<SheetColumn>[];
  /** Of the heading row among the rows. */
  place: number;
}

/** Null: this is no record sheet. */
export function findLineColumns(rows: readonly TableRow[]): LineColumns | null {
  for (const [place, { cells }] of rows.entries()) {
    const columns = headedColumns(cells, meanings);
    const has = (meaning: SheetColumn) => columns.some((column) => column.meaning === meaning);
    if (has('text') && has('answer')) return { columns, place };
  }
  return null;
}

/** @param day of the visit; null: it is not known, so that no time can be told from it */
export function readLines(
  rows: readonly TableRow[],
  { columns, place }: LineColumns,
  items: readonly SheetItem[],
  day: string | null,
  problems: SheetProblems,
): ReadLines {
  const reader = new LineReader(columns, items, day, problems);
  for (const row of rows.slice(place + 1)) reader.read(row);
  return { answers: reader.answers, found: reader.found };
}

interface Line {
  row: number;
  text: string;
  answer: string;
  what: string;
  spot: string;
  dueOn: string;
}

class LineReader {
  readonly answers: ReadAnswerLine[] = [];
  readonly found: ReadFound[] = [];
  readonly #columns: readonly HeadedColumn<SheetColumn>[];
  readonly #items: readonly SheetItem[];
  readonly #day: string | null;
  readonly #problems: SheetProblems;
  readonly #used = new Set<string>();

  constructor(
    columns: readonly HeadedColumn<SheetColumn>[],
    items: readonly SheetItem[],
    day: string | null,
    problems: SheetProblems,
  ) {
    this.#columns = columns;
    this.#items = items;
    this.#day = day;
    this.#problems = problems;
  }

  read(source: TableRow): void {
    const mark = readMark(source.cells);
    if (mark?.kind === 'title') return;
    const line = this.#lineOf(source);
    const item = this.#itemOf(line, mark);
    if (!this.#problems.checkRead(source, (index) => this.#isFilledIn(index))) return;
    if (item !== undefined) this.#readItem(line, item);
    else if (mark?.kind === 'item') this.#noteGone(line);
    else this.#readOther(line, mark?.kind === 'other');
  }

  #lineOf({ row, cells }: TableRow): Line {
    const text = (meaning: SheetColumn): string => (cells[this.#indexOf(meaning) ?? -1] ?? '').trim();
    return {
      row,
      text: text('text'),
      answer: text('answer'),
      what: text('what'),
      spot: text('spot'),
      dueOn: text('dueOn'),
    };
  }

  /** Number and question are known. */
  #isFilledIn(index: number): boolean {
    const column = this.#columns.find((each) => each.index === index);
    return column !== undefined && column.meaning !== 'number' && column.meaning !== 'text';
  }

  #indexOf(meaning: SheetColumn): number | null {
    return this.#columns.find((column) => column.meaning === meaning)?.index ?? null;
  }

  /** Where the mark was lost, the next one of these words that has not been met yet. */
  #itemOf({ row, text }: Line, mark: RowMark | null): SheetItem | undefined {
    const isMeant = ({ uid, text: asked }: SheetItem): boolean =>
      mark?.kind === 'item'
        ? uid === mark.uid
        : mark === null && text !== '' && headingWord(asked) === headingWord(text) && !this.#used.has(uid);
    const item = this.#items.find(isMeant);
    if (item === undefined) return undefined;
    if (this.#used.has(item.uid)) this.#problems.error(row, null, '这一条在表上出现了两次，请删去一行。');
    this.#used.add(item.uid);
    return item;
  }

  #readItem(line: Line, item: SheetItem): void {
    const answer = this.#answerOf(line, item);
    if (answer === null) return;
    const note = answer === 'fail' ? '' : line.what;
    const index = this.#indexOf('what');
    const isShort = this.#problems.checkLength(line.row, index, note, limits.note);
    this.answers.push({ itemUid: item.uid, answer, note: isShort ? note : '' });
    if (answer === 'fail') this.#addFound(line, item.uid, line.what);
  }

  #answerOf(line: Line, item: SheetItem): Answer | null {
    const { row, answer: written } = line;
    if (written === '') {
      if (item.kind === 'question' && (line.what !== '' || line.spot !== ''))
        this.#unread(row, '写了问题，但没有选结果，请选“不符合”；不是问题的，请选“符合”。');
      return null;
    }
    const answer = readAnswer(written);
    if (answer === null)
      this.#unread(row, `没有看懂“${written}”，请选${Object.values(answerNames).join('、')}。`);
    if (answer === null || item.kind === 'question' || answer === 'notApplicable') return answer;
    this.#unread(row, '标题这一行只能选“不涉及”，表示下面的都不涉及；否则请留空。');
    return null;
  }

  #unread(row: number, text: string): void {
    this.#problems.error(row, this.#indexOf('answer'), text);
  }

  #noteGone({ row, answer, what }: Line): void {
    if (answer !== '' || what !== '')
      this.#unread(row, '检查清单里已经没有这一条，请清空这一行；有问题的，写到清单以外的问题里。');
  }

  /** Rows that the team has added count as well. */
  #readOther(line: Line, isMarked: boolean): void {
    const what = line.what === '' && isMarked ? line.text : line.what;
    if (what === '') {
      if (line.spot !== '' || line.dueOn !== '' || line.answer !== '')
        this.#problems.error(line.row, this.#indexOf('what'), '请写明发现的问题；没有问题的，请清空这一行。');
      return;
    }
    if (!isMarked)
      this.#problems.warning(line.row, null, '这一行不是清单里的内容，按清单以外发现的问题登记。');
    this.#addFound(line, null, what);
  }

  #addFound(line: Line, itemUid: string | null, what: string): void {
    const { row, spot } = line;
    const isShort =
      this.#problems.checkLength(row, this.#indexOf('what'), what, limits.what) &&
      this.#problems.checkLength(row, this.#indexOf('spot'), spot, limits.spot);
    if (isShort) this.found.push({ itemUid, what, spot, dueOn: this.#dueOf(line) });
  }

  #dueOf({ row, dueOn }: Line): string | null {
    if (dueOn === '' || this.#day === null) return null;
    const due = readDue(dueOn, this.#day);
    const index = this.#indexOf('dueOn');
    if (due === null)
      this.#problems.error(row, index, `没有看懂“${dueOn}”，请写日期，如 2026-11-23；或写天数，如 15天。`);
    else if (due < this.#day) this.#problems.error(row, index, '整改期限早于检查日期，请改正。');
    return due;
  }
}
