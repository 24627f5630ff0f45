import type { IndicatorLosses } from './losses.ts';

type Counted = Pick<IndicatorLosses, 'counted' | 'losing'>;

/** How many of a hundred scored objects lost points on it; 0 where none is scored. */
function losingShare({ counted, losing }: Counted): number {
  return counted === 0 ? 0 : (losing / counted) * 100;
}

/** Of a hundred points that could be had on it, how many were lost. */
export function lossShare({ counted, maxPoints, lost }: IndicatorLosses): number {
  return counted === 0 ? 0 : (lost / (maxPoints * counted)) * 100;
}

/** Indicators where at least so many percent lose, most of all first. */
export function lostByMost<Indicator extends Counted>(
  indicators: readonly Indicator[],
  atLeastPercent: number,
): Indicator[] {
  return indicators
    .filter(({ counted, losing }) => losing > 0 && losing * 100 >= atLeastPercent * counted)
    .toSorted((left, right) => losingShare(right) - losingShare(left) || right.losing - left.losing);
}

/** Indicators that tell nobody apart, because nobody loses. */
export function lostByNobody<Indicator extends Counted>(indicators: readonly Indicator[]): Indicator[] {
  return indicators.filter(({ counted, losing }) => counted > 0 && losing === 0);
}
