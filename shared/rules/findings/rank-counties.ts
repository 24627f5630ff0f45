import type { ResultCounts } from './add-up.ts';

export type Ranked<Row> = Row & { rank: number };

/** By the share that was put right, the highest first; the same share is the same rank, and the next ones are skipped. */
export function rankByRate<Row extends ResultCounts>(rows: readonly Row[]): Ranked<Row>[] {
  const sorted = rows.filter(({ found }) => found > 0).toSorted(compareRates);
  return sorted.map((row) => ({
    ...row,
    rank: sorted.findIndex((other) => compareRates(other, row) === 0) + 1,
  }));
}

/** Without a division, so that equal shares are equal. */
function compareRates(one: ResultCounts, other: ResultCounts): number {
  return other.rectified * one.found - one.rectified * other.found;
}
