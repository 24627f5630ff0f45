import type { Points } from '../../points.ts';
import type { Fraction } from '../fraction.ts';
import { roundHalfUp } from '../fraction.ts';

/** Points as a person writes them, without superfluous zeros: 6000 is 6, 750 is 0.75. */
export function pointsText(points: Points): string {
  return String(points / 1000);
}

export function fractionPointsText(points: Fraction): string {
  return pointsText(roundHalfUp(points));
}

/** 2至6, or 2 where both ends are the same. */
export function rangeText(range: { min: Points; max: Points }): string {
  return range.min === range.max
    ? pointsText(range.min)
    : `${pointsText(range.min)}至${pointsText(range.max)}`;
}

/** Thousandths with a fixed number of decimals, the half rounded up: 89950 with one decimal is 90.0. */
export function decimalText(points: number | null, decimals: number): string {
  if (points === null) return '—';
  const unit = 10 ** (3 - decimals);
  const magnitude = Math.floor((Math.abs(points) + unit / 2) / unit);
  const text = (magnitude / 10 ** decimals).toFixed(decimals);
  return points < 0 && magnitude > 0 ? `-${text}` : text;
}
