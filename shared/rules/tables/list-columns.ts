import { headingWord } from './headings.ts';

/** What a list tells of a column that it can be imported from. */
export interface ListColumn {
  /** As the clerk reads it. */
  name: string;
  /** Headings that mean it, parted by blanks. */
  words: string;
  /** Of any other heading: what tells that it means this column. The first column that it fits takes it. */
  pattern?: RegExp;
  /** What its cells are written as; any text where not given. */
  kind?: 'day';
  /** Most characters of a cell. */
  limit?: number;
  /** Its cells hold phrases: where they are looked over they are given more room. */
  isLong?: true;
  /** Without it there is nothing to import. */
  isRequired?: true;
  /** Of all columns that say so one will do; without any of them there is nothing to import. */
  isOneRequired?: true;
}

export type ListColumns<Meaning extends string> = Readonly<Record<Meaning, ListColumn>>;

export function meaningsOf<Meaning extends string>(columns: ListColumns<Meaning>): Meaning[] {
  return Object.keys(columns) as Meaning[];
}

interface Wanted {
  meaning: string;
  isRequired?: boolean;
  isOneRequired?: boolean;
}

/**
 * What a table has to say and does not.
 * @param mapping what its columns mean
 * @returns each time the columns of which one would do
 */
export function missingColumns<Column extends Wanted>(
  columns: readonly Column[],
  mapping: readonly (string | null)[],
): Column[][] {
  const missing = columns.filter(({ meaning }) => !mapping.includes(meaning));
  const always = missing.filter(({ isRequired }) => isRequired === true).map((column) => [column]);
  const either = columns.filter(({ isOneRequired }) => isOneRequired === true);
  const hasNone = either.length > 0 && either.every((column) => missing.includes(column));
  return hasNone ? [...always, either] : always;
}

/** Names of columns of which one will do: 县、乡镇或名称. */
export function eitherOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join('、')}或${last}` : last;
}

interface MeaningFinder<Meaning extends string> {
  /** By the words of the columns, their names among them. */
  exact: (heading: string) => Meaning | undefined;
  /** By what it contains. */
  likely: (heading: string) => Meaning[];
}

export function meaningFinder<Meaning extends string>(columns: ListColumns<Meaning>): MeaningFinder<Meaning> {
  const byWord = new Map(
    meaningsOf(columns).flatMap((meaning) => {
      const { name, words } = columns[meaning];
      return [name, ...words.split(' ')].map((word) => [headingWord(word).toLowerCase(), meaning] as const);
    }),
  );
  const patterns = meaningsOf(columns).flatMap((meaning) => {
    const { pattern } = columns[meaning];
    return pattern === undefined ? [] : [{ meaning, pattern }];
  });
  return {
    exact(heading) {
      const word = headingWord(heading).toLowerCase();
      return byWord.get(word) ?? byWord.get(word.replace(BEFORE_MEANING, ''));
    },
    likely(heading) {
      const word = headingWord(heading);
      if (word === '' || word.length > LONGEST_HEADING) return [];
      return patterns.flatMap(({ meaning, pattern }) => (pattern.test(word) ? [meaning] : []));
    },
  };
}

/** Words before what a heading means: 所属县区, 是否高层建筑. */
const BEFORE_MEANING = /^(?:所属|所在|隶属|是否(?:为|是|属于)?)/u;
/** A longer text is a title or a cell that holds the word by chance. */
const LONGEST_HEADING = 12;
