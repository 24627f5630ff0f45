import { HEADING_ROWS, type HeadedColumn } from './headings.ts';
import { type ListColumns, meaningFinder, meaningsOf } from './list-columns.ts';
import type { TableRow } from './row-texts.ts';

/* The form of a table: which row heads it, and what each of its columns means. */

/** What each column means, in the table's order; null: not imported. */
export type Mapping = readonly (string | null)[];

export interface TableForm {
  /** As the clerk counts rows; 0: the table has no heading. */
  headingRow: number;
  mapping: Mapping;
  /** It is no table but a text: the mapping is of the columns that it was taken apart into. */
  inWords?: true | undefined;
}

/** What is meant for certain goes first; of several columns that could mean the same, the first does. */
export function mappingByWords<Meaning extends string>(
  cells: readonly string[],
  columns: ListColumns<Meaning>,
): Mapping {
  const finder = meaningFinder(columns);
  const taken = new Set<Meaning>();
  const take = (meaning: Meaning | undefined): Meaning | null => {
    if (meaning === undefined || taken.has(meaning)) return null;
    taken.add(meaning);
    return meaning;
  };
  const certain = cells.map((cell) => take(finder.exact(cell)));
  return cells.map(
    (cell, place) => certain[place] ?? take(finder.likely(cell).find((meaning) => !taken.has(meaning))),
  );
}

/** A row of the table may hold one word that heads a column by chance, but not several. */
const LEAST_WORDS = 2;

/**
 * The row with most known headings. What the list cannot do without counts double; a row that does not name it heads
 * the table only with several others. Null where there is none.
 */
export function proposedForm<Meaning extends string>(
  rows: readonly TableRow[],
  columns: ListColumns<Meaning>,
): TableForm | null {
  const required: readonly string[] = meaningsOf(columns).filter(
    (meaning) => columns[meaning].isRequired === true || columns[meaning].isOneRequired === true,
  );
  let best: { form: TableForm; words: number } | null = null;
  for (const { row, cells } of rows.slice(0, HEADING_ROWS)) {
    const mapping = mappingByWords(cells, columns);
    const known = mapping.filter((meaning) => meaning !== null);
    const needed = known.filter((meaning) => required.includes(meaning)).length;
    const found = known.length + needed;
    if (found >= LEAST_WORDS && found > (best?.words ?? 0))
      best = { form: { headingRow: row, mapping }, words: found };
  }
  return best?.form ?? null;
}

/** @param headings of the same columns; fewer where the table has none */
export function mappedColumns<Meaning extends string>(
  mapping: Mapping,
  headings: readonly string[],
  columns: ListColumns<Meaning>,
): HeadedColumn<Meaning>[] {
  const isKnown = (meaning: string | null): meaning is Meaning =>
    meaning !== null && Object.hasOwn(columns, meaning);
  return mapping.flatMap((meaning, index) =>
    isKnown(meaning) && mapping.indexOf(meaning) === index
      ? [{ index, heading: headings[index] ?? '', meaning }]
      : [],
  );
}
