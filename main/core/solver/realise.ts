import type { SchedulePlan, Trip } from '#shared/rules/schedule/plan.ts';
import type { Place } from '#shared/rules/schedule/problem.ts';
import { type ExactModel, exactModel } from './exact-model.ts';
import { holdWithin } from './exact-aims.ts';
import { weighted } from './exact-rules.ts';
import type { Frame, FramedTeam } from './frame.ts';
import { type Limits, type LinearSolver, share } from './highs.ts';
import { type LinearModel, valueOf } from './linear-model.ts';

/*
 * From days in counties to a plan: each team stays in a county until its days there are used up; which places are
 * visited on which of these days, and who goes, is left to the stated model, which is quick about it.
 */

/** Of the time that is left, for people: what comes after cares for them more thoroughly. */
const PEOPLE_SHARE = 0.4;

/** Days of a team in a county. */
export type DaysTable = (team: FramedTeam, countyId: string) => number;

/** Loads, both included. */
export interface Range {
  from: number;
  to: number;
}

/**
 * @param people where the loads of people have to be; null: as even as it can be had
 * @returns null where nothing was found
 */
export function realise(
  solver: LinearSolver,
  frame: Frame,
  table: DaysTable,
  people: Range | null,
  limits: Limits,
): SchedulePlan | null {
  if (people !== null) return realiseWithin(solver, frame, table, people, limits);
  let found: SchedulePlan | null = null;
  for (const isReversed of [false, true]) {
    const exact = modelOf(frame, table, isReversed);
    const { uncovered, personLoad } = exact.aims;
    const covering = solver.solve(exact.model, uncovered.terms, limits);
    if (covering.values === null) continue;
    found = exact.read(covering.values);
    if (valueOf(uncovered.terms, covering.values) > 0) continue;
    for (const [column] of uncovered.terms) exact.model.fix(column, 0);
    const even = share(limits, PEOPLE_SHARE);
    const { values } = solver.solve(exact.model, personLoad.terms, even, exact.choices(found));
    return values === null ? found : exact.read(values);
  }
  return found;
}

/** Teams that share counties together, and no others: by itself, each such part is soon solved. */
function realiseWithin(
  solver: LinearSolver,
  frame: Frame,
  table: DaysTable,
  people: Range,
  limits: Limits,
): SchedulePlan | null {
  let trips: readonly Trip[] = [];
  for (const part of partsOf(frame, table)) {
    const own = { ...frame, teams: part.teams };
    const places = frame.problem.places.filter(({ countyId }) => part.countyIds.has(countyId));
    const found = LOOSENESS.reduce<SchedulePlan | null>((known, loose) => {
      if (known !== null) return known;
      const exact = looseModel(own, table, loose, places, trips);
      holdWithin(exact.model, exact.aims.personLoad, people);
      for (const [column] of exact.aims.uncovered.terms) exact.model.fix(column, 0);
      const { values } = solver.solve(exact.model, [], limits);
      return values === null ? null : exact.read(values);
    }, null);
    if (found === null) return null;
    ({ trips } = found);
  }
  return { teams: [...frame.planned], trips: [...trips] };
}

/** One county after another; which days are free is left to the model, within bounds. */
function looseModel(
  frame: Frame,
  table: DaysTable,
  { isReversed, days: loose }: Looseness,
  places: readonly Place[],
  kept: readonly Trip[],
): ExactModel {
  const ids = frame.problem.counties.map(({ id }) => id);
  const order = isReversed ? ids.toReversed() : ids;
  const stretches = new Map(frame.teams.map((team) => [team, stretchesOf(frame, team, order, table, loose)]));
  const exact = exactModel(frame, {
    teams: frame.teams,
    places,
    kept,
    allows({ countyId }, team, day) {
      const own = stretches.get(team)?.find((stretch) => stretch.countyId === countyId);
      return own !== undefined && own.days.includes(day);
    },
  });
  for (const [team, own] of stretches) {
    const teamDays = exact.variables.teamDays.filter((teamDay) => teamDay.team === team);
    const there = own.map(({ countyId }) => teamDays.map((teamDay) => teamDay.there.get(countyId)));
    for (const [place, { count }] of own.entries()) {
      const columns = there[place] ?? [];
      exact.model.row(count, weighted(columns.filter(isKnown), 1), count);
      for (const later of there.slice(place + 1)) addBefore(exact.model, columns, later);
    }
  }
  return exact;
}

