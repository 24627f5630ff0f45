import { type ReadProblem, RowTexts, type TableRow, wordsOf } from '../tables/row-texts.ts';
import { type Column, findHeadings, type Meaning } from './headings.ts';

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

export interface ReadSites {
  sites: ReadSite[];
  columns: Column[];
  problems: ReadProblem[];
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

export function readTable(rows: readonly TableRow[], kindOfWord: (word: string) => string | null): ReadSites {
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
  readonly #texts: RowTexts<Meaning>;
  readonly #columns: readonly Column[];
  #above = { county: '', township: '' };

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
    this.#texts = new RowTexts(columns);
  }

  get problems(): ReadProblem[] {
    return this.#texts.problems;
  }

  /** @returns null for a row without a name */
  read(source: TableRow): ReadSite | null {
    const text = (meaning: Meaning): string => this.#texts.text(source, meaning);
    const name = this.#texts.name(source, 'name', '单位名称');
    if (name === null) return null;
    this.#texts.checkLengths(source, limits);
    return {
      row: source.row,
      name,
      ...this.#place(source),
      address: text('address'),
      trade: text('trade'),
      kindWords: wordsOf(text('kinds')),
      kindAnswers: this.#columns.flatMap(({ kindUid, index }) =>
        kindUid === null ? [] : [{ kindUid, yes: !no.has((source.cells[index] ?? '').trim()) }],
      ),
      responsiblePerson: text('responsiblePerson'),
      phone: text('phone'),
      note: text('note'),
      closedOn: this.#texts.day(source, 'closedOn'),
    };
  }

  /** Cells merged over several rows are empty when pasted: they mean what stands above. */
  #place(source: TableRow): { county: string; township: string } {
    const said = {
      county: this.#texts.text(source, 'county'),
      township: this.#texts.text(source, 'township'),
    };
    if (said.county === '' && said.township === '') return this.#above;
    const county = said.county === '' ? this.#above.county : said.county;
    this.#above = { county, township: said.township };
    return this.#above;
  }
}
