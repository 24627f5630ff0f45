import { aimsOf, compareAims, measureAims } from '#shared/rules/schedule/aims.ts';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import { greedyPlan } from '#shared/rules/schedule/greedy.ts';
import type { Aim, ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import { type LinearSolver, loadSolver } from '#main/core/solver/highs.ts';
import { balance, isUsual } from '#main/core/solver/balance.ts';
import { frameOf } from '#main/core/solver/frame.ts';
import { placeGroups } from '#main/core/solver/place-groups.ts';
import { createSearch } from '#main/core/solver/search.ts';
import { solveSchedule } from '#main/core/solver/solve.ts';
import { allPlans } from '#tests/support/all-plans.ts';
import { tinyProblem } from '#tests/support/builders/tiny-problem.ts';
import { beforeAll, expect, test } from 'vitest';

const CASES = 30;
const WINDOWS_MILLISECONDS = 1_000;

const known = new Map<number, Record<Aim, number>>();

function bestOf(seed: number): Record<Aim, number> {
  const best = known.get(seed) ?? bestOfAll(tinyProblem(seed));
  known.set(seed, best);
  return best;
}

function bestOfAll(problem: ScheduleProblem): Record<Aim, number> {
  let best: Record<Aim, number> | null = null;
  for (const plan of allPlans(problem)) {
    const values = measureAims(problem, plan);
    if (best !== null && compareAims(aimsOf(problem), values, best) >= 0) continue;
    if (checkPlan(problem, plan).length === 0) best = values;
  }
  if (best === null) throw new Error('a plan without trips breaks no rule');
  return best;
}

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

test.each(Array.from({ length: CASES }, (_, seed) => seed + 1))(
  'tiny campaign %i: every aim is as low as the best of all plans, and proved to be',
  (seed) => {
    const problem = tinyProblem(seed);
    const result = solveSchedule(solver, problem, {
      seconds: 20,
      stopped: () => false,
      progress: () => undefined,
    });
    const best = bestOf(seed);
    expect(result.ended).toBe('proven');
    expect(result.aims.map(({ aim, value, certainty }) => [aim, value, certainty])).toEqual(
      aimsOf(problem).map((aim) => [aim, best[aim], 'optimal']),
    );
  },
);

test('what the windows of loads prove is never more than the best of all plans has', () => {
  let looked = 0;
  for (let seed = 1; seed <= CASES; seed += 1) {
    const problem = tinyProblem(seed);
    const start = greedyPlan(problem);
    const frame = frameOf(problem, start.teams);
    const search = createSearch(frame, start, () => undefined);
    if (!isUsual(search)) continue;
    balance(solver, search, placeGroups(frame), {
      until: performance.now() + WINDOWS_MILLISECONDS,
      stopped: () => false,
    });
    const best = bestOf(seed);
    for (const [place, aim] of search.order.entries()) {
      if (search.order.slice(0, place).some((earlier) => search.values[earlier] !== best[earlier])) break;
      expect(search.boundOf(aim), `case ${seed}, ${aim}`).toBeLessThanOrEqual(best[aim]);
      looked += 1;
    }
  }
  expect(looked).toBeGreaterThan(CASES);
});
