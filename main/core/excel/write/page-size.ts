/** The file format's numbers; the library's type knows only names that it does not export. */
export const paperSizes = { A3: 8, A4: 9 } as const;

/** Characters of the standard font beyond which a page that is fitted to its width can hardly be read. */
const MOST_ON_A4 = { portrait: 120, landscape: 240 } as const;

type Orientation = 'portrait' | 'landscape';

/** Upright where all columns can be read so, lying otherwise. @param width of all columns, in characters */
export function orientationFor(width: number): Orientation {
  return width <= MOST_ON_A4.portrait ? 'portrait' : 'landscape';
}

/** The paper of offices, or the next larger one for a table that is too wide for it. */
export function paperSizeFor(width: number, orientation: Orientation): number {
  return width <= MOST_ON_A4[orientation] ? paperSizes.A4 : paperSizes.A3;
}

export function widthOf(columns: readonly { width: number; hidden?: boolean }[]): number {
  return columns.reduce((sum, { width, hidden = false }) => sum + (hidden ? 0 : width), 0);
}
