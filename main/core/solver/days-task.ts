import { leastDays } from '#shared/rules/schedule/least-days.ts';
import type { CountyDays } from './county-days-model.ts';
import { canBeCrewed, type Stay } from './crewed-days.ts';
import { dayMixes, loadsOf } from './day-mixes.ts';
import type { Frame, FramedTeam } from './frame.ts';
import type { LoadWindow } from './load-windows.ts';
import type { DayMix } from './mixes-within.ts';

/* What days of teams in counties have to be in a window of loads. */

/** Teams and counties by their place in the lists. */
export interface DaysTask {
  /** Of counties, from low to high. */
  loads: readonly number[];
  /** Of each county, its load's place in these. */
  loadAt: readonly number[];
  /** Of each team. */
  mixes: readonly (readonly DayMix[])[];
  /** Whether no team has others. */
  areAll: boolean;
  /** Days of each team in each county. */
  most: readonly (readonly number[])[];
  /** Of each county, for all teams. */
  mostTogether: readonly number[];
  /** Of each county. */
  least: readonly number[];
  /** Most days of any team in a county of each load. */
  longest: readonly number[];
  needs: readonly DaysNeed[];
  /** Of each county, where they can be had for nothing. */
  wished: readonly number[];
  /** Whether the team was there last time. */
  wasThere: readonly (readonly boolean[])[];
  /** Counties that the people of each team come from. */
  homes: readonly (readonly number[])[];
  /** Whether everybody of the team can have their load from these days. */
  canBeCrewed(team: number, days: readonly number[]): boolean;
}

/** So many days of these teams at least. */
export interface DaysNeed {
  county: number;
  isOf: readonly boolean[];
  days: number;
}

export function daysTask(frame: Frame, countyDays: CountyDays, window: LoadWindow): DaysTask {
  const { problem, teams, loadOf, placesIn } = frame;
  const loads = loadsOf(frame);
  const ids = problem.counties.map(({ id }) => id);
  const loadAt = ids.map((id) => loads.indexOf(loadOf(id)));
  const most = mostDaysOf(frame, countyDays);
  const inEach = (days: readonly number[]): number[][] =>
    loads.map((_, load) => days.filter((__, county) => loadAt[county] === load));
  const found = teams.map((team, at) => dayMixes(frame, team, window, inEach(most[at] ?? []).map(sumOf)));
  const mostTogether = problem.counties.map(({ id, mostDays }) =>
    Math.min(mostDays ?? placesIn(id).length, placesIn(id).length),
  );
  const least = ids.map((id) => leastDaysOf(frame, placesIn(id)));
  return {
    loads,
    loadAt,
    mixes: found.map(({ mixes }) => mixes),
    areAll: found.every(({ areAll }) => areAll),
    most,
    mostTogether,
    least,
    longest: loads.map((_, load) => Math.max(1, ...most.flatMap((own) => inEach(own)[load] ?? []))),
    needs: [
      ...needsOf(frame, countyDays),
      ...least.map((days, county) => ({ county, isOf: teams.map(() => true), days })),
    ],
    // A day more than the minutes need: else the places seldom fit on days.
    wished: least.map((days, county) => Math.min(days + 1, mostTogether[county] ?? 0)),
    wasThere: teams.map(({ team }) => ids.map((id) => team.lastCountyIds.includes(id))),
    homes: teams.map(({ members }) => [
      ...new Set(
        members.flatMap(({ homeCountyId }) => (homeCountyId === null ? [] : [ids.indexOf(homeCountyId)])),
      ),
    ]),
    canBeCrewed(team, days) {
      const own = teams[team];
      if (own === undefined || window.people === null) return true;
      return canBeCrewed(frame, own, window.people, staysOf(frame, own, days));
    },
  };
}

function mostDaysOf({ problem, teams }: Frame, { countyTeams, model }: CountyDays): number[][] {
  return teams.map((team) => {
    const own = new Map(countyTeams.filter((one) => one.team === team).map((one) => [one.countyId, one]));
    return problem.counties.map(({ id }) => {
      const found = own.get(id);
      return found === undefined ? 0 : (model.upper[found.days] ?? 0);
    });
  });
}

/** Of places that not everybody can visit, and of teams that are pinned to counties. */
function needsOf(frame: Frame, { uncovered }: CountyDays): DaysNeed[] {
  const { problem, teams } = frame;
  const at = (countyId: string) => problem.counties.findIndex(({ id }) => id === countyId);
  const ofPlaces = [...uncovered.keys()].map(({ countyId, daysOf, places }) => ({
    county: at(countyId),
    isOf: teams.map((team) => (daysOf.get(team) ?? []).length > 0),
    days: leastDaysOf(frame, places),
  }));
  const pins = problem.pins.flatMap((pin) =>
    'placeId' in pin || pin.countyId === null ? [] : { teamId: pin.teamId, countyId: pin.countyId },
  );
  const byPair = Map.groupBy(pins, ({ teamId, countyId }) => JSON.stringify([teamId, countyId]));
  const ofPins = [...byPair.values()].flatMap((own) =>
    own.slice(0, 1).map(({ teamId, countyId }) => ({
      county: at(countyId),
      isOf: teams.map(({ team }) => team.id === teamId),
      days: own.length,
    })),
  );
  return [...ofPlaces, ...ofPins];
}

/** Counties that nobody of the team comes from are all the same. */
function staysOf({ problem, loadOf }: Frame, { members }: FramedTeam, days: readonly number[]): Stay[] {
  const stays = new Map<string, Stay>();
  for (const [county, { id }] of problem.counties.entries()) {
    const count = days[county] ?? 0;
    if (count === 0) continue;
    const countyId = members.some(({ homeCountyId }) => homeCountyId === id) ? id : null;
    const key = JSON.stringify([loadOf(id), countyId]);
    stays.set(key, { load: loadOf(id), countyId, days: count + (stays.get(key)?.days ?? 0) });
  }
  return [...stays.values()];
}

function leastDaysOf({ problem }: Frame, places: readonly { minutes: number }[]): number {
  return leastDays(
    places.map(({ minutes }) => minutes),
    problem.rules.minutesPerDay,
  );
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
