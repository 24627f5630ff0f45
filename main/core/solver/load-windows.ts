import { personLoads, teamLoads } from '#shared/rules/schedule/aims.ts';
import { leastDays } from '#shared/rules/schedule/least-days.ts';
import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import { holdWithin } from './exact-aims.ts';
import type { CountyDays } from './county-days-model.ts';
import type { Frame, FramedTeam } from './frame.ts';
import { UNBOUNDED } from './linear-model.ts';
import type { Range } from './realise.ts';

/*
 * A plan whose loads differ by no more than so much has them all between some lowest load and that much more. With the
 * lowest loads of teams and of people given, the model of county days is far easier than with both open; there are few
 * of them, and what none of them allows cannot be had.
 */

export interface LoadWindow {
  teams: Range;
  /** Null: people are left aside. */
  people: Range | null;
}

/** Ranges that the loads of teams can be in when every place is covered. */
export function teamRanges({ problem, teams, days, loadOf }: Frame, spread: number): Range[] {
  const { minutesPerDay } = problem.rules;
  const needed = problem.counties.reduce((sum, { id }) => {
    const own = problem.places.filter(({ countyId }) => countyId === id).map(({ minutes }) => minutes);
    return sum + leastDays(own, minutesPerDay) * loadOf(id);
  }, 0);
  const carried = teams.map(({ team }) => team.carriedLoad);
  const all = needed + carried.reduce((sum, load) => sum + load, 0);
  const least = Math.max(Math.ceil(all / Math.max(1, teams.length)), ...carried) - spread;
  const heaviest = Math.max(0, ...problem.counties.map(({ id }) => loadOf(id)));
  const most = Math.min(...carried) + days.length * heaviest;
  return rangesOf(Math.max(0, least), most, spread);
}

/** Ranges that the loads of people can be in beside those of teams. */
function peopleRanges({ problem, teams }: Frame, ofTeams: Range, spread: number): Range[] {
  const loads = teams.flatMap(({ members }) => members.map(({ carriedLoad }) => carriedLoad));
  const least = Math.max(0, Math.max(0, ...loads) - spread);
  const most = Math.min(
    ...teams.flatMap(({ team, members }) =>
      members.map(({ carriedLoad }) => carriedLoad + ofTeams.to - team.carriedLoad),
    ),
  );
  const canCarry = ({ to }: Range, { team, members }: FramedTeam) =>
    members.reduce((sum, { carriedLoad }) => sum + Math.max(0, to - carriedLoad), 0) >=
    problem.rules.crew.least * (ofTeams.from - team.carriedLoad);
  return rangesOf(least, most, spread).filter((range) => teams.every((team) => canCarry(range, team)));
}

function rangesOf(least: number, most: number, spread: number): Range[] {
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, place) => ({
    from: least + place,
    to: least + place + spread,
  }));
}

/** Those first that are nearest to the loads of a plan. */
export function nearestFirst(ranges: readonly Range[], loads: ReadonlyMap<string, number>): Range[] {
  const mean = [...loads.values()].reduce((sum, load) => sum + load, 0) / Math.max(1, loads.size);
  const away = ({ from, to }: Range) => Math.abs((from + to) / 2 - mean);
  return ranges.toSorted((one, other) => away(one) - away(other));
}

/** Windows of so much difference, those nearest to the plan first. */
export function windowsNear(
  frame: Frame,
  plan: SchedulePlan,
  spreads: { teams: number; people: number },
): LoadWindow[] {
  const ofTeams = teamLoads(frame.problem, plan);
  const ofPeople = personLoads(frame.problem, plan);
  return nearestFirst(teamRanges(frame, spreads.teams), ofTeams).flatMap((teams) =>
    nearestFirst(peopleRanges(frame, teams, spreads.people), ofPeople).map((people) => ({ teams, people })),
  );
}

/** Every place is covered, and loads are as the window says. */
export function holdWindow(countyDays: CountyDays, frame: Frame, { teams, people }: LoadWindow): void {
  const { model, aims, uncovered } = countyDays;
  for (const column of uncovered.values()) model.fix(column, 0);
  holdWithin(model, aims.teamLoad, teams);
  if (people !== null) holdWithin(model, aims.personLoad, people);
  for (const team of frame.teams) {
    addSingleCounty(countyDays, frame, team, teams);
    addOddDays(countyDays, frame, team, { teams, people });
  }
}

/** Where teams have so many times the days that are needed with a spare one in each county, these are given. */
const ROOMY = 1.5;

/** A day more in each county than its minutes need, where it may have one: else its places seldom fit on days. */
export function holdSpareDays({ model, countyTeams }: CountyDays, frame: Frame): void {
  for (const [countyId, days] of spareDays(frame)) {
    const own = countyTeams.filter((countyTeam) => countyTeam.countyId === countyId);
    model.row(
      days,
      own.map(({ days: column }) => [column, 1]),
      UNBOUNDED,
    );
  }
}

export function hasSpareDays(frame: Frame): boolean {
  const needed = [...spareDays(frame).values()].reduce((sum, days) => sum + days, 0);
  return frame.teams.length * frame.days.length >= needed * ROOMY;
}

function spareDays({ problem, placesIn }: Frame): Map<string, number> {
  return new Map(
    problem.counties.map(({ id, mostDays }) => {
      const lengths = placesIn(id).map(({ minutes }) => minutes);
      const most = Math.min(mostDays ?? lengths.length, lengths.length);
      return [id, Math.min(most, leastDays(lengths, problem.rules.minutesPerDay) + 1)];
    }),
  );
}

/**
 * Where all teams, or all people, are to have the very same load, days in counties of odd load make the loads of those
 * odd who lack an odd number of points. One such day is enough only where a crew of just these can go.
 */
function addOddDays(
  { model, countyTeams }: CountyDays,
  frame: Frame,
  team: FramedTeam,
  { teams, people }: LoadWindow,
): void {
  const { crew } = frame.problem.rules;
  const isOdd = (points: number) => points % 2 !== 0;
  const isEven = people === null || people.from !== people.to;
  const odd = isEven ? 0 : team.members.filter(({ carriedLoad }) => isOdd(people.from - carriedLoad)).length;
  let least = odd === 0 ? 0 : odd < crew.least || odd > team.mostPeople ? 2 : 1;
  if (teams.from === teams.to && isOdd(teams.from - team.team.carriedLoad) !== isOdd(least)) least += 1;
  if (least === 0) return;
  const days = countyTeams.filter(
    (countyTeam) => countyTeam.team === team && isOdd(frame.loadOf(countyTeam.countyId)),
  );
  model.row(
    least,
    days.map(({ days: column }) => [column, 1]),
    UNBOUNDED,
  );
}

/** A team is in two counties at least, or in one that alone makes its load: without this, bounds are poor. */
function addSingleCounty(
  { model, countyTeams }: CountyDays,
  frame: Frame,
  team: FramedTeam,
  { from, to }: Range,
): void {
  const least = from - team.team.carriedLoad;
  if (least <= 0) return;
  const terms = countyTeams
    .filter((countyTeam) => countyTeam.team === team)
    .map(({ countyId, comes, days }): [number, number] => {
      const load = frame.loadOf(countyId);
      const single = Math.ceil(least / load);
      const isEnough = single <= (model.upper[days] ?? 0) && single * load <= to - team.team.carriedLoad;
      return [comes, isEnough ? 2 : 1];
    });
  model.row(2, terms, UNBOUNDED);
}
