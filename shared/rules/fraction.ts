import { Fraction } from 'fraction.js';

export type { Fraction };

export const ZERO = new Fraction(0);

/** An integer, or a quotient of two integers, as an exact fraction. */
export function fractionOf(numerator: number | bigint, denominator: number | bigint = 1): Fraction {
  return new Fraction(BigInt(numerator), BigInt(denominator));
}

/** Exact value of decimal text such as `0.19`; the text has passed `decimalSchema`. */
export function fractionOfDecimal(text: string): Fraction {
  return new Fraction(text);
}

/** 12200/3: an exact value as a text, and back. */
export function fractionText({ s, n, d }: Fraction): string {
  return `${s * n}/${d}`;
}

export function fractionOfText(text: string): Fraction {
  const [numerator = '', denominator = ''] = text.split('/');
  return fractionOf(BigInt(numerator), BigInt(denominator));
}

/**
 * Nearest integer, the half away from zero (四舍五入 looks at the magnitude: -0.5 becomes -1, as in a workbook's
 * ROUND). Only for storing and showing a value; nothing is decided on a rounded number.
 */
export function roundHalfUp(value: Fraction): number {
  const magnitude = Number((value.n * 2n + value.d) / (value.d * 2n));
  return value.s < 0n ? -magnitude : magnitude;
}

/** Negative, zero or positive, as a sorting function wants it. */
export function compareFractions(left: Fraction, right: Fraction): number {
  if (left.d === right.d && left.s === right.s) {
    if (left.n === right.n) return 0;
    return left.n < right.n === left.s > 0n ? -1 : 1;
  }
  const sameUnit = left.d === right.d;
  const leftValue = sameUnit ? left.s * left.n : left.s * left.n * right.d;
  const rightValue = sameUnit ? right.s * right.n : right.s * right.n * left.d;
  return leftValue < rightValue ? -1 : Number(leftValue > rightValue);
}

export function isAtLeast(value: Fraction, integer: number): boolean {
  return value.s * value.n >= BigInt(integer) * value.d;
}

/** Fractions are kept in lowest terms, so that equal values have equal parts. */
export function isSameFraction(left: Fraction, right: Fraction): boolean {
  return left.n === right.n && left.d === right.d && (left.s === right.s || left.n === 0n);
}

export function smaller(left: Fraction, right: Fraction): Fraction {
  return compareFractions(left, right) <= 0 ? left : right;
}

export function larger(left: Fraction, right: Fraction): Fraction {
  return compareFractions(left, right) >= 0 ? left : right;
}

export function sumFractions(values: Iterable<Fraction>): Fraction {
  const sum = new FractionSum();
  for (const value of values) sum.add(value);
  return sum.total();
}

/** Integers, which nearly all scores are, are summed apart as numbers: many times faster than adding fractions. */
export class FractionSum {
  #integers = 0;
  #rest = ZERO;

  add(value: Fraction): void {
    if (value.d === 1n) {
      const magnitude = Number(value.n);
      const sum = this.#integers + (value.s < 0n ? -magnitude : magnitude);
      // Beyond that a number is no longer exact.
      if (Number.isSafeInteger(magnitude) && Number.isSafeInteger(sum)) {
        this.#integers = sum;
        return;
      }
    }
    this.#rest = this.#rest.add(value);
  }

  total(): Fraction {
    const integers = fractionOf(this.#integers);
    return this.#rest === ZERO ? integers : this.#rest.add(integers);
  }
}
