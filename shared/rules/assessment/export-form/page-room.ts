import type { Orientation } from './definitions.ts';
import type { PageForm, PaperSize } from './model.ts';

/** Short and long side, in millimetres. */
const sides: Readonly<Record<PaperSize, readonly [number, number]>> = { A4: [210, 297], A3: [297, 420] };
/** Of the standard font; a Chinese one takes two. */
const MILLIMETRES_OF_A_CHARACTER = 1.87;

export function paperSides(paper: PaperSize, orientation: Orientation): { width: number; height: number } {
  const [short, long] = sides[paper];
  return orientation === 'landscape' ? { width: long, height: short } : { width: short, height: long };
}

/** How many characters stand side by side on a page. */
export function pageRoom({ paper, margins }: PageForm, orientation: Orientation): number {
  const width = paperSides(paper, orientation).width - margins.left - margins.right;
  return Math.floor(width / MILLIMETRES_OF_A_CHARACTER);
}

export function millimetresOf(characters: number): number {
  return characters * MILLIMETRES_OF_A_CHARACTER;
}