interface Looseness {
  isReversed: boolean;
  days: number;
}

/** Days that a county may come later than at the earliest, until something is found: the more, the slower. */
const LOOSENESS: readonly Looseness[] = [0, 1, 3].flatMap((days) => [
  { days, isReversed: false },
  { days, isReversed: true },
]);

interface Stretch {
  countyId: string;
  count: number;
  days: readonly string[];
}

/** The days that are left to each county by those before it. */
function stretchesOf(
  frame: Frame,
  team: FramedTeam,
  order: readonly string[],
  table: DaysTable,
  loose: number,
): Stretch[] {
  const counts = order
    .map((countyId) => ({ countyId, count: table(team, countyId) }))
    .filter(({ count }) => count > 0);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const free = Math.min(loose, frame.days.length - all);
  let before = 0;
  return counts.map(({ countyId, count }) => {
    const days = frame.days.slice(before, before + count + free);
    before += count;
    return { countyId, count, days };
  });
}

/** No day in the later county comes before one in the earlier. */
function addBefore(
  model: LinearModel,
  earlier: readonly (number | undefined)[],
  later: readonly (number | undefined)[],
): void {
  for (const [day, one] of later.entries()) {
    if (one === undefined) continue;
    for (const other of earlier.slice(day + 1).filter(isKnown)) model.row(0, weighted([one, other], 1), 1);
  }
}

const isKnown = (column: number | undefined): column is number => column !== undefined;

interface Part {
  teams: FramedTeam[];
  countyIds: Set<string>;
}

function partsOf({ problem, teams }: Frame, table: DaysTable): Part[] {
  let parts: Part[] = [];
  for (const team of teams) {
    const own = problem.counties.map(({ id }) => id).filter((id) => table(team, id) > 0);
    const joined = parts.filter(({ countyIds }) => own.some((id) => countyIds.has(id)));
    const part: Part = {
      teams: [...joined.flatMap((other) => other.teams), team],
      countyIds: new Set([...own, ...joined.flatMap(({ countyIds }) => [...countyIds])]),
    };
    parts = [...parts.filter((other) => !joined.includes(other)), part];
  }
  return parts;
}

/** Every day that is laid is worked, which keeps the loads of teams. */
function modelOf(frame: Frame, table: DaysTable, isReversed: boolean): ExactModel {
  const ids = frame.problem.counties.map(({ id }) => id);
  const order = isReversed ? ids.toReversed() : ids;
  const countyOn = new Map(
    frame.teams.map((team) => [
      team,
      daysOfTeam(frame, team, new Map(order.map((countyId) => [countyId, table(team, countyId)]))),
    ]),
  );
  const exact = exactModel(frame, {
    teams: frame.teams,
    places: frame.problem.places,
    kept: [],
    allows: ({ countyId }, team, day) => countyOn.get(team)?.get(day) === countyId,
  });
  for (const { there } of exact.variables.teamDays) {
    for (const column of there.values()) exact.model.fix(column, 1);
  }
  return exact;
}

/** County by day, of so many days in each: what is pinned to a day first, then one county after another. */
function daysOfTeam(frame: Frame, team: FramedTeam, open: Map<string, number>): Map<string, string> {
  const laid = new Map<string, string>();
  const lay = (day: string, countyId: string): void => {
    laid.set(day, countyId);
    open.set(countyId, (open.get(countyId) ?? 0) - 1);
  };
  for (const [day, countyId] of pinnedDays(frame, team)) lay(day, countyId);
  let current: string | null = null;
  for (const day of frame.days) {
    if (laid.has(day)) continue;
    const possible = [...open].filter(
      ([countyId, left]) =>
        left > 0 && frame.placesIn(countyId).some((place) => frame.mayVisitPlace(team, day, place)),
    );
    const [next] = possible.find(([countyId]) => countyId === current) ?? possible[0] ?? [];
    if (next === undefined) continue;
    current = next;
    lay(day, next);
  }
  return laid;
}

function pinnedDays({ problem }: Frame, { team }: FramedTeam): Map<string, string> {
  const pinned = new Map<string, string>();
  for (const pin of problem.pins) {
    if (pin.teamId !== team.id || pin.day === null) continue;
    const countyId =
      'placeId' in pin ? problem.places.find(({ id }) => id === pin.placeId)?.countyId : pin.countyId;
    if (countyId != null) pinned.set(pin.day, countyId);
  }
  return pinned;
}
