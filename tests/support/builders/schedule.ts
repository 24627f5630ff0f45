import { addDays, weekdayOf } from '#shared/calendar/days.ts';
import { createRandom, type Random } from '#shared/random.ts';
import type { SchedulePlan, Trip } from '#shared/rules/schedule/plan.ts';
import {
  type Inspector,
  type Place,
  problemSchema,
  type ScheduleProblem,
} from '#shared/rules/schedule/problem.ts';

/** Monday. */
export const FIRST_DAY = '2026-09-07';

/** Two teams of two people each, two counties with one place each, Monday and Tuesday. */
export function aProblem(changes: Partial<ScheduleProblem> = {}): ScheduleProblem {
  return problemSchema.parse({
    from: FIRST_DAY,
    to: addDays(FIRST_DAY, 1),
    rules: {
      crew: { least: 2, most: 3 },
      minutesPerDay: 240,
      mostDaysInARow: 5,
      loadPerDay: 2,
    },
    counties: [
      { id: 'east', name: '东县' },
      { id: 'west', name: '西县' },
    ],
    places: [aPlace('mall', 'east'), aPlace('depot', 'west')],
    inspectors: ['a1', 'a2', 'b1', 'b2'].map((id) => aPerson(id, id.startsWith('a') ? 'A' : 'B')),
    teams: [
      { id: 'A', name: '第1组' },
      { id: 'B', name: '第2组' },
    ],
    ...changes,
  });
}

export function aPlace(id: string, countyId: string, changes: Partial<Place> = {}): Place {
  return { id, name: id, countyId, unitId: null, minutes: 120, skills: [], ...changes };
}

export function aPerson(id: string, teamId: string | null, changes: Partial<Inspector> = {}): Inspector {
  return {
    id,
    name: id,
    unitId: null,
    homeCountyId: null,
    roles: ['inspector'],
    skills: [],
    leave: [],
    teamId,
    carriedLoad: 0,
    ...changes,
  };
}

export function aTrip(changes: Partial<Trip> = {}): Trip {
  return {
    teamId: 'A',
    day: FIRST_DAY,
    countyId: 'east',
    inspectorIds: ['a1', 'a2'],
    placeIds: ['mall'],
    ...changes,
  };
}

/** The teams of `aProblem` with these trips. */
export function aPlan(...trips: Trip[]): SchedulePlan {
  return {
    teams: [
      { teamId: 'A', memberIds: ['a1', 'a2'], vehicleIds: [] },
      { teamId: 'B', memberIds: ['b1', 'b2'], vehicleIds: [] },
    ],
    trips,
  };
}

export interface Sizes {
  counties: number;
  places: number;
  teams: number;
  workdays: number;
  inspectors: number;
}

/** A campaign as an office would plan it: recusals, leave, skills, vehicles, and what was carried over the year. */
export function aCampaign(seed: number, sizes: Sizes): ScheduleProblem {
  const random = createRandom(seed);
  const days = campaignDays(sizes.workdays);
  const counties = Array.from({ length: sizes.counties }, (_, place) => ({
    id: `c${place + 1}`,
    name: `第${place + 1}县`,
    mostDays: Math.ceil((sizes.places / sizes.counties) * 0.6) + 1,
    travelLoad: random.integer(0, 3) === 0 ? 1 : 0,
  }));
  const teams = Array.from({ length: sizes.teams }, (_, place) => ({
    id: `t${place + 1}`,
    name: `第${place + 1}组`,
    carriedLoad: random.integer(0, 4),
    lastCountyIds: [`c${random.integer(1, sizes.counties)}`],
  }));
  const perTeam = Math.floor(sizes.inspectors / sizes.teams);
  return problemSchema.parse({
    name: '冬春火灾防控专项督查',
    from: days.first,
    to: days.last,
    daysOff: days.off,
    rules: {
      crew: { least: Math.min(3, perTeam), most: 5, roles: [{ role: 'leader', count: 1 }] },
      minutesPerDay: 360,
      mostDaysInARow: 5,
      loadPerDay: 2,
    },
    counties,
    places: Array.from({ length: sizes.places }, (_, place) =>
      campaignPlace(random, place, `c${(place % sizes.counties) + 1}`),
    ),
    inspectors: Array.from({ length: sizes.inspectors }, (_, place) =>
      campaignPerson(random, place, sizes, days.work),
    ),
    vehicles: teams.map(({ id }) => ({ id: `v${id}`, name: `车${id}`, seats: 5, teamId: id })),
    teams,
  });
}

function campaignDays(count: number) {
  const work: string[] = [];
  const off: { day: string; name: string }[] = [];
  for (let day = FIRST_DAY; work.length < count; day = addDays(day, 1)) {
    if (weekdayOf(day) > 5) off.push({ day, name: '周末' });
    else work.push(day);
  }
  return { first: FIRST_DAY, last: work.at(-1), work, off };
}

function campaignPlace(random: Random, place: number, countyId: string): Place {
  const skill = ['electrical', 'gas', 'highRise'][random.integer(0, 8)];
  return aPlace(`p${place + 1}`, countyId, {
    unitId: random.integer(0, 9) === 0 ? `u${random.integer(1, 10)}` : null,
    minutes: [60, 90, 120, 180][random.integer(0, 3)] ?? 60,
    skills: skill === undefined ? [] : [{ skill, count: 1 }],
  });
}

/** Every team has a leader, and one of each skill among its first four. */
function campaignPerson(random: Random, place: number, sizes: Sizes, work: readonly string[]): Inspector {
  const team = place % sizes.teams;
  const rank = Math.floor(place / sizes.teams);
  const skill = ['electrical', 'gas', 'highRise'][(rank + team) % 4];
  return aPerson(`i${place + 1}`, `t${team + 1}`, {
    unitId: `u${random.integer(1, 10)}`,
    homeCountyId: random.integer(0, 2) === 0 ? `c${random.integer(1, sizes.counties)}` : null,
    roles: rank < 2 ? ['leader', 'inspector'] : ['inspector'],
    skills: skill === undefined ? [] : [skill],
    leave: random.integer(0, 4) === 0 ? [work[random.integer(0, work.length - 1)] ?? FIRST_DAY] : [],
    carriedLoad: random.integer(0, 4),
  });
}
