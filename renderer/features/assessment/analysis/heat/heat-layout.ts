import type { GroupAnalysis } from '#shared/contract/analysis.ts';
import type { LossCell } from '#shared/rules/assessment/analysis/losses.ts';

/** One cell by its places among objects and indicators. */
export interface HeatPlace {
  row: number;
  column: number;
}

/** Sizes in CSS pixels of a map of objects by indicators. */
export interface HeatLayout {
  leadWidth: number;
  /** Categories, then the numbers of the indicators. */
  headHeight: number;
  cellWidth: number;
  cellHeight: number;
  width: number;
  height: number;
}

export const CATEGORY_HEIGHT = 22;
const NUMBER_HEIGHT = 22;
const LEAD_WIDTH = 120;
const CELL_HEIGHT = 22;
const NARROWEST = 26;
const WIDEST = 60;

/** @param room how wide the map may be before it has to be scrolled */
export function layOutHeat({ objects, indicators }: GroupAnalysis, room: number): HeatLayout {
  const count = Math.max(1, indicators.length);
  const fitting = Math.floor((room - LEAD_WIDTH) / count);
  const cellWidth = Math.min(WIDEST, Math.max(NARROWEST, fitting));
  return {
    leadWidth: LEAD_WIDTH,
    headHeight: CATEGORY_HEIGHT + NUMBER_HEIGHT,
    cellWidth,
    cellHeight: CELL_HEIGHT,
    width: LEAD_WIDTH + count * cellWidth,
    height: CATEGORY_HEIGHT + NUMBER_HEIGHT + objects.length * CELL_HEIGHT,
  };
}

/** The cell at a point of the whole map; null beside all cells. */
export function placeAt(layout: HeatLayout, x: number, y: number): HeatPlace | null {
  if (x < layout.leadWidth || y < layout.headHeight || x >= layout.width || y >= layout.height) return null;
  return {
    row: Math.floor((y - layout.headHeight) / layout.cellHeight),
    column: Math.floor((x - layout.leadWidth) / layout.cellWidth),
  };
}

export function mostLost({ objects }: GroupAnalysis): number {
  const lost = (cell: LossCell): number => (typeof cell === 'number' ? cell : 0);
  return objects.reduce(
    (most, { cells }) => cells.reduce<number>((max, cell) => Math.max(max, lost(cell)), most),
    0,
  );
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** Where a key leads to; null for a key that moves nothing. */
export function steppedPlace(
  key: string,
  from: HeatPlace,
  { rows, columns }: { rows: number; columns: number },
): HeatPlace | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const within = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));
  return { row: within(from.row + step[0], rows), column: within(from.column + step[1], columns) };
}
