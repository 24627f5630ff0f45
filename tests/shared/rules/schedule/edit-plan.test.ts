import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import { editSchedule, slotOf } from '#shared/rules/schedule/edit-plan.ts';
import { changesSince } from '#shared/rules/schedule/fit-plan.ts';
import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import type { Pin } from '#shared/rules/schedule/problem.ts';
import { aPlan, aProblem, aTrip, FIRST_DAY } from '#tests/support/builders/schedule.ts';

const TUESDAY = addDays(FIRST_DAY, 1);
const east = aTrip();
const west = aTrip({ teamId: 'B', countyId: 'west', inspectorIds: ['b1', 'b2'], placeIds: ['depot'] });

function state(plan: SchedulePlan, pins: Pin[] = []) {
  const teams = ['A', 'B'].map((id) => ({ id, name: id, memberIds: [], vehicleIds: [] }));
  return { plan, pins, teams };
}

describe('changing a schedule by hand', () => {
  it('gives a place that is put on another team a crew of that team', () => {
    const to = { teamId: 'B', day: TUESDAY };
    const { plan } = editSchedule(aProblem(), state(aPlan(east, west)), {
      kind: 'places',
      placeIds: ['mall'],
      to,
    });
    expect(slotOf(plan, 'mall')).toEqual(to);
    expect(plan.trips.find(({ day }) => day === TUESDAY)?.inspectorIds.toSorted()).toEqual(['b1', 'b2']);
    expect(plan.trips.some(({ teamId }) => teamId === 'A')).toBe(false);
    expect(checkPlan(aProblem(), plan)).toEqual([]);
  });

  it('lets a place be put where a rule is broken, and the rule is named', () => {
    const to = { teamId: 'B', day: FIRST_DAY };
    const { plan } = editSchedule(aProblem(), state(aPlan(east, west)), {
      kind: 'places',
      placeIds: ['mall'],
      to,
    });
    expect(checkPlan(aProblem(), plan).map(({ rule }) => rule)).toEqual(['otherCounty']);
  });

  it('exchanges two county days where one is put on the other, each with its own people', () => {
    const { plan } = editSchedule(aProblem(), state(aPlan(east, west)), {
      kind: 'trip',
      from: { teamId: 'A', day: FIRST_DAY },
      to: { teamId: 'B', day: FIRST_DAY },
    });
    expect(slotOf(plan, 'mall')?.teamId).toBe('B');
    expect(slotOf(plan, 'depot')?.teamId).toBe('A');
    expect(checkPlan(aProblem(), plan)).toEqual([]);
  });

  it('swaps two places', () => {
    const { plan } = editSchedule(aProblem(), state(aPlan(east, west)), {
      kind: 'swapPlaces',
      placeIds: ['mall', 'depot'],
    });
    expect([slotOf(plan, 'mall')?.teamId, slotOf(plan, 'depot')?.teamId]).toEqual(['B', 'A']);
    expect(checkPlan(aProblem(), plan)).toEqual([]);
  });

  it('takes the pin of a place along, and drops it with the place', () => {
    const pin = { placeId: 'mall', teamId: 'A', day: FIRST_DAY };
    const to = { teamId: 'A', day: TUESDAY };
    const move = (target: typeof to | null) =>
      editSchedule(aProblem(), state(aPlan(east, west), [pin]), {
        kind: 'places',
        placeIds: ['mall'],
        to: target,
      }).pins;
    expect(move(to)).toEqual([{ placeId: 'mall', ...to }]);
    expect(move(null)).toEqual([]);
  });

  it('keeps whoever is put into a team there, and takes them off the trips of the other', () => {
    const { plan, teams } = editSchedule(aProblem(), state(aPlan(east, west)), {
      kind: 'person',
      inspectorId: 'a1',
      teamId: 'B',
    });
    expect(teams.find(({ id }) => id === 'B')?.memberIds).toEqual(['a1']);
    expect(plan.trips.find(({ teamId }) => teamId === 'A')?.inspectorIds).toEqual(['a2']);
  });

  it('marks what was announced otherwise', () => {
    const later = { ...east, day: TUESDAY };
    const { placeIds, trips } = changesSince(aPlan(east, west), aPlan(later, west));
    expect([...placeIds]).toEqual(['mall']);
    expect([...trips]).toEqual([`A ${TUESDAY}`]);
    expect(changesSince(aPlan(east, west), aPlan(east, west)).trips.size).toBe(0);
  });
});
