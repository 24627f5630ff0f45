/*
 * Measures of GB/T 9704-2012 in twips (1/20 pt), the unit of .docx. 28 characters of 16 pt fit by
 * moving them 0.25 pt together.
 */

const TWIPS_PER_MILLIMETRE = 1440 / 25.4;
const TWIPS_PER_POINT = 20;

export function millimetres(value: number): number {
  return Math.round(value * TWIPS_PER_MILLIMETRE);
}

export function points(value: number): number {
  return Math.round(value * TWIPS_PER_POINT);
}

/** Font sizes are written in half points. */
export function halfPoints(pointsOfSize: number): number {
  return Math.round(pointsOfSize * 2);
}

const POINTS_PER_MILLIMETRE = 72 / 25.4;

export function pointsOfMillimetres(value: number): number {
  return value * POINTS_PER_MILLIMETRE;
}

/** A4 in whole twips; 210 mm and 297 mm rounded each for itself would come out one twip short (cl. 4). */
export const page = { width: 11_906, height: 16_838 } as const;

/** cl. 5.2.1; right and bottom follow from the text block of 156 × 225 mm. */
export const margins = {
  top: millimetres(37),
  bottom: millimetres(35),
  left: millimetres(28),
  right: millimetres(26),
} as const;

export const block = {
  width: page.width - margins.left - margins.right,
  height: page.height - margins.top - margins.bottom,
} as const;

/** The least exact height of a line that Word takes: 0.7 pt. */
export const MINIMUM_LINE = 14;

/** From line to line: whole twips, so that all lines of a page fit and the mark that turns pages as well. */
export function lineOf(linesPerPage: number): number {
  return Math.floor((block.height - MINIMUM_LINE) / linesPerPage);
}

/** 三号. */
export const TEXT_POINTS = 16;
/** Added to each character of 16 pt. */
export const TEXT_SPACING = -5;

/** So many characters of 16 pt, as the body text sets them. */
export function cells(count: number): number {
  return Math.round(count * (points(TEXT_POINTS) + TEXT_SPACING));
}

const PIXELS_PER_TWIP = 96 / 1440;

/** Shapes are sized in pixels of 1/96 inch. */
export function pixels(twips: number): number {
  return twips * PIXELS_PER_TWIP;
}
