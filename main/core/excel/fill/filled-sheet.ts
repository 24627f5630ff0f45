import type { FillValue } from './cell-content.ts';

/** A cell of the form, 1-based; of joined cells the first. */
export interface FilledCell {
  row: number;
  column: number;
  value: FillValue;
}

/** Rows that repeat: each record takes one, and more are put in where the form holds too few. */
export interface FilledBlock {
  /** First and last row that the form holds ready for them. */
  top: number;
  bottom: number;
  columns: readonly number[];
  /** A value for each column. */
  records: readonly (readonly FillValue[])[];
}

export interface FilledSheet {
  sheet: string;
  cells: readonly FilledCell[];
  blocks: readonly FilledBlock[];
}
