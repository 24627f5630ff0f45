const LINE_POINTS = 15;
const PADDING_POINTS = 6;
/** Excel draws no row higher. */
const HIGHEST_POINTS = 409;

/**
 * Points that wrapped texts need, since programs do not fit rows by themselves where cells are merged.
 * Widths are in characters of the standard font; a Chinese one takes two.
 */
export function rowHeight(cells: readonly { text: string; width: number }[]): number {
  const lines = Math.max(1, ...cells.map(({ text, width }) => lineCount(text, width)));
  return Math.min(HIGHEST_POINTS, lines * LINE_POINTS + PADDING_POINTS);
}

function lineCount(text: string, width: number): number {
  const usable = Math.max(2, width - 1);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(shownWidth(line) / usable)), 0);
}

/** How many characters of the standard font a line is wide; a Chinese one takes two. */
export function shownWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2;
  // The body's font is a little larger than the standard one.
  return width * 1.1;
}
