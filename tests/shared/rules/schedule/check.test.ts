import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import type { ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import type { Violation } from '#shared/rules/schedule/violations.ts';
import { aPerson, aPlace, aPlan, aProblem, aTrip, FIRST_DAY } from '#tests/support/builders/schedule.ts';

const SECOND_DAY = addDays(FIRST_DAY, 1);
const { rules, counties } = aProblem();
const ofTrip = { teamId: 'A', day: FIRST_DAY };

/** The four people of `aProblem`, one of them otherwise. */
function peopleWith(changed: string, changes: Parameters<typeof aPerson>[2]) {
  return ['a1', 'a2', 'b1', 'b2'].map((id) =>
    aPerson(id, id.startsWith('a') ? 'A' : 'B', id === changed ? changes : {}),
  );
}

const inTheWest = aTrip({ teamId: 'B', countyId: 'west', inspectorIds: ['b1', 'b2'], placeIds: ['depot'] });

interface Case {
  rule: string;
  problem?: Partial<ScheduleProblem>;
  plan?: SchedulePlan;
  broken: Violation[];
}

const cases: Case[] = [
  { rule: 'a plan may leave places out', plan: aPlan(), broken: [] },
  { rule: 'two teams may go on the same day', plan: aPlan(aTrip(), inTheWest), broken: [] },
  {
    rule: 'nothing that the problem does not hold',
    plan: aPlan(aTrip({ placeIds: ['castle'] })),
    broken: [{ rule: 'unknown', what: 'place', id: 'castle' }],
  },
  {
    rule: 'nobody is in two teams',
    plan: { ...aPlan(), teams: ['A', 'B'].map((teamId) => ({ teamId, memberIds: ['a1'], vehicleIds: [] })) },
    broken: [
      { rule: 'memberOfTwoTeams', inspectorId: 'a1' },
      { rule: 'notInFixedTeam', inspectorId: 'a1' },
    ],
  },
  {
    rule: 'no vehicle is in two teams, or in another than its own',
    problem: { vehicles: [{ id: 'van', name: '面包车', seats: 5, teamId: 'A' }] },
    plan: { ...aPlan(), teams: ['A', 'B'].map((teamId) => ({ teamId, memberIds: [], vehicleIds: ['van'] })) },
    broken: [
      { rule: 'vehicleOfTwoTeams', vehicleId: 'van' },
      { rule: 'vehicleNotInFixedTeam', vehicleId: 'van' },
    ],
  },
  {
    rule: 'nobody goes before the round begins',
    plan: aPlan(aTrip({ day: addDays(FIRST_DAY, -1) })),
    broken: [{ rule: 'outsideDays', teamId: 'A', day: addDays(FIRST_DAY, -1) }],
  },
  {
    rule: 'nobody goes on a public holiday',
    problem: { daysOff: [{ day: FIRST_DAY, name: '中秋节' }] },
    broken: [{ rule: 'dayOff', name: '中秋节', ...ofTrip }],
  },
  {
    rule: 'nobody goes for nothing',
    plan: aPlan(aTrip({ placeIds: [] })),
    broken: [{ rule: 'emptyTrip', ...ofTrip }],
  },
  {
    rule: 'a team is in one place at a time',
    problem: { places: [aPlace('mall', 'east'), aPlace('school', 'east')] },
    plan: aPlan(aTrip(), aTrip({ placeIds: ['school'] })),
    broken: [
      { rule: 'teamInTwoPlaces', ...ofTrip },
      { rule: 'personInTwoPlaces', inspectorId: 'a1', day: FIRST_DAY },
      { rule: 'personInTwoPlaces', inspectorId: 'a2', day: FIRST_DAY },
    ],
  },
  {
    rule: 'a place is visited once',
    plan: aPlan(aTrip(), aTrip({ day: SECOND_DAY })),
    broken: [{ rule: 'visitedTwice', placeId: 'mall' }],
  },
  {
    rule: 'a place is visited where it is',
    plan: aPlan(aTrip({ placeIds: ['depot'] })),
    broken: [{ rule: 'otherCounty', placeId: 'depot', countyId: 'east', ...ofTrip }],
  },
  {
    rule: 'a day holds no more minutes than it has',
    problem: { places: [aPlace('mall', 'east', { minutes: 241 })] },
    broken: [{ rule: 'dayTooLong', have: 241, most: 240, ...ofTrip }],
  },
  {
    rule: 'enough people go',
    plan: aPlan(aTrip({ inspectorIds: ['a1'] })),
    broken: [{ rule: 'crewSize', have: 1, least: 2, most: 3, ...ofTrip }],
  },
  {
    rule: 'a leader goes',
    problem: { rules: { ...rules, crew: { ...rules.crew, roles: [{ role: 'leader', count: 1 }] } } },
    broken: [{ rule: 'roleShort', role: 'leader', have: 0, need: 1, ...ofTrip }],
  },
  {
    rule: 'each trip has the skills that every trip needs',
    problem: { rules: { ...rules, crew: { ...rules.crew, skills: [{ skill: '电气', count: 1 }] } } },
    broken: [{ rule: 'skillShort', skill: '电气', have: 0, need: 1, placeId: null, ...ofTrip }],
  },
  {
    rule: 'a place is visited with the skills that it needs',
    problem: { places: [aPlace('mall', 'east', { skills: [{ skill: '燃气', count: 2 }] })] },
    broken: [{ rule: 'skillShort', skill: '燃气', have: 0, need: 2, placeId: 'mall', ...ofTrip }],
  },
  {
    rule: 'everybody has a seat',
    problem: { vehicles: [{ id: 'van', name: '面包车', seats: 5, teamId: 'B' }] },
    broken: [{ rule: 'seatsShort', have: 0, need: 2, ...ofTrip }],
  },
  {
    rule: 'only members of the team go',
    plan: aPlan(aTrip({ inspectorIds: ['a1', 'b1'] })),
    broken: [{ rule: 'notMember', inspectorId: 'b1', ...ofTrip }],
  },
  {
    rule: 'nobody goes who is on leave',
    problem: { inspectors: peopleWith('a1', { leave: [FIRST_DAY] }) },
    broken: [{ rule: 'onLeave', inspectorId: 'a1', ...ofTrip }],
  },
  {
    rule: 'nobody inspects their own unit',
    problem: {
      inspectors: peopleWith('a2', { unitId: 'office' }),
      places: [aPlace('mall', 'east', { unitId: 'office' })],
    },
    broken: [{ rule: 'ownUnit', inspectorId: 'a2', placeId: 'mall', ...ofTrip }],
  },
  {
    rule: 'nobody inspects their home county',
    problem: { inspectors: peopleWith('a2', { homeCountyId: 'east' }) },
    broken: [{ rule: 'homeCounty', inspectorId: 'a2', countyId: 'east', ...ofTrip }],
  },
  {
    rule: 'no two counties inspect each other, by whichever teams and days',
    problem: {
      inspectors: peopleWith('a1', { homeCountyId: 'west' }).map((person) =>
        person.id === 'b1' ? { ...person, homeCountyId: 'east' } : person,
      ),
    },
    plan: aPlan(aTrip(), { ...inTheWest, day: SECOND_DAY }),
    broken: [{ rule: 'mutualCounties', countyIds: ['east', 'west'] }],
  },
  {
    rule: 'no county has more trips than it may',
    problem: { counties: counties.map((county) => ({ ...county, mostDays: 0 })) },
    broken: [{ rule: 'countyDays', countyId: 'east', have: 1, most: 0 }],
  },
  {
    rule: 'nobody works too many days in a row',
    problem: {
      rules: { ...rules, mostDaysInARow: 1 },
      places: [aPlace('mall', 'east'), aPlace('school', 'east')],
    },
    plan: aPlan(aTrip(), aTrip({ day: SECOND_DAY, placeIds: ['school'] })),
    broken: ['a1', 'a2'].map((inspectorId) => ({
      rule: 'daysInARow',
      inspectorId,
      from: FIRST_DAY,
      to: SECOND_DAY,
      have: 2,
      most: 1,
    })),
  },
  {
    rule: 'a pinned place is visited when and by whom it is pinned',
    problem: { pins: [{ placeId: 'mall', teamId: 'A', day: SECOND_DAY }] },
    broken: [{ rule: 'pin', pin: { placeId: 'mall', teamId: 'A', day: SECOND_DAY } }],
  },
  {
    rule: 'a team that is pinned to be free stays free',
    problem: { pins: [{ teamId: 'A', day: FIRST_DAY, countyId: null }] },
    broken: [{ rule: 'pin', pin: { teamId: 'A', day: FIRST_DAY, countyId: null } }],
  },
  {
    rule: 'a team that is pinned to a county is there',
    problem: { pins: [{ teamId: 'A', day: FIRST_DAY, countyId: 'west' }] },
    broken: [{ rule: 'pin', pin: { teamId: 'A', day: FIRST_DAY, countyId: 'west' } }],
  },
];

describe('the checker of schedules', () => {
  it.each(cases)('$rule', ({ problem = {}, plan = aPlan(aTrip()), broken }) => {
    expect(checkPlan(aProblem(problem), plan)).toEqual(broken);
  });
});
