import type { PrintedReport, PrintedRow } from './printed.ts';

/** A place of a frozen report that would be printed otherwise today. */
export interface CellDifference {
  /** Key of the row. */
  row: string;
  rowName: string;
  /** Heading of the column. */
  /** Its place in the head: 0 is the name. */
  column: number;
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
  return head.flatMap((_heading, column) => {
    const [then, now] = [frozen?.texts[column] ?? null, today?.texts[column] ?? null];
    return then === now ? [] : [{ row, rowName, column, frozen: then, today: now }];
  });
}
