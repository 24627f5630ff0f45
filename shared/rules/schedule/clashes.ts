import { leastDays } from './least-days.ts';
import type { PlannedTeam, SchedulePlan } from './plan.ts';
import type { Pin, Place, ScheduleProblem } from './problem.ts';
import { type Shortage, shortagesOf } from './shortages.ts';
import { workableDays } from './workable-days.ts';

/*
 * Which rules clash where something cannot be had, as data that a page turns into words such as
 * “第3组只有2人持电气专长，9月12日需要3人”, with what would help.
 */

export type Clash =
  /** A team that is asked for a place, or the team that comes nearest to it. */
  | { kind: 'shortage'; placeId: string; teamId: string; day: string; shortage: Shortage; help: Help }
  | { kind: 'placeTooLong'; placeId: string; minutes: number; most: number }
  | { kind: 'pinnedDayOff'; pin: Pin; day: string; name: string | null }
  /** The places of a county need more days than may be spent there. */
  | { kind: 'countyDays'; countyId: string; need: number; most: number }
  /** All places together need more days than the teams have. */
  | { kind: 'teamDays'; need: number; have: number }
  /** Each place by itself could be visited by these teams, but their days are full, or pinned to something else. */
  | { kind: 'full'; placeIds: string[]; teamIds: string[] }
  /** Pins that are not kept together; where so was proved, each could be kept without the others. */
  | { kind: 'pins'; pins: Pin[]; isProved: boolean };

/** Where it would go as it is. */
export interface Help {
  otherDays: string[];
  otherTeamIds: string[];
}

/** @param plan leaves these places uncovered, or these pins aside */
export function findClashes(
  problem: ScheduleProblem,
  plan: SchedulePlan,
  asides: { places: readonly Place[]; pins: readonly Pin[] },
): Clash[] {
  const days = workableDays(problem);
  const ofPins = asides.pins.map((pin) => ({ pin, clashes: pinClashes(problem, plan, days, pin) }));
  const unexplained = ofPins.flatMap(({ pin, clashes }) => (clashes.length === 0 ? [pin] : []));
  const ofPlaces = asides.places.map((place) => ({
    place,
    clashes: placeClashes(problem, plan, days, place),
  }));
  const possible = ofPlaces.flatMap(({ place, clashes }) => (clashes.length === 0 ? [place] : []));
  const ofCapacity = capacityClashes(problem, plan, days, asides.places);
  return [
    ...ofPins.flatMap(({ clashes }) => clashes),
    ...(unexplained.length === 0 ? [] : [{ kind: 'pins', pins: unexplained, isProved: false } as const]),
    ...ofPlaces.flatMap(({ clashes }) => clashes),
    ...ofCapacity,
    ...(ofCapacity.length === 0 ? fullClashes(problem, plan, days, possible) : []),
  ];
}

/** By the teams that could go. */
function fullClashes(
  problem: ScheduleProblem,
  plan: SchedulePlan,
  days: readonly string[],
  places: readonly Place[],
): Clash[] {
  const byTeams = Map.groupBy(places, (place) =>
    plan.teams
      .filter((team) => days.some((day) => shortagesOf(problem, team, day, place).length === 0))
      .map(({ teamId }) => teamId)
      .join('\n'),
  );
  return Array.from(byTeams, ([teamIds, own]) => ({
    kind: 'full',
    placeIds: own.map(({ id }) => id),
    teamIds: teamIds.split('\n'),
  }));
}

function pinClashes(
  problem: ScheduleProblem,
  plan: SchedulePlan,
  days: readonly string[],
  pin: Pin,
): Clash[] {
  if (pin.day !== null && !days.includes(pin.day)) {
    const name = problem.daysOff.find(({ day }) => day === pin.day)?.name ?? null;
    return [{ kind: 'pinnedDayOff', pin, day: pin.day, name }];
  }
  const asked = 'placeId' in pin ? [pin.placeId] : [];
  const places = problem.places.filter(({ id, countyId }) =>
    'placeId' in pin ? asked.includes(id) : countyId === pin.countyId,
  );
  const teams = plan.teams.filter(({ teamId }) => teamId === (pin.teamId ?? teamId));
  const possible = pin.day === null ? days : [pin.day];
  const clashes = places.map((place) => nearest(problem, plan, teams, possible, days, place));
  return clashes.some((clash) => clash === null) ? [] : clashes.flatMap((clash) => clash ?? []).slice(0, 1);
}

function placeClashes(
  problem: ScheduleProblem,
  plan: SchedulePlan,
  days: readonly string[],
  place: Place,
): Clash[] {
  const most = problem.rules.minutesPerDay;
  if (place.minutes > most)
    return [{ kind: 'placeTooLong', placeId: place.id, minutes: place.minutes, most }];
  return nearest(problem, plan, plan.teams, days, days, place) ?? [];
}

/** What the team and day that come nearest to a visit lack; null where one lacks nothing. */
function nearest(
  problem: ScheduleProblem,
  plan: SchedulePlan,
  teams: readonly PlannedTeam[],
  possible: readonly string[],
  days: readonly string[],
  place: Place,
): Clash[] | null {
  let best: { teamId: string; day: string; shortages: Shortage[]; lack: number } | null = null;
  for (const team of teams) {
    for (const day of possible) {
      const shortages = shortagesOf(problem, team, day, place);
      const lack = shortages.reduce((sum, { have, need }) => sum + need - have, 0);
      if (shortages.length === 0) return null;
      if (best === null || lack < best.lack) best = { teamId: team.teamId, day, shortages, lack };
    }
  }
  if (best === null) return [];
  const { teamId, day, shortages } = best;
  const goes = (team: PlannedTeam, on: string) => shortagesOf(problem, team, on, place).length === 0;
  const team = plan.teams.filter((planned) => planned.teamId === teamId);
  const help: Help = {
    otherDays: days.filter((on) => team.some((planned) => goes(planned, on))),
    otherTeamIds: plan.teams.filter((planned) => goes(planned, day)).map((planned) => planned.teamId),
  };
  return shortages.map((shortage) => ({ kind: 'shortage', placeId: place.id, teamId, day, shortage, help }));
}

function capacityClashes(
  problem: ScheduleProblem,
  plan: SchedulePlan,
  days: readonly string[],
  uncovered: readonly Place[],
): Clash[] {
  const { minutesPerDay } = problem.rules;
  if (uncovered.length === 0) return [];
  const needs = problem.counties.map(({ id, mostDays }) => {
    const own = problem.places.filter(({ countyId }) => countyId === id);
    const need = leastDays(
      own.map(({ minutes }) => minutes),
      minutesPerDay,
    );
    return { countyId: id, need, most: mostDays };
  });
  const counties = needs.flatMap(({ countyId, need, most }): Clash[] =>
    most !== null && need > most ? [{ kind: 'countyDays', countyId, need, most }] : [],
  );
  const need = needs.reduce((sum, county) => sum + county.need, 0);
  const have = plan.teams.reduce((sum, { memberIds }) => sum + workingDays(problem, memberIds, days), 0);
  return need > have ? [...counties, { kind: 'teamDays', need, have }] : counties;
}

/** Days on which enough of these people are there. */
function workingDays(
  { inspectors, rules }: ScheduleProblem,
  memberIds: readonly string[],
  days: readonly string[],
): number {
  const members = inspectors.filter(({ id }) => memberIds.includes(id));
  return days.filter((day) => members.filter(({ leave }) => !leave.includes(day)).length >= rules.crew.least)
    .length;
}
