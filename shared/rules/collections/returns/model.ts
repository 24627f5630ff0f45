import type { RowValues } from '../definition.ts';

/** A row of a returned table. */
export interface ReturnedRow {
  /** Of the sheet, as the unit sees it; from 1. */
  row: number;
  /** Of a given row; null: written by the unit. */
  key: string | null;
  /** Canonical, of the columns that could be read. What was given by us stands here as we gave it. */
  values: RowValues;
  /** What stands in the cells that could not be read, by column. */
  unread: Record<string, string>;
}

export const problemKinds = [
  'missing',
  'empty',
  'wrong',
  'question',
  'heading',
  'locked',
  'added',
  'removed',
  'twice',
  'version',
  'unit',
  'ledger',
  'note',
] as const;
/**
 * `ledger`: the ledger that it is for would not store it.
 * `empty`: nothing was written where there may be nothing to write; it is corrected, or accepted as 零报告. A note stops
 * nothing; everything else has to be corrected or answered before the table is merged.
 */
export type ProblemKind = (typeof problemKinds)[number];

export interface ReturnProblem {
  kind: ProblemKind;
  /** Of the sheet; 0: of the whole table. */
  row: number;
  /** Letter, or empty. */
  column: string;
  /** The cell that an answer would fill: place in the rows from 0, and key of the column. */
  cell: { place: number; column: string } | null;
  /** What to do, in Chinese. */
  text: string;
  /** Canonical: what is probably meant. */
  guess: string | null;
}

export function mustCorrect(problems: readonly ReturnProblem[]): boolean {
  return problems.some(({ kind }) => kind !== 'note');
}
