import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { compareAims, measureAims } from '#shared/rules/schedule/aims.ts';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import type { Clash } from '#shared/rules/schedule/clashes.ts';
import { greedyPlan } from '#shared/rules/schedule/greedy.ts';
import type { ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import type { ScheduleResult } from '#shared/rules/schedule/result.ts';
import { type LinearSolver, loadSolver } from '#main/core/solver/highs.ts';
import { solveSchedule } from '#main/core/solver/solve.ts';
import { aCampaign, aPerson, aPlace, aProblem, FIRST_DAY } from '#tests/support/builders/schedule.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Solved in half a second, with four calls of the solver and three plans on the way. */
const campaign = aCampaign(4, { counties: 3, places: 16, teams: 3, workdays: 4, inspectors: 9 });

/** @param stopped asked each time whether it is to stop, with the best so far */
function solve(
  problem: ScheduleProblem,
  given = solver,
  stopped: (heard: ScheduleResult[]) => boolean = () => false,
) {
  const heard: ScheduleResult[] = [];
  const result = solveSchedule(given, problem, {
    seconds: 20,
    stopped: () => stopped(heard),
    progress: (best) => void heard.push(best),
  });
  return { result, heard };
}

describe('what rules clash', () => {
  const clashesOf = (changes: Partial<ScheduleProblem>): Clash[] => {
    const { clashes, status } = solve(aProblem(changes)).result;
    expect(status).not.toBe('complete');
    return clashes;
  };

  it('names the skill that is missing, the team and day that come nearest, and who is away', () => {
    const clashes = clashesOf({
      places: [aPlace('mall', 'east', { skills: [{ skill: '电气', count: 2 }] })],
      inspectors: [
        aPerson('a1', 'A', { skills: ['电气'] }),
        aPerson('a2', 'A', { skills: ['电气'], homeCountyId: 'east' }),
        aPerson('a3', 'A'),
        aPerson('b1', 'B'),
        aPerson('b2', 'B'),
      ],
    });
    expect(clashes).toEqual([
      {
        kind: 'shortage',
        placeId: 'mall',
        teamId: 'A',
        day: FIRST_DAY,
        shortage: { of: { kind: 'skill', skill: '电气' }, have: 1, need: 2, onLeave: [], recused: ['a2'] },
        help: { otherDays: [], otherTeamIds: [] },
      },
    ]);
  });

  it('names the days that a county lacks', () => {
    const places = ['p1', 'p2', 'p3'].map((id) => aPlace(id, 'east', { minutes: 200 }));
    expect(
      clashesOf({ places, counties: [{ id: 'east', name: '东县', mostDays: 2, travelLoad: 0 }] }),
    ).toEqual([{ kind: 'countyDays', countyId: 'east', need: 3, most: 2 }]);
  });

  it('names the days that the teams lack', () => {
    const places = ['p1', 'p2', 'p3', 'p4', 'p5'].map((id) => aPlace(id, 'east', { minutes: 200 }));
    expect(clashesOf({ places })).toEqual([{ kind: 'teamDays', need: 5, have: 4 }]);
  });

  it('names the few pins that cannot be kept together, and keeps the others', () => {
    const pins = [
      { placeId: 'depot', teamId: 'B', day: null },
      { placeId: 'mall', teamId: 'A', day: FIRST_DAY },
      { teamId: 'A', day: FIRST_DAY, countyId: null },
    ];
    const { result } = solve(aProblem({ pins }));
    expect(result.clashes).toEqual([{ kind: 'pins', pins: pins.slice(1), isProved: true }]);
    expect(result.violations).toHaveLength(1);
    expect(result.plan.trips.find(({ teamId }) => teamId === 'B')?.placeIds).toContain('depot');
  });

  it('names a pin on a day outside the round', () => {
    const pin = { placeId: 'mall', teamId: null, day: addDays(FIRST_DAY, 9) };
    expect(clashesOf({ pins: [pin] })).toEqual([{ kind: 'pinnedDayOff', pin, day: pin.day, name: null }]);
  });
});

describe('re-solving after somebody fell ill', () => {
  it('keeps what was announced, but for what cannot be kept', () => {
    const announced = solve(aProblem()).result.plan;
    const sick = announced.trips[0]?.inspectorIds[0];
    const day = announced.trips[0]?.day ?? '';
    const inspectors = [
      ...aProblem().inspectors.map((person) => (person.id === sick ? { ...person, leave: [day] } : person)),
      aPerson('a3', 'A'),
      aPerson('b3', 'B'),
    ];
    const { result } = solve(aProblem({ inspectors, basePlan: announced }));
    expect(result.status).toBe('complete');
    // Their day on the trip is the only thing that was announced and is not kept.
    expect(result.aims.find(({ aim }) => aim === 'changes')).toMatchObject({
      value: 1,
      certainty: 'optimal',
    });
  });
});

describe('a search that does not come to its end', () => {
  const greedy = measureAims(campaign, greedyPlan(campaign));
  const isGood = ({ plan }: ScheduleResult) =>
    checkPlan(campaign, plan).length === 0 &&
    compareAims(['uncovered', 'teamLoad', 'personLoad'], measureAims(campaign, plan), greedy) <= 0;

  it('keeps the best plan so far when it is stopped', () => {
    const { result, heard } = solve(campaign, solver, (so) => so.length > 1);
    expect(result.ended).toBe('stopped');
    expect(result.plan).toEqual(heard.at(-1)?.plan);
    expect(isGood(result)).toBe(true);
  });

  it.each([0, 1, 3])('keeps the best plan so far when the solver breaks after %i calls', (calls) => {
    let left = calls;
    const breaking: LinearSolver = {
      solve(...given) {
        if (left === 0) throw new WebAssembly.RuntimeError('memory access out of bounds');
        left -= 1;
        return solver.solve(...given);
      },
    };
    const { result, heard } = solve(campaign, breaking);
    expect(result.ended).toBe('crashed');
    expect(result.plan).toEqual(heard.at(-1)?.plan);
    expect(isGood(result)).toBe(true);
  });

  it('tells of plans that only ever become better, the first of them at once', () => {
    const { heard } = solve(campaign);
    expect(heard.length).toBeGreaterThan(2);
    const values = heard.map(({ plan }) => measureAims(campaign, plan));
    expect(heard[0]?.ended).toBeNull();
    for (const [place, value] of values.entries()) {
      const before = values[place - 1];
      if (before !== undefined)
        expect(
          compareAims(['uncovered', 'teamLoad', 'personLoad', 'countyChanges', 'repeats'], value, before),
        ).toBeLessThan(0);
    }
  });
});
