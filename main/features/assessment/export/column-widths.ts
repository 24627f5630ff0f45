import { shownWidth } from '#main/core/excel/write/row-height.ts';

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

/** The left half begins with a little more of the width than the right one. */
const LEFT_SHARE = 0.55;

/** How many columns the left text of a line above a table takes, so that both texts fit if they can. */
export function captionSplit(left: string, right: string, widths: readonly number[]): number {
  const last = Math.max(1, widths.length - 1);
  const roomOf = (columns: readonly number[]): number => columns.reduce((sum, width) => sum + width, 0);
  const share = roomOf(widths) * LEFT_SHARE;
  let split = 1;
  while (split < last && roomOf(widths.slice(0, split)) < share) split += 1;
  while (
    split < last &&
    roomOf(widths.slice(0, split)) <= shownWidth(left) &&
    roomOf(widths.slice(split + 1)) > shownWidth(right)
  )
    split += 1;
  return split;
}
