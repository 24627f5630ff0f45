import { personLoads, teamLoads } from '#shared/rules/schedule/aims.ts';
import { balance, isUsual } from './balance.ts';
import { type CountyDays, countyDaysModel } from './county-days-model.ts';
import type { Scope } from './exact-variables.ts';
import type { FramedTeam } from './frame.ts';
import { type Limits, type LinearSolver, share } from './highs.ts';
import { valueOf } from './linear-model.ts';
import { type PlaceGroup, placeGroups } from './place-groups.ts';
import { type DaysTable, realise } from './realise.ts';
import type { Search } from './search.ts';
import { improveWithin, solveCountyDays } from './solve-in-order.ts';

/* The steps that make a plan better, and what each of them may take of the time that is left. */

const SHARES = { whole: 0.7, people: 0.1, countyDays: 0.3, realise: 0.5, balance: 0.92, parts: 0.7 };
/** Choices of visits that HiGHS still looks through quickly. */
const SMALL = 700;
const PART_MILLISECONDS = 2_500;
const LEAST_MILLISECONDS = 20;

export function improve(solver: LinearSolver, search: Search, limits: Limits): void {
  const groups = placeGroups(search.frame);
  const steps: ((within: (part: number) => Limits) => void)[] = [
    (within) => {
      if (choiceCount(search) <= SMALL) improveWithin(solver, search, whole(search), within(SHARES.whole));
    },
    (within) => {
      if (!isUsual(search)) improvePeople(solver, search, within(SHARES.people));
    },
    (within) => {
      if (!isUsual(search)) spendCountyDays(solver, search, groups, within(SHARES.countyDays));
    },
    (within) => {
      if (isUsual(search)) balance(solver, search, groups, within(SHARES.balance));
    },
    (within) => improveParts(solver, search, within(SHARES.parts)),
    (within) => improvePeople(solver, search, within(1)),
  ];
  for (const step of steps) {
    if (search.isProven() || limits.stopped() || limits.until - performance.now() < LEAST_MILLISECONDS)
      return;
    step((part) => share(limits, part));
  }
}

function choiceCount({ frame }: Search): number {
  return frame.teams.length * frame.days.length * frame.problem.places.length;
}

const whole = ({ frame }: Search): Scope => ({ teams: frame.teams, places: frame.problem.places, kept: [] });

/** Who goes, with all trips as they are. */
function improvePeople(solver: LinearSolver, search: Search, limits: Limits): void {
  const { best } = search;
  const visits = new Set(
    best.trips.flatMap(({ teamId, day, placeIds }) => placeIds.map((id) => `${id}\n${teamId}\n${day}`)),
  );
  improveWithin(
    solver,
    search,
    { ...whole(search), allows: ({ id }, { team }, day) => visits.has(`${id}\n${team.id}\n${day}`) },
    limits,
    (aim, bound) => {
      if (aim === 'personLoad') search.proveWithin(best, aim, bound);
    },
  );
}

/** Bounds and days of teams in counties in any order of aims. */
function spendCountyDays(
  solver: LinearSolver,
  search: Search,
  groups: readonly PlaceGroup[],
  limits: Limits,
): void {
  const countyDays = countyDaysModel(search.frame, groups);
  const order = search.order.filter((aim) => aim !== 'personLoad');
  const solved = solveCountyDays(solver, search, countyDays, order, share(limits, SHARES.realise));
  if (solved === null) return;
  const plan = realise(solver, search.frame, tableOf(countyDays, solved), null, limits);
  if (plan !== null) search.offer(plan);
}

function tableOf({ countyTeams }: CountyDays, values: Float64Array): DaysTable {
  return (team, countyId) => {
    const found = countyTeams.find(
      (countyTeam) => countyTeam.team === team && countyTeam.countyId === countyId,
    );
    return found === undefined ? 0 : valueOf([[found.days, 1]], values);
  };
}

/** One team at a time with all that it visits, while that makes the plan better. */
function improveParts(solver: LinearSolver, search: Search, limits: Limits): void {
  let round = 0;
  let idle = 0;
  while (idle < search.frame.teams.length && !search.isProven() && !limits.stopped()) {
    const left = limits.until - performance.now();
    if (left < LEAST_MILLISECONDS) return;
    const until = performance.now() + Math.min(left, PART_MILLISECONDS);
    const before = search.best;
    improveWithin(solver, search, partOf(search, teamOfRound(search, round)), { ...limits, until });
    idle = search.best === before ? idle + 1 : 0;
    round += 1;
  }
}

/** Those that stand out first, above and below in turn, for they decide the differences. */
function teamOfRound({ frame, best }: Search, round: number): FramedTeam | undefined {
  const people = personLoads(frame.problem, best);
  const teams = teamLoads(frame.problem, best);
  const loadOf = ({ team, members }: FramedTeam) =>
    (teams.get(team.id) ?? 0) + Math.max(0, ...members.map(({ id }) => people.get(id) ?? 0));
  const sorted = frame.teams.toSorted((one, other) => loadOf(other) - loadOf(one));
  const at = Math.floor(round / 2) % Math.max(1, sorted.length);
  return round % 2 === 0 ? sorted[at] : sorted.at(-1 - at);
}

/** With the places of the team and those that nobody visits. */
function partOf({ frame, best }: Search, team: FramedTeam | undefined): Scope {
  const kept = best.trips.filter(({ teamId }) => teamId !== team?.team.id);
  const taken = new Set(kept.flatMap(({ placeIds }) => placeIds));
  return {
    teams: team === undefined ? [] : [team],
    places: frame.problem.places.filter(({ id }) => !taken.has(id)),
    kept,
  };
}
