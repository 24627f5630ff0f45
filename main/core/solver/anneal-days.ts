import { createRandom } from '#shared/random.ts';
import { leastDays } from '#shared/rules/schedule/least-days.ts';
import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import type { Frame, FramedTeam } from './frame.ts';
import type { Limits } from './highs.ts';
import { type PlaceGroup, placeGroups } from './place-groups.ts';

/*
 * Days of teams in counties by simulated annealing: a day more, a day less, a day from one team to another, some hundred
 * thousand times a second. It proves nothing, but finds in a second what the model of county days is long about.
 */

/** Days of each team in each county, both by their place in their lists. */
export type DaysTable = number[][];

interface Ground {
  frame: Frame;
  counties: { id: string; load: number; least: number; most: number }[];
  /** Most and pinned days by team and county, and days of the team. */
  most: number[][];
  pinned: number[][];
  ofTeam: number[];
  groups: { group: PlaceGroup; county: number; minutes: number; teams: number[] }[];
}

const TURNS_BETWEEN_LOOKS = 2_000;
const HEAT = { first: 80, last: 0.5 };
/** Loads by their squares, for they guide the search where the difference of two of them does not. */
const WEIGHTS = { short: 500, teamLoad: 15, personLoad: 15, change: 5, repeat: 1 };

export function annealDays(frame: Frame, start: SchedulePlan, seed: number, limits: Limits): DaysTable {
  const ground = groundOf(frame);
  const random = createRandom(seed);
  const table = tableOf(frame, ground, start);
  let cost = costOf(ground, table);
  let best = { cost, table: table.map((row) => [...row]) };
  const from = performance.now();
  for (let turn = 0, heat = HEAT.first; ; turn += 1) {
    if (turn % TURNS_BETWEEN_LOOKS === 0) {
      const now = performance.now();
      if (now >= limits.until || limits.stopped()) return best.table;
      const passed = (now - from) / (limits.until - from);
      heat = HEAT.first * (HEAT.last / HEAT.first) ** passed;
    }
    // Two at once exchange what one alone would only make uneven.
    const undos = [change(ground, table, random), turn % 2 === 0 ? change(ground, table, random) : null];
    const then = costOf(ground, table);
    if (then > cost && random.fraction() >= Math.exp((cost - then) / heat))
      for (const undo of undos.toReversed()) undo?.();
    else cost = then;
    if (cost < best.cost) best = { cost, table: table.map((row) => [...row]) };
  }
}

function groundOf(frame: Frame): Ground {
  const { problem, teams, days } = frame;
  const groups = placeGroups(frame);
  const indexOf = new Map(problem.counties.map(({ id }, place) => [id, place]));
  const possible = (team: FramedTeam, countyId: string) =>
    new Set(
      groups.filter((group) => group.countyId === countyId).flatMap((group) => group.daysOf.get(team) ?? []),
    );
  const pinnedOf = (team: FramedTeam, countyId: string) =>
    problem.pins.filter(
      (pin) => !('placeId' in pin) && pin.teamId === team.team.id && pin.countyId === countyId,
    ).length;
  return {
    frame,
    counties: problem.counties.map(({ id, mostDays }) => {
      const lengths = frame.placesIn(id).map(({ minutes }) => minutes);
      const most = Math.min(mostDays ?? lengths.length, lengths.length);
      const least = Math.min(most, leastDays(lengths, problem.rules.minutesPerDay));
      return { id, load: frame.loadOf(id), least, most };
    }),
    most: teams.map((team) => problem.counties.map(({ id }) => possible(team, id).size)),
    pinned: teams.map((team) => problem.counties.map(({ id }) => pinnedOf(team, id))),
    ofTeam: teams.map(
      (team) => days.filter((day) => problem.counties.some(({ id }) => possible(team, id).has(day))).length,
    ),
    groups: groups.map((group) => ({
      group,
      county: indexOf.get(group.countyId) ?? 0,
      minutes: group.places.reduce((sum, { minutes }) => sum + minutes, 0),
      teams: teams.flatMap((team, place) => ((group.daysOf.get(team) ?? []).length > 0 ? [place] : [])),
    })),
  };
}

