import type { Points } from '../../../points.ts';
import { HEAT_STEPS, heatColours } from '../../findings/heat.ts';

/** What a colour shows: the share of an indicator's points that was lost, or the points themselves. */
export const lossMeasures = ['share', 'points'] as const;
export type LossMeasure = (typeof lossMeasures)[number];

export const lossMeasureNames: Readonly<Record<LossMeasure, string>> = {
  share: '按失分率',
  points: '按失分',
};

/** 0 to HEAT_STEPS. @param whole what a full loss is: the indicator's points, or the most that any cell lost */
export function lossStep(lost: Points, whole: Points): number {
  if (lost === 0) return 0;
  return Math.min(HEAT_STEPS, Math.max(1, Math.ceil((lost / whole) * HEAT_STEPS)));
}

/** RRGGBB. */
export function lossColour(step: number): string {
  return heatColours.found[step] ?? '';
}
