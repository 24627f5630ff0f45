/** One number that reports show, as the feature that counts it tells it. */
export type Measure = {
  /** Stays the same for ever: kept reports name it. With that of its source in front: findings.found. */
  key: string;
  name: string;
  /** 家, 处, 万元; % of a share that is printed as per cent. */
  unit: string;
  /**
   * given: there by itself, such as towns that have to have a brigade: tells nothing of whether anything was recorded.
   * today: a field without a day, not known of any time that ended before today.
   */
  basis?: 'given' | 'today';
  /** Key of the measure beside which a 0 says something: 现有 0 where 应建 is 3. */
  zeroBeside?: string;
} & (
  | { kind: 'count' | 'sum' }
  /** Always divided anew, never added up: `part` by `whole`, both keys of measures of the same source. */
  | { kind: 'share'; part: string; whole: string }
);

/** Digits behind the point: 万元 are exact to the yuan. */
export const placesOfKind: Readonly<Record<Measure['kind'], number>> = { count: 0, sum: 4, share: 2 };

/** By key of the measure; what is missing is 0. */
export type Amounts = Readonly<Record<string, number>>;

/** @returns null for a share of nothing */
export function valueIn(measure: Measure, amounts: Amounts): number | null {
  if (measure.kind !== 'share') return amounts[measure.key] ?? 0;
  const whole = amounts[measure.whole] ?? 0;
  return whole === 0 ? null : (amounts[measure.part] ?? 0) / whole;
}

/** Whether anything was there that the measure could count: of a share, something to take it of. */
export function isAnything(measure: Measure, amounts: Amounts): boolean {
  return (amounts[measure.kind === 'share' ? measure.whole : measure.key] ?? 0) !== 0;
}

export function addUp(all: readonly Amounts[]): Amounts {
  const sums: Record<string, number> = {};
  for (const amounts of all)
    for (const [key, amount] of Object.entries(amounts)) sums[key] = (sums[key] ?? 0) + amount;
  return sums;
}
