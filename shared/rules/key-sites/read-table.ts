import type { HeadedColumn } from '../tables/headings.ts';
import { type ReadProblem, RowTexts, type TableRow, wordsOf } from '../tables/row-texts.ts';
import { kindOf, type Meaning, siteTableColumns } from './headings.ts';

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
  kindWords: readonly string[];
  /** Answers of the columns that are about one kind. */
  kindAnswers: readonly { kindUid: string; yes: boolean }[];
  responsiblePerson: string;
  phone: string;
  note: string;
  closedOn: string | null;
}

export interface ReadSites {
  sites: ReadSite[];
  problems: ReadProblem[];
}

/** One for all rows: a hundred thousand of their own take 6 MB. */
const none: readonly never[] = [];
const no = new Set(['', '否', '不是', '无', '0', '×', '✗', 'x', 'X', 'N', 'n', '/', '-', '—']);

/** @param rows below the heading */
export function readTable(rows: readonly TableRow[], columns: readonly HeadedColumn<Meaning>[]): ReadSites {
  const reader = new RowReader(columns);
  const sites = rows.flatMap((row) => reader.read(row) ?? []);
  return { sites, problems: reader.problems };
}

/** Columns of kinds hold nothing that could be too long. */
const checked = siteTableColumns([]);

class RowReader {
  readonly #texts: RowTexts<Meaning>;
  readonly #kinds: readonly { index: number; kindUid: string }[];
  #above = { county: '', township: '' };

  constructor(columns: readonly HeadedColumn<Meaning>[]) {
    this.#kinds = columns.flatMap(({ index, meaning }) => {
      const kindUid = kindOf(meaning);
      return kindUid === null ? [] : [{ index, kindUid }];
    });
    this.#texts = new RowTexts(columns);
  }

  get problems(): ReadProblem[] {
    return this.#texts.problems;
  }

  /** @returns null for a row without a name */
  read(source: TableRow): ReadSite | null {
    const text = (meaning: Meaning): string => this.#texts.text(source, meaning);
    const kinds = text('kinds');
    const name = this.#texts.name(source, 'name', '单位名称');
    if (name === null) return null;
    this.#texts.check(source, checked);
    return {
      row: source.row,
      name,
      ...this.#place(source),
      address: text('address'),
      trade: text('trade'),
      kindWords: kinds === '' ? none : wordsOf(kinds),
      kindAnswers: this.#kinds.length === 0 ? none : this.#answers(source),
      responsiblePerson: text('responsiblePerson'),
      phone: text('phone'),
      note: text('note'),
      closedOn: this.#texts.day(source, 'closedOn'),
    };
  }

  #answers({ cells }: TableRow): ReadSite['kindAnswers'] {
    return this.#kinds.map(({ kindUid, index }) => ({ kindUid, yes: !no.has((cells[index] ?? '').trim()) }));
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
