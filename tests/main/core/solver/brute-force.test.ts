import { addDays } from '#shared/calendar/days.ts';
import { createRandom } from '#shared/random.ts';
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
import { aPerson, aPlace, aProblem, FIRST_DAY } from '#tests/support/builders/schedule.ts';
import { beforeAll, expect, test } from 'vitest';

const CASES = 30;
const WINDOWS_MILLISECONDS = 1_000;

/** Two teams of two, two days, two counties, three places, and anything else at random. */
function tinyProblem(seed: number): ScheduleProblem {
  const random = createRandom(seed);
  const isSo = (one: number) => random.integer(1, one) === 1;
  const county = () => (isSo(2) ? 'east' : 'west');
  const problem = aProblem({
    rules: {
      crew: { least: random.integer(1, 2), most: 2, roles: [], skills: [] },
      minutesPerDay: 240,
      mostDaysInARow: isSo(3) ? 1 : 2,
      loadPerDay: 2,
    },
    counties: ['east', 'west'].map((id) => ({
      id,
      name: id,
      mostDays: isSo(3) ? 2 : null,
      travelLoad: random.integer(0, 1),
    })),
    places: ['one', 'two', 'three'].map((id) =>
      aPlace(id, county(), {
        minutes: random.integer(1, 4) * 60,
        unitId: isSo(4) ? 'unit' : null,
        skills: isSo(4) ? [{ skill: 'gas', count: 1 }] : [],
      }),
    ),
    inspectors: ['a1', 'a2', 'b1', 'b2'].map((id) =>
      aPerson(id, id.startsWith('a') ? 'A' : 'B', {
        homeCountyId: isSo(5) ? county() : null,
        unitId: isSo(4) ? 'unit' : null,
        skills: isSo(2) ? ['gas'] : [],
        leave: isSo(5) ? [addDays(FIRST_DAY, random.integer(0, 1))] : [],
        carriedLoad: random.integer(0, 2),
      }),
    ),
    teams: ['A', 'B'].map((id) => ({
      id,
      name: id,
      carriedLoad: random.integer(0, 2),
      lastCountyIds: isSo(2) ? [county()] : [],
    })),
  });
  if (!isSo(3)) return problem;
  const inspectors = problem.inspectors.map((person) =>
    person.id === 'a1' ? { ...person, leave: [FIRST_DAY] } : person,
  );
  return { ...problem, inspectors, basePlan: greedyPlan(problem) };
}

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
