import {
  type AimValues,
  aimValues,
  type DutyAim,
  isBetter,
  orderOfAims,
} from '#shared/rules/duty/propose/aims.ts';
import { greedyRoster } from '#shared/rules/duty/propose/greedy.ts';
import type { DutyProblem, Seat } from '#shared/rules/duty/propose/problem.ts';
import type { LinearSolver } from '#main/core/solver/highs.ts';
import { rosterModel } from './roster-model.ts';

export interface SolveOptions {
  /** As little as can be changes of what stands; else the most even spread is looked for first. */
  keepsPresent: boolean;
  seconds: number;
  stopped: () => boolean;
  /** Which aim is worked at, and how many come before it. */
  progress: (aim: DutyAim, place: number, count: number) => void;
}

export interface SolvedAim {
  aim: DutyAim;
  value: number;
  /** No roster that is as good in the aims before has less. */
  bound: number;
}

export interface SolvedRoster {
  plan: Seat[];
  aims: SolvedAim[];
}

/** From a greedy roster by HiGHS, aim after aim, each kept before the next is looked at. */
export function solveRoster(solver: LinearSolver, problem: DutyProblem, options: SolveOptions): SolvedRoster {
  const { keepsPresent, seconds, stopped, progress } = options;
  const order = orderOfAims(keepsPresent);
  const { model, aims, read, choices } = rosterModel(problem);
  let best = greedyRoster(problem, keepsPresent);
  let values = aimValues(problem, best);
  const end = performance.now() + seconds * 1_000;
  const solved: SolvedAim[] = [];
  for (const [place, aim] of order.entries()) {
    progress(aim, place, order.length);
    const { terms, constant } = aims[aim];
    // Nothing is below zero, and what nothing can change is as it is.
    let bound = terms.length === 0 ? values[aim] : 0;
    if (values[aim] > bound) {
      const now = performance.now();
      const until = now + (end - now) / (order.length - place);
      const found = solver.solve(model, terms, { until, stopped }, choices(best));
      bound = Math.max(bound, found.bound + constant);
      if (found.values !== null)
        [best, values] = betterOf(problem, order, [best, values], read(found.values));
    }
    solved.push({ aim, value: values[aim], bound: Math.min(bound, values[aim]) });
    model.row(Number.NEGATIVE_INFINITY, [...terms], values[aim] - constant);
  }
  return { plan: best, aims: solved };
}

function betterOf(
  problem: DutyProblem,
  order: readonly DutyAim[],
  [best, values]: [Seat[], AimValues],
  found: Seat[],
): [Seat[], AimValues] {
  const foundValues = aimValues(problem, found);
  return isBetter(order, foundValues, values) ? [found, foundValues] : [best, values];
}
