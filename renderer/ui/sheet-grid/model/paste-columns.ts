import type { Block } from './tsv.ts';

/** What a block may be laid on, as far as it matters for its columns. */
export interface PasteColumns {
  readonly count: number;
  /** Worked out from the columns before it: a subtotal, which a block from elsewhere may have or not. */
  readonly isDerived: (column: number) => boolean;
}

/** Finer differences come from rounded subtotals. */
const ROUNDING = 0.006;

/**
 * The columns that a block goes to, from the first one on. A block without subtotals must not be laid on them: all its
 * figures behind them would come one column too far left.
 */
export function targetColumns(
  block: Block,
  first: number,
  columns: PasteColumns,
  isOwnCopy: boolean,
): number[] {
  const all = Array.from({ length: columns.count - first }, (_, place) => first + place);
  const own = all.filter((column) => !columns.isDerived(column));
  const width = Math.max(1, ...block.map((row) => row.length));
  const derived = all.flatMap((column, place) => (columns.isDerived(column) && place < width ? [place] : []));
  if (isOwnCopy || derived.length === 0) return all;
  return hasDerived(block, derived, width === own.length) ? all : own;
}

/**
 * Whether the block has columns of its own for what is derived here: with the sums, or empty. A single sum may be
 * chance, and so may empty ones where the block fits without them.
 */
function hasDerived(block: Block, derived: readonly number[], fitsWithout: boolean): boolean {
  let sums = 0;
  let isEmpty = true;
  for (const [order, place] of derived.entries()) {
    const from = (derived[order - 1] ?? -1) + 1;
    for (const row of block) {
      const text = row[place]?.trim() ?? '';
      if (text === '') continue;
      isEmpty = false;
      const sum = row.slice(from, place).reduce((all, part) => all + scoreIn(part), 0);
      const difference = Math.abs(scoreIn(text) - sum);
      if (difference > ROUNDING || Number.isNaN(scoreIn(text))) return false;
      if (difference <= ROUNDING) sums += 1;
    }
  }
  return sums > 1 || (!fitsWithout && (isEmpty || sums > 0));
}

/** A deduction and a count are no part of a sum of scores. */
function scoreIn(text: string): number {
  const words = text.normalize('NFKC').trim().replace(/分$/u, '');
  return words.startsWith('-') ? Number.NaN : Number(words);
}
