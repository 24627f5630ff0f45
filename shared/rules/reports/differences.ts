import type { PrintedReport, PrintedRow } from './printed.ts';

/** A place of a frozen report that would be printed otherwise today. */
export interface CellDifference {
  /** Key of the row. */
  row: string;
  rowName: string;
  /** Heading of the column. */
  heading: string;
  /** Null: the row was not there, or is not there any more. */
  frozen: string | null;
  today: string | null;
}

/**
 * Cell by cell what would be different, in the order of the frozen rows, then the new ones. Both have the same columns:
 * a frozen report is counted again by the definition that was frozen with it.
 */
export function differencesOf(frozen: PrintedReport, today: PrintedReport): CellDifference[] {
  const [then, now] = [linesOf(frozen), linesOf(today)];
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((row) =>
    cellsOf(row, then.get(row), now.get(row), frozen.head),
  );
}

function linesOf({ rows, foot }: PrintedReport): Map<string, PrintedRow> {
  return new Map([...rows, ...foot].map((row) => [row.key, row]));
}

function cellsOf(
  row: string,
  frozen: PrintedRow | undefined,
  today: PrintedRow | undefined,
  head: readonly string[],
): CellDifference[] {
  const rowName = (frozen ?? today)?.texts[0] ?? '';
  return head.flatMap((heading, place) => {
    const [then, now] = [frozen?.texts[place] ?? null, today?.texts[place] ?? null];
    return then === now ? [] : [{ row, rowName, heading, frozen: then, today: now }];
  });
}
