/** A weighted sum of columns, by the columns' numbers. */
export type Terms = [column: number, weight: number][];

export const UNBOUNDED = Number.POSITIVE_INFINITY;

/** Rows and columns of a linear model of whole numbers, as they are added. */
export class LinearModel {
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly whole: boolean[] = [];
  readonly rows: { lower: number; upper: number; terms: Terms }[] = [];

  /** @returns the number of the new column */
  integer(lower: number, upper: number): number {
    return this.#column(lower, upper, true);
  }

  /** Yes (1) or no (0). */
  choice(): number {
    return this.#column(0, 1, true);
  }

  /** A number that the others make whole, or need not be. */
  amount(lower: number, upper: number): number {
    return this.#column(lower, upper, false);
  }

  /** lower ≤ terms ≤ upper */
  row(lower: number, terms: Terms, upper: number): void {
    this.rows.push({ lower, upper, terms });
  }

  /** The same so far; what is added to one of them is not added to the other. */
  copy(): LinearModel {
    const copied = new LinearModel();
    copied.lower.push(...this.lower);
    copied.upper.push(...this.upper);
    copied.whole.push(...this.whole);
    copied.rows.push(...this.rows);
    return copied;
  }

  fix(column: number, value: number): void {
    this.lower[column] = value;
    this.upper[column] = value;
  }

  /** Something that is asked for cannot be: no solution. */
  refuse(): void {
    this.row(1, [[this.integer(0, 0), 1]], 1);
  }

  #column(lower: number, upper: number, whole: boolean): number {
    this.lower.push(lower);
    this.upper.push(upper);
    this.whole.push(whole);
    return this.lower.length - 1;
  }
}

/** In whole numbers. */
export function valueOf(terms: Terms, values: Float64Array): number {
  return Math.round(terms.reduce((sum, [column, weight]) => sum + weight * (values[column] ?? 0), 0));
}

/** Of the whole columns. */
export function wholeValues(model: LinearModel, values: Float64Array): Map<number, number> {
  const whole = new Map<number, number>();
  for (const [column, isWhole] of model.whole.entries())
    if (isWhole) whole.set(column, Math.round(values[column] ?? 0));
  return whole;
}
