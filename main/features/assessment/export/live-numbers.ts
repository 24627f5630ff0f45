import type { Fraction } from '#shared/rules/fraction.ts';
import { roundHalfUp } from '#shared/rules/fraction.ts';
import type { Formula } from '#main/core/excel/write/streamed-workbook.ts';

/*
 * Numbers of the workbook: live where they follow from others, and in every case the value that the program itself
 * worked out. A workbook's program calculates with about 15 digits, this one with fractions; where that could make
 * a difference, the program's value stands in the cell.
 */

export interface LiveNumber {
  content: number | Formula;
  /** Why it is a plain number although it follows from others. */
  note?: string;
}

const FIXED_NOTE =
  '此数的准确值几乎正在四舍五入的分界上，电子表格的计算误差会使结果差0.001分，所以这里直接写入程序按分数算出的结果。';

/** Thousandths of a point as points: 6250 is 6.25. */
export function pointsNumber(points: number): number {
  return points / 1000;
}

/** An exact score as points: a number where it is a thousandth, else a formula such as 17/3, so that sums agree. */
export function exactNumber(score: Fraction): number | Formula {
  if (isThousandth(score)) return pointsNumber(Number(score.s * score.n));
  const points = score.div(1000);
  const numerator = points.s * points.n;
  return { formula: `${numerator}/${points.d}`, result: Number(numerator) / Number(points.d) };
}

export function isThousandth(score: Fraction): boolean {
  return score.d === 1n;
}

/**
 * A formula rounded to thousandths as the program rounds.
 * @param expression over cells, worth `exact` thousandths divided by 1000
 */
export function roundedNumber(expression: string, exact: Fraction): LiveNumber {
  const result = pointsNumber(roundHalfUp(exact));
  switch (placeBesideHalf(exact)) {
    case 'half':
      // The half itself has to survive the calculation, or it may be rounded down.
      return { content: { formula: `ROUND(ROUND(${expression},10),3)`, result } };
    case 'near':
      return { content: result, note: FIXED_NOTE };
    default:
      return { content: { formula: `ROUND(${expression},3)`, result } };
  }
}

/** So close to a half thousandth that calculating with 15 digits may fall on its other side. */
const NEAR = 1_000_000n;

function placeBesideHalf({ n, d }: Fraction): 'half' | 'near' | 'apart' {
  const twice = (n * 2n) % (d * 2n);
  const distance = twice > d ? twice - d : d - twice;
  if (distance === 0n) return 'half';
  return distance * NEAR < d * 2n ? 'near' : 'apart';
}