function tableOf({ teams }: Frame, { counties }: Ground, { trips }: SchedulePlan): DaysTable {
  return teams.map(({ team }) =>
    counties.map(({ id }) => trips.filter((trip) => trip.teamId === team.id && trip.countyId === id).length),
  );
}

/** @returns what takes it back; null where nothing was changed */
function change(
  { counties, most, pinned, ofTeam }: Ground,
  table: DaysTable,
  random: ReturnType<typeof createRandom>,
): (() => void) | null {
  const county = random.integer(0, counties.length - 1);
  const [giver, taker] = [random.integer(-1, table.length - 1), random.integer(-1, table.length - 1)];
  if (giver === taker) return null;
  const [gives, takes] = [table[giver], table[taker]];
  const given = gives?.[county] ?? 0;
  if (gives !== undefined && given <= (pinned[giver]?.[county] ?? 0)) return null;
  // All days at once empties a county of a team, which single days seldom do.
  const whole = gives !== undefined && takes !== undefined && random.integer(0, 1) === 0;
  const days = whole ? given - (pinned[giver]?.[county] ?? 0) : 1;
  const taken = takes?.[county] ?? 0;
  if (takes !== undefined) {
    const all = takes.reduce((sum, own) => sum + own, 0);
    if (taken + days > (most[taker]?.[county] ?? 0) || all + days > (ofTeam[taker] ?? 0)) return null;
  }
  if (gives !== undefined) gives[county] = given - days;
  if (takes !== undefined) takes[county] = taken + days;
  return () => {
    if (gives !== undefined) gives[county] = given;
    if (takes !== undefined) takes[county] = taken;
  };
}

function costOf({ frame, counties, groups }: Ground, table: DaysTable): number {
  let cost = 0;
  for (const [place, { least, most }] of counties.entries()) {
    const days = table.reduce((sum, row) => sum + (row[place] ?? 0), 0);
    cost += WEIGHTS.short * (Math.max(0, least - days) + Math.max(0, days - most));
  }
  const { minutesPerDay } = frame.problem.rules;
  for (const { county, minutes, teams } of groups) {
    const days = teams.reduce((sum, team) => sum + (table[team]?.[county] ?? 0), 0);
    cost += WEIGHTS.short * Math.max(0, Math.ceil(minutes / minutesPerDay) - days);
  }
  const loads: number[] = [];
  let [someMust, someCan] = [0, Number.POSITIVE_INFINITY];
  for (const [place, { team, members }] of frame.teams.entries()) {
    const row = table[place] ?? [];
    let [load, comes] = [0, 0];
    for (const [at, days] of row.entries()) {
      const county = counties[at];
      if (days === 0 || county === undefined) continue;
      load += days * county.load;
      comes += 1;
      if (team.lastCountyIds.includes(county.id)) cost += WEIGHTS.repeat;
    }
    cost += WEIGHTS.change * Math.max(0, comes - 1);
    loads.push(load + team.carriedLoad);
    const people = peopleOf(counties, row, load, members);
    someCan = Math.min(someCan, people.someCan);
    const needed = load * frame.problem.rules.crew.least;
    someMust = Math.max(someMust, (people.carried + needed) / Math.max(1, members.length));
  }
  const mean = loads.reduce((sum, load) => sum + load, 0) / Math.max(1, loads.length);
  const uneven = loads.reduce((sum, load) => sum + (load - mean) ** 2, 0);
  return cost + WEIGHTS.teamLoad * uneven + WEIGHTS.personLoad * Math.max(0, someMust - someCan);
}

/** What the one who can carry least could carry, and what all carry already. */
function peopleOf(
  counties: Ground['counties'],
  row: readonly number[],
  load: number,
  members: FramedTeam['members'],
) {
  let [carried, someCan] = [0, Number.POSITIVE_INFINITY];
  for (const { homeCountyId, carriedLoad } of members) {
    const home = homeCountyId === null ? -1 : counties.findIndex(({ id }) => id === homeCountyId);
    const away = (row[home] ?? 0) * (counties[home]?.load ?? 0);
    someCan = Math.min(someCan, carriedLoad + load - away);
    carried += carriedLoad;
  }
  return { carried, someCan };
}
