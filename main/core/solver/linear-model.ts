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
