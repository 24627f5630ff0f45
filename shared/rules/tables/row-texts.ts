import { readWrittenDay } from '../../calendar/written-day.ts';
import { letterOf } from './headings.ts';
import { type ListColumns, meaningsOf } from './list-columns.ts';

export interface ReadProblem {
  severity: 'error' | 'warning';
  row: number;
  /** Letter of the column, or empty. */
  column: string;
  text: string;
}

export interface TableRow {
  row: number;
  cells: readonly string[];
  /** Places in `cells` of what has no value that could be read; left out for none. */
  unread?: readonly number[];
}

const breaks = /[\r\n\t]/u;
/** As many of a note as tell which one is meant. */
const NOTE_CHARACTERS = 20;
const sums = new Set(['合计', '小计', '总计']);

/** The cells of a table's rows by what they mean, and what is wrong with them in words. */
export class RowTexts<Meaning extends string> {
  readonly problems: ReadProblem[] = [];
  readonly #columns: readonly { index: number; meaning: string }[];
  readonly #indexes: ReadonlyMap<string, number>;

  constructor(columns: readonly { index: number; meaning: string }[]) {
    this.#columns = columns;
    this.#indexes = new Map(columns.map(({ index, meaning }) => [meaning, index]));
  }

  /** In one line: breaks within a cell are layout, not name. */
  text(source: TableRow, meaning: Meaning): string {
    const text = this.lines(source, meaning);
    // Of nearly every one: to see that is quicker than to replace nothing.
    return breaks.test(text) ? text.replaceAll(/[\r\n\t]+/gu, '') : text;
  }

  /** With the breaks within the cell. */
  lines({ cells }: TableRow, meaning: Meaning): string {
    const index = this.#indexes.get(meaning);
    return index === undefined ? '' : (cells[index] ?? '').trim();
  }

  /**
   * What a row is about; null where it says nothing or only sums up.
   * @param what the heading's word for it: 单位名称
   */
  name(source: TableRow, meaning: Meaning, what: string): string | null {
    const name = this.text(source, meaning).replaceAll(/\s+/gu, ' ');
    if (isDrawnAcross(source)) {
      this.note('warning', source.row, meaning, `“${name.slice(0, NOTE_CHARACTERS)}”是说明，这一行不导入。`);
      return null;
    }
    if (name !== '' && !sums.has(name.replaceAll(' ', ''))) return name;
    const filled = source.cells.filter((cell) => cell.trim() !== '');
    // A running number was drawn further than the list goes.
    const isNumberOnly = name === '' && filled.every((cell) => /^\d+$/u.test(cell.trim()));
    if (!isNumberOnly)
      this.note('warning', source.row, meaning, `${name === '' ? `没有${what}` : name}，这一行不导入。`);
    return null;
  }

  /** Null where the cell is empty or holds no day, see `check`. */
  day(source: TableRow, meaning: Meaning): string | null {
    return readWrittenDay(this.text(source, meaning));
  }

  /** Notes what is too long, or no day where one is wanted. */
  check(source: TableRow, columns: ListColumns<Meaning>): void {
    for (const meaning of meaningsOf(columns)) {
      const { kind, limit } = columns[meaning];
      if (!this.#indexes.has(meaning) || (limit === undefined && kind !== 'day')) continue;
      const text = this.text(source, meaning);
      if (limit !== undefined && text.length > limit)
        this.note('error', source.row, meaning, `写了 ${text.length} 个字，最多 ${limit} 个字，请缩短。`);
      if (kind === 'day' && text !== '' && readWrittenDay(text) === null)
        this.note('error', source.row, meaning, `“${text}”不是日期，请写成 2026-11-23 这样。`);
    }
  }

  note(severity: ReadProblem['severity'], row: number, meaning: Meaning, text: string): void {
    this.problems.push({ severity, row, column: letterOf(this.#columns, meaning), text });
  }
}

/** A note below the table: one cell merged over all of its columns. */
function isDrawnAcross({ cells }: TableRow): boolean {
  const [first = '', ...others] = cells;
  return others.length > 1 && first !== '' && others.every((cell) => cell === first);
}

/** The words of a cell that names several: 电气、燃气. */
export function wordsOf(text: string): string[] {
  return text.split(/[、，,；;/\s]+/u).filter((word) => word !== '');
}
