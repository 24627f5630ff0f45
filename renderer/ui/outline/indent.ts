const FIRST_PIXELS = 12;
const LEVEL_PIXELS = 22;

/** Pixels from the edge of the table to the text of a line. */
export function indentOf(level: number): number {
  return FIRST_PIXELS + level * LEVEL_PIXELS;
}
