import type { ResultCounts } from './add-up.ts';

/** What the colour of a cell shows: how much was found, or how much of it was put right. */
export const heatMeasures = ['found', 'rate'] as const;
export type HeatMeasure = (typeof heatMeasures)[number];

export const heatMeasureNames: Readonly<Record<HeatMeasure, string>> = {
  found: '按发现数',
  rate: '按整改率',
};

/** The strongest. */
export const HEAT_STEPS = 5;

/** Red grows with what was found, green with what was put right; on all of them black is read well, and in grey too. */
export const heatColours: Readonly<Record<HeatMeasure, readonly string[]>> = {
  found: ['FFFFFF', 'FDEDEB', 'FAD7D2', 'F5BBB3', 'EF9C92', 'E87D71'],
  rate: ['FFFFFF', 'EDF6ED', 'D6EBD7', 'B9DDBB', '9ACD9D', '7CBC80'],
};

/** 0 to HEAT_STEPS. @param most of any cell of the table */
function heatStep({ found, rectified }: ResultCounts, measure: HeatMeasure, most: number): number {
  if (found === 0) return 0;
  if (measure === 'found') return Math.ceil((found / most) * HEAT_STEPS);
  return Math.floor((rectified / found) * HEAT_STEPS);
}

/** RRGGBB. */
export function heatColour(counts: ResultCounts, measure: HeatMeasure, most: number): string {
  return heatColours[measure][heatStep(counts, measure, most)] ?? '';
}

export function mostOf(cells: readonly (readonly (ResultCounts | null)[])[]): number {
  return Math.max(1, ...cells.flat().map((cell) => cell?.found ?? 0));
}
