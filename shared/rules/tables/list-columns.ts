import { headingWord } from './headings.ts';

/** What a list tells of a column that it can be imported from. */
export interface ListColumn {
  /** As the clerk reads it. */
  name: string;
  /** Headings that mean it, parted by blanks. */
  words: string;
  /** What its cells are written as; any text where not given. */
  kind?: 'day';
  /** Most characters of a cell. */
  limit?: number;
  /** Without it there is nothing to import. */
  isRequired?: true;
}

export type ListColumns<Meaning extends string> = Readonly<Record<Meaning, ListColumn>>;

export function meaningsOf<Meaning extends string>(columns: ListColumns<Meaning>): Meaning[] {
  return Object.keys(columns) as Meaning[];
}

export function requiredOf<Meaning extends string>(columns: ListColumns<Meaning>): Meaning[] {
  return meaningsOf(columns).filter((meaning) => columns[meaning].isRequired === true);
}

/** Every word that heads a column, the names of the columns among them. */
export function wordIndex<Meaning extends string>(
  columns: ListColumns<Meaning>,
): ReadonlyMap<string, Meaning> {
  return new Map(
    meaningsOf(columns).flatMap((meaning) => {
      const { name, words } = columns[meaning];
      return [name, ...words.split(' ')].map((word) => [headingWord(word).toLowerCase(), meaning] as const);
    }),
  );
}
