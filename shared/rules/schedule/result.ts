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

/** What a page shows while the solver goes on, and what it ends with. */
export interface ScheduleProgress {
  plan: SchedulePlan;
  aims: AimResult[];
  seconds: number;
}

export interface ScheduleResult extends ScheduleProgress {
  /** Incomplete: places are left uncovered. Infeasible: rules clash with pins, and the plan does not keep these. */
  status: 'complete' | 'incomplete' | 'infeasible';
  ended: 'proven' | 'outOfTime' | 'stopped' | 'crashed';
  violations: Violation[];
  clashes: Clash[];
}
