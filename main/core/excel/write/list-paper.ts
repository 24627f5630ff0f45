import type { Align } from './paper-styles.ts';
import type { PaperRow, PaperSheet, PaperValue } from './paper-workbook.ts';

/** Width in characters of the standard font; a Chinese one takes two. */
export type ListColumn = readonly [heading: string, width: number, align: Align];

interface ListPaper extends Omit<PaperSheet, 'columns' | 'head' | 'foot'> {
  columns: readonly ListColumn[];
}

/** A paper that is a plain list: one row of headings, nothing below the last row. */
export function listPaper({ columns, ...paper }: ListPaper): PaperSheet {
  return {
    ...paper,
    columns: columns.map(([, width, align]) => ({ width, align })),
    head: [paperRow(columns.map(([heading]) => heading))],
    foot: [],
  };
}

/** One cell for each value, none covering another. */
export function paperRow(values: readonly PaperValue[]): PaperRow {
  return values.map((value) => ({ value }));
}
