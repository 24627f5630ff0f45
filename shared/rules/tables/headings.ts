import { columnName } from '../../workbook.ts';

/* Which column of a table holds what, by the words of its heading row. */

export interface HeadedColumn<Meaning extends string> {
  index: number;
  heading: string;
  meaning: Meaning;
}

/** A title and notes may stand above the heading. */
export const HEADING_ROWS = 15;

/** @param words by meaning, parted by blanks, as headingWord leaves them */
export function meaningsByWord<Meaning extends string>(
  words: Readonly<Record<Meaning, string>>,
): ReadonlyMap<string, Meaning> {
  const meanings = Object.keys(words) as Meaning[];
  return new Map(meanings.flatMap((meaning) => words[meaning].split(' ').map((word) => [word, meaning])));
}

/** A heading without what makes no difference: 县（市、区） and 县市区 are one. */
export function headingWord(heading: string): string {
  return heading.normalize('NFKC').replaceAll(/[\s()[\]【】、,/·:*]/gu, '');
}

/** A merged title covers many columns with the same text: only the first can mean something. */
export function headedColumns<Meaning extends string>(
  cells: readonly string[],
  meanings: ReadonlyMap<string, Meaning>,
): HeadedColumn<Meaning>[] {
  const columns: HeadedColumn<Meaning>[] = [];
  for (const [index, heading] of cells.entries()) {
    const meaning = meanings.get(headingWord(heading));
    if (meaning !== undefined && !columns.some((column) => column.meaning === meaning))
      columns.push({ index, heading, meaning });
  }
  return columns;
}

/** @returns the row with most known headings, among them the needed one; null where there is none */
export function findHeadingRow<Column extends { meaning: string }>(
  rows: readonly { cells: readonly string[] }[],
  needed: Column['meaning'],
  columnsOf: (cells: readonly string[]) => Column[],
): { columns: Column[]; place: number } | null {
  let best: { columns: Column[]; place: number } | null = null;
  for (const [place, { cells }] of rows.slice(0, HEADING_ROWS).entries()) {
    const columns = columnsOf(cells);
    const isHeading = columns.some(({ meaning }) => meaning === needed);
    if (isHeading && columns.length > (best?.columns.length ?? 0)) best = { columns, place };
  }
  return best;
}

export function letterOf(columns: readonly { index: number; meaning: string }[], meaning: string): string {
  const column = columns.find((each) => each.meaning === meaning);
  return column === undefined ? '' : columnName(column.index + 1);
}
