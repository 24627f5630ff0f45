/* Widths in characters of the standard font; a Chinese one takes two. */

interface Column {
  width: number;
  /** Takes what room is left, or gives way. */
  flexible: boolean;
}

/** A flexible column gives way to this share of its width; beyond that the page is printed smaller. */
const NARROWEST = 0.6;

/** Widths that fill the page as far as the columns can. */
export function spreadWidths(columns: readonly Column[], room: number): number[] {
  const sum = (widths: readonly number[]): number => widths.reduce((whole, width) => whole + width, 0);
  const flexible = sum(columns.filter((column) => column.flexible).map(({ width }) => width));
  if (flexible === 0) return columns.map(({ width }) => width);
  const fixed = sum(columns.filter((column) => !column.flexible).map(({ width }) => width));
  const factor = Math.max(NARROWEST, (room - fixed) / flexible);
  return columns.map(({ width, flexible: gives }) => (gives ? width * factor : width));
}

/** Where the right half of a line above a table begins, so that its left half has a little more. */
export function captionSplit(widths: readonly number[]): number {
  const half = widths.reduce((sum, width) => sum + width, 0) * 0.55;
  let used = 0;
  const reached = widths.findIndex((width) => {
    used += width;
    return used >= half;
  });
  return Math.max(1, Math.min(reached + 1, widths.length - 1));
}
