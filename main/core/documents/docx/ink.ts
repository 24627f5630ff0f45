/*
 * The standard measures from the edges of printed characters. Programs set the base line of a line of exact height at
 * four fifths of it; Chinese characters reach so far above and below their base line, as shares of their size.
 */
const BASELINE = 0.8;
const ABOVE = 0.85;
const BELOW = 0.09;

/** From a line's upper edge to its ink, in the unit of `line` and `size`; negative where the ink begins above it. */
export function inkAbove(line: number, size: number): number {
  return line * BASELINE - size * ABOVE;
}

/** From a line's upper edge to the lower edge of its ink. */
export function inkBelow(line: number, size: number): number {
  return line * BASELINE + size * BELOW;
}

/** How much lower the ink stands than in a printed page, where it is in the middle of its line. */
export function inkDrop(line: number, size: number): number {
  return (inkAbove(line, size) + inkBelow(line, size) - line) / 2;
}
