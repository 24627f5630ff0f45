import { aimsOf, measureAims, personLoads, teamLoads } from '#shared/rules/schedule/aims.ts';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import { type Clash, findClashes } from '#shared/rules/schedule/clashes.ts';
import { choosesTeams, formTeams } from '#shared/rules/schedule/form-teams.ts';
import { completePlan, greedyPlan } from '#shared/rules/schedule/greedy.ts';
import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import type { Aim, Pin, ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import type { AimResult, ScheduleResult } from '#shared/rules/schedule/result.ts';
import { frameOf } from './frame.ts';
import type { Limits, LinearSolver, Solved } from './highs.ts';
import { improve } from './improve.ts';
import { keepPins } from './pin-clashes.ts';
import { createSearch, type Search } from './search.ts';

/*
 * From a problem to a plan and a proof: a greedy plan at once; pins that clash are set aside and named; then the model
 * of county days gives bounds and days, which are laid out and improved with the stated model, part by part, until
 * everything is proved, the time is over or somebody stops it.
 */

export interface SolveOptions {
  seconds: number;
  stopped: () => boolean;
  /** Hears of every plan that is better than all before. */
  progress: (best: ScheduleResult) => void;
}

/** Of the time, at most, for finding out which pins clash. */
const PINS_SHARE = 0.3;

export function solveSchedule(
  solver: LinearSolver,
  problem: ScheduleProblem,
  { seconds, stopped, progress }: SolveOptions,
): ScheduleResult {
  const started = performance.now();
  const guarded = guardedSolver(solver);
  const limits: Limits = {
    until: started + seconds * 1_000,
    stopped: () => stopped() || guarded.hasCrashed(),
  };
  const { kept, start, clashing } = settlePins(guarded, problem, limits, seconds);
  const resultOf = (search: Search, ended: ScheduleResult['ended']): ScheduleResult => {
    const violations = checkPlan(problem, search.best);
    return {
      plan: search.best,
      aims: judge(problem, search),
      seconds: (performance.now() - started) / 1_000,
      status: violations.length > 0 ? 'infeasible' : search.values.uncovered > 0 ? 'incomplete' : 'complete',
      ended,
      violations,
      clashes: clashesOf(problem, search.best, clashing),
    };
  };
  const search = createSearch(frameOf(kept, start.teams), start, (better) =>
    progress(resultOf(better, null)),
  );
  progress(resultOf(search, null));
  improve(guarded, search, limits);
  const early = guarded.hasCrashed() ? 'crashed' : stopped() ? 'stopped' : 'outOfTime';
  return resultOf(search, search.isProven() ? 'proven' : early);
}

/** After a crash of HiGHS, or when its memory is full, it finds nothing more; the plan so far stays. */
function guardedSolver(solver: LinearSolver): LinearSolver & { hasCrashed(): boolean } {
  const nothing: Solved = { status: 'open', values: null, bound: Number.NEGATIVE_INFINITY };
  let crashed = false;
  return {
    hasCrashed: () => crashed,
    solve(...given) {
      if (crashed) return nothing;
      try {
        return solver.solve(...given);
      } catch {
        crashed = true;
        return nothing;
      }
    },
  };
}

/** A plan that keeps the pins, but for those that clash; the problem is without these. */
function settlePins(solver: LinearSolver, problem: ScheduleProblem, limits: Limits, seconds: number) {
  const until = performance.now() + seconds * 1_000 * PINS_SHARE;
  const clashing: Pin[][] = [];
  let kept = problem;
  let start = greedyPlan(kept);
  while (isPinBroken(kept, start) && performance.now() < until) {
    const pinned = keepPins(solver, kept, formTeams(kept), { ...limits, until });
    if (pinned.clashing.length === 0) {
      if (pinned.plan !== null) start = completePlan(kept, pinned.plan);
      break;
    }
    clashing.push(pinned.clashing);
    kept = { ...kept, pins: kept.pins.filter((pin) => !pinned.clashing.includes(pin)) };
    start = greedyPlan(kept);
  }
  return { kept, start, clashing };
}

function isPinBroken(problem: ScheduleProblem, plan: SchedulePlan): boolean {
  return checkPlan(problem, plan).some(({ rule }) => rule === 'pin');
}

function clashesOf(problem: ScheduleProblem, plan: SchedulePlan, clashing: readonly Pin[][]): Clash[] {
  const covered = new Set(plan.trips.flatMap(({ placeIds }) => placeIds));
  const places = problem.places.filter(({ id }) => !covered.has(id));
  const proved = clashing.filter((set) => set.length > 1);
  const pins = checkPlan(problem, plan).flatMap((broken) =>
    broken.rule === 'pin' && !proved.flat().includes(broken.pin) ? [broken.pin] : [],
  );
  const together = proved.map((set): Clash => ({ kind: 'pins', pins: [...set], isProved: true }));
  return [...together, ...findClashes(problem, plan, { places, pins })];
}

function judge(problem: ScheduleProblem, search: Search): AimResult[] {
  const given = !choosesTeams(problem);
  const values = measureAims(problem, search.best);
  return aimsOf(problem).map((aim) => {
    const value = values[aim];
    const within = Math.min(value, Math.max(search.boundOf(aim), search.boundWithin(aim)));
    const bound = given ? Math.min(value, search.boundOf(aim)) : 0;
    return {
      aim,
      value,
      bound,
      boundWithinDecomposition: within,
      gap: value === bound ? 0 : (value - bound) / scaleOf(problem, search.best, aim),
      certainty: value === bound ? 'optimal' : value === within ? 'optimalWithinDecomposition' : 'gap',
    };
  });
}

function scaleOf(problem: ScheduleProblem, plan: SchedulePlan, aim: Aim): number {
  if (aim === 'teamLoad') return Math.max(1, ...teamLoads(problem, plan).values());
  if (aim === 'personLoad') return Math.max(1, ...personLoads(problem, plan).values());
  return Math.max(1, measureAims(problem, plan)[aim]);
}
