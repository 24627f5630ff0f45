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

/** Differences of loads; null: whatever those of people are. */
export interface Spreads {
  teams: number;
  people: number | null;
}

/** Ranges that the loads of teams can be in when every place is covered. */
function teamRanges({ problem, teams, days, loadOf }: Frame, spread: number): Range[] {
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
function nearestFirst(ranges: readonly Range[], loads: ReadonlyMap<string, number>): Range[] {
  const mean = [...loads.values()].reduce((sum, load) => sum + load, 0) / Math.max(1, loads.size);
  const away = ({ from, to }: Range) => Math.abs((from + to) / 2 - mean);
  return ranges.toSorted((one, other) => away(one) - away(other));
}

/** Windows of so much difference, those nearest to the plan first. */
export function windowsNear(frame: Frame, plan: SchedulePlan, spreads: Spreads): LoadWindow[] {
  const ofTeams = teamLoads(frame.problem, plan);
  const ofPeople = personLoads(frame.problem, plan);
  const rangesOfPeople = (teams: Range): (Range | null)[] =>
    spreads.people === null ? [null] : nearestFirst(peopleRanges(frame, teams, spreads.people), ofPeople);
  return nearestFirst(teamRanges(frame, spreads.teams), ofTeams).flatMap((teams) =>
    rangesOfPeople(teams).map((people) => ({ teams, people })),
  );
}

/** One of each range of teams' loads before the next of any, and neighbouring ranges far from each other. */
export function scattered(windows: readonly LoadWindow[]): LoadWindow[] {
  const byTeams = [...Map.groupBy(windows, ({ teams }) => teams.from)]
    .toSorted(([one], [other]) => other - one)
    .map(([, own]) => own);
  const ranges = byTeams.toSorted(
    (one, other) => scatter(byTeams.indexOf(one)) - scatter(byTeams.indexOf(other)),
  );
  const most = Math.max(0, ...ranges.map((own) => own.length));
  return Array.from({ length: most }, (_, place) => ranges.flatMap((own) => own[place] ?? [])).flat();
}

/** Between 0 and 1, the binary digits the other way round. */
function scatter(place: number): number {
  let sum = 0;
  for (let [left, part] = [place, 0.5]; left > 0; left = Math.floor(left / 2), part /= 2)
    sum += (left % 2) * part;
  return sum;
}

/** Every place is covered, and the loads of teams are in the range. */
export function holdLoads(countyDays: CountyDays, frame: Frame, teams: Range): void {
  const { model, aims, uncovered } = countyDays;
  for (const column of uncovered.values()) model.fix(column, 0);
  holdWithin(model, aims.teamLoad, teams);
  for (const team of frame.teams) addSingleCounty(countyDays, frame, team, teams);
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
