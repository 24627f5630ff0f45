import { addDays } from '#shared/calendar/days.ts';
import { createRandom } from '#shared/random.ts';
import { greedyPlan } from '#shared/rules/schedule/greedy.ts';
import type { ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import { aPerson, aPlace, aProblem, FIRST_DAY } from './schedule.ts';

/** Two teams of two, two days, two counties, three places, and anything else at random. */
export function tinyProblem(seed: number): ScheduleProblem {
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
