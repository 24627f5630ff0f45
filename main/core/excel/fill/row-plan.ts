/** Rows of a form that repeat for each record, 1-based. */
export interface BlockRows {
  top: number;
  /** The last row that the form holds ready. */
  bottom: number;
  records: number;
}

/** Where a block gets rows that its form does not hold ready. */
export interface RowInsertion extends BlockRows {
  /** Rows from here on move down. */
  before: number;
  count: number;
  /** What the new rows are copies of. */
  pattern: number;
}

/**
 * How the rows of one sheet move. New rows stand before a block's last row, as a careful hand would insert them, so
 * that frames and totals hold; behind a block's only row, with which whatever spans it grows.
 */
export interface RowPlan {
  insertions: readonly RowInsertion[];
  /** Where a row of the form is afterwards. */
  row(row: number): number;
  /** The same for the last row of a range. */
  lastRow(row: number): number;
  /** The block that the row belongs to. */
  blockOf(row: number): RowInsertion | undefined;
}

export function planRows(blocks: readonly BlockRows[]): RowPlan {
  const insertions = blocks.flatMap(insertionOf).toSorted((one, other) => one.before - other.before);
  const row = (place: number) =>
    insertions.reduce((moved, { before, count }) => (before <= place ? moved + count : moved), place);
  return {
    insertions,
    row,
    lastRow(place) {
      const own = insertions.find(({ top, bottom }) => top === bottom && bottom === place);
      return row(place) + (own?.count ?? 0);
    },
    blockOf: (place) => insertions.find(({ top, bottom }) => top <= place && place <= bottom),
  };
}

function insertionOf(block: BlockRows): RowInsertion[] {
  const { top, bottom, records } = block;
  const count = records - (bottom - top + 1);
  if (count <= 0) return [];
  return top === bottom
    ? [{ ...block, count, before: bottom + 1, pattern: bottom }]
    : [{ ...block, count, before: bottom, pattern: bottom - 1 }];
}
