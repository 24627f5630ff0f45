import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import { type ExactModel, exactModel } from './exact-model.ts';
import { holdWithin } from './exact-aims.ts';
import type { Frame, FramedTeam } from './frame.ts';
import { type Limits, type LinearSolver, share } from './highs.ts';
import { valueOf } from './linear-model.ts';

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
  let found: SchedulePlan | null = null;
  for (const isReversed of [false, true]) {
    const exact = modelOf(frame, table, isReversed);
    if (people !== null) holdWithin(exact.model, exact.aims.personLoad, people);
    const { uncovered, personLoad } = exact.aims;
    const covering = solver.solve(exact.model, uncovered.terms, limits);
    if (covering.values === null) continue;
    found = exact.read(covering.values);
    if (valueOf(uncovered.terms, covering.values) > 0) continue;
    if (people !== null) return found;
    for (const [column] of uncovered.terms) exact.model.fix(column, 0);
    const even = share(limits, PEOPLE_SHARE);
    const { values } = solver.solve(exact.model, personLoad.terms, even, exact.choices(found));
    return values === null ? found : exact.read(values);
  }
  return found;
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
