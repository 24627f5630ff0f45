import { findHeadingRow, type HeadedColumn, headingWord } from './headings.ts';
import { type ListColumns, requiredOf, wordIndex } from './list-columns.ts';
import type { TableRow } from './row-texts.ts';

/* The form of a table: which row heads it, and what each of its columns means. */

/** What each column means, in the table's order; null: not imported. */
export type Mapping = readonly (string | null)[];

export interface TableForm {
  /** As the clerk counts rows; 0: the table has no heading. */
  headingRow: number;
  mapping: Mapping;
}

/** Words before what a heading means: 所属县区, 是否高层建筑. */
const BEFORE_MEANING = /^(?:所属|所在|隶属|是否(?:为|是|属于)?)/u;

/** @param words see wordIndex. Where several columns could mean the same, the first does. */
export function mappingByWords(cells: readonly string[], words: ReadonlyMap<string, string>): Mapping {
  const taken = new Set<string>();
  return cells.map((cell) => {
    const word = headingWord(cell).toLowerCase();
    const meaning = words.get(word) ?? words.get(word.replace(BEFORE_MEANING, ''));
    if (meaning === undefined || taken.has(meaning)) return null;
    taken.add(meaning);
    return meaning;
  });
}

/** The row with most known headings, among them one that the list cannot do without; null where there is none. */
export function proposedForm<Meaning extends string>(
  rows: readonly TableRow[],
  columns: ListColumns<Meaning>,
): TableForm | null {
  const words = wordIndex(columns);
  const mappingOf = (cells: readonly string[]) => mappingByWords(cells, words);
  const found = findHeadingRow(rows, requiredOf(columns), (cells) =>
    mappedColumns(mappingOf(cells), cells, columns),
  );
  const heading = found === null ? undefined : rows[found.place];
  return heading === undefined ? null : { headingRow: heading.row, mapping: mappingOf(heading.cells) };
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
