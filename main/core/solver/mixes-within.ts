import type { Range } from './realise.ts';

/** Days in counties of each load, in the order of the loads. */
export type DayMix = readonly number[];

export interface DayMixes {
  mixes: readonly DayMix[];
  /** Whether there are no others. */
  areAll: boolean;
}

const MOST_STEPS = 20_000;

/** All counts, none above its most and no more than so many together, whose points lie in the range. */
export function mixesWithin(
  { from, to }: Range,
  loads: readonly number[],
  most: readonly number[],
  together: number,
): DayMixes {
  const mixes: number[][] = [];
  let steps = 0;
  const add = (mix: number[], left: number, points: number): void => {
    const load = loads[mix.length];
    if (load === undefined) {
      if (points >= from) mixes.push(mix);
      return;
    }
    const upTo = Math.min(most[mix.length] ?? 0, left, Math.floor((to - points) / load));
    for (let days = 0; days <= upTo && steps < MOST_STEPS; days += 1) {
      steps += 1;
      add([...mix, days], left - days, points + days * load);
    }
  };
  add([], together, 0);
  return { mixes, areAll: steps < MOST_STEPS };
}
