import { readWrittenDay } from '../../calendar/written-day.ts';
import { type Column, findHeadings, letterOf, type Meaning } from './headings.ts';

/* A table of sites with headings in any order, one site per row; nothing has been looked up yet. */

/** One site as its row says it; empty where the row or the whole table is silent. */
export interface ReadSite {
  row: number;
  name: string;
  county: string;
  township: string;
  address: string;
  trade: string;
  /** Words of the 类别 column. */
  kindWords: string[];
  /** Answers of the columns that are about one kind. */
  kindAnswers: { kindUid: string; yes: boolean }[];
  responsiblePerson: string;
  phone: string;
  note: string;
  closedOn: string | null;
}

export interface ReadProblem {
  severity: 'error' | 'warning';
  row: number;
  /** Letter of the column, or empty. */
  column: string;
  text: string;
}

export interface ReadSites {
  sites: ReadSite[];
  columns: Column[];
  problems: ReadProblem[];
}

interface SourceRow {
  row: number;
  cells: readonly string[];
}

const limits: Readonly<Partial<Record<Meaning, number>>> = {
  name: 100,
  address: 200,
  trade: 20,
  responsiblePerson: 60,
  phone: 60,
  note: 500,
};
const no = new Set(['', '否', '不是', '无', '0', '×', '✗', 'x', 'X', 'N', 'n', '/', '-', '—']);
const sums = new Set(['合计', '小计', '总计']);

export function readTable(
  rows: readonly SourceRow[],
  kindOfWord: (word: string) => string | null,
): ReadSites {
  const headings = findHeadings(rows, kindOfWord);
  if (headings === null) {
    const text = '没有找到标题行：第一行应写明各列是什么，至少要有“单位名称”一列。';
    return { sites: [], columns: [], problems: [{ severity: 'error', row: 0, column: '', text }] };
  }
  const reader = new RowReader(headings.columns);
  const sites = rows.slice(headings.place + 1).flatMap((row) => reader.read(row) ?? []);
  return { sites, columns: headings.columns, problems: reader.problems };
}

class RowReader {
  readonly problems: ReadProblem[] = [];
  readonly #columns: readonly Column[];
  #above = { county: '', township: '' };

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
  }

  /** @returns null for a row without a name */
  read(source: SourceRow): ReadSite | null {
    const text = (meaning: Meaning): string => this.#text(source, meaning);
    const name = text('name').replaceAll(/\s+/gu, ' ');
    if (name === '' || sums.has(name.replaceAll(' ', ''))) {
      this.#noteNameless(source, name);
      return null;
    }
    for (const meaning of Object.keys(limits) as Meaning[]) this.#checkLength(source, meaning);
    return {
      row: source.row,
      name,
      ...this.#place(source),
      address: text('address'),
      trade: text('trade'),
      kindWords: text('kinds')
        .split(/[、，,；;/\s]+/u)
        .filter((word) => word !== ''),
      kindAnswers: this.#columns.flatMap(({ kindUid, index }) =>
        kindUid === null ? [] : [{ kindUid, yes: !no.has((source.cells[index] ?? '').trim()) }],
      ),
      responsiblePerson: text('responsiblePerson'),
      phone: text('phone'),
      note: text('note'),
      closedOn: this.#closedOn(source),
    };
  }

  /** Cells merged over several rows are empty when pasted: they mean what stands above. */
  #place(source: SourceRow): { county: string; township: string } {
    const said = { county: this.#text(source, 'county'), township: this.#text(source, 'township') };
    if (said.county === '' && said.township === '') return this.#above;
    const county = said.county === '' ? this.#above.county : said.county;
    this.#above = { county, township: said.township };
    return this.#above;
  }

  #closedOn(source: SourceRow): string | null {
    const written = this.#text(source, 'closedOn');
    const day = readWrittenDay(written);
    if (written !== '' && day === null)
      this.#note('error', source.row, 'closedOn', `“${written}”不是日期，请写成 2026-11-23 这样。`);
    return day;
  }

  #checkLength(source: SourceRow, meaning: Meaning): void {
    const limit = limits[meaning];
    const { length } = this.#text(source, meaning);
    if (limit !== undefined && length > limit)
      this.#note('error', source.row, meaning, `写了 ${length} 个字，最多 ${limit} 个字，请缩短。`);
  }

  #noteNameless({ row, cells }: SourceRow, name: string): void {
    const filled = cells.filter((cell) => cell.trim() !== '');
    // A running number was drawn further than the list goes.
    if (name === '' && filled.every((cell) => /^\d+$/u.test(cell.trim()))) return;
    this.#note('warning', row, 'name', `${name === '' ? '没有单位名称' : name}，这一行不导入。`);
  }

  #text({ cells }: SourceRow, meaning: Meaning): string {
    const column = this.#columns.find((each) => each.meaning === meaning);
    return column === undefined ? '' : (cells[column.index] ?? '').trim();
  }

  #note(severity: ReadProblem['severity'], row: number, meaning: Meaning, text: string): void {
    this.problems.push({ severity, row, column: letterOf(this.#columns, meaning), text });
  }
}
