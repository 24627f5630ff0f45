import type { Clash } from './clashes.ts';
import type { SchedulePlan } from './plan.ts';
import type { Aim } from './problem.ts';
import type { Violation } from './violations.ts';

/**
 * How sure an aim's value is, the earlier aims being as they are: proved least of all plans; proved least among the
 * plans with the same teams, or the same days of teams; or no more than a gap above the best that is possible.
 */
export type Certainty = 'optimal' | 'optimalWithinDecomposition' | 'gap';

export interface AimResult {
  aim: Aim;
  value: number;
  /** No plan has a lower value, by the stated model. */
  bound: number;
  /** The same among the plans with the same teams, and for people with the same trips. */
  boundWithinDecomposition: number;
  /** Value less bound, as a part of the value; of the highest load where the aim is a difference of loads. */
  gap: number;
  certainty: Certainty;
}

/** How much lower the value could be at most, as a number and as a part of it. */
export function certaintyWords({ certainty, value, bound, gap }: AimResult): string {
  if (certainty === 'optimal') return '最优';
  const within = certainty === 'optimalWithinDecomposition' ? '在此分解下最优，' : '';
  const less = value - Math.ceil(bound - TINY);
  return `${within}最多还能少 ${less}，差距不超过 ${percent(gap)}`;
}

/** The same where there is little room. */
export function shortCertainty({ certainty, gap }: AimResult): string {
  if (certainty === 'optimal') return '最优';
  const within = certainty === 'optimalWithinDecomposition' ? '在此分解下最优，' : '';
  return `${within}差距≤${percent(gap)}`;
}

function percent(gap: number): string {
  return `${(gap * 100).toFixed(1)}%`;
}

/** Bounds come from a solver that reckons in floating point. */
const TINY = 1e-6;

/** What a page shows while the solver goes on, and what it ends with. */
export interface ScheduleResult {
  plan: SchedulePlan;
  aims: AimResult[];
  seconds: number;
  /** Incomplete: places are left uncovered. Infeasible: rules clash with pins, and the plan does not keep these. */
  status: 'complete' | 'incomplete' | 'infeasible';
  /** Null while it goes on, and where it was broken off. */
  ended: 'proven' | 'outOfTime' | 'stopped' | 'crashed' | null;
  violations: Violation[];
  clashes: Clash[];
}
