import { personLoads, teamLoads } from '#shared/rules/schedule/aims.ts';
import type { Place } from '#shared/rules/schedule/problem.ts';
import { countyDaysModel } from './county-days-model.ts';
import type { Scope } from './exact-variables.ts';
import type { FramedTeam } from './frame.ts';
import type { Limits, LinearSolver } from './highs.ts';
import { layOnDays } from './lay-on-days.ts';
import type { Search } from './search.ts';
import { improveWithin, solveCountyDays } from './solve-in-order.ts';

/* The steps that make a plan better, and what each of them may take of the time. */

const SHARES = { firstPeople: 0.1, countyDays: 0.45, people: 0.1, parts: 0.7, bounds: 1 };
/** Choices of visits that HiGHS still looks through quickly. */
const SMALL = 700;
const PART_MILLISECONDS = 2_500;
const LEAST_MILLISECONDS = 50;

export function improve(solver: LinearSolver, search: Search, limits: Limits): void {
  const share = (part: number): Limits => {
    const now = performance.now();
    return { ...limits, until: now + (limits.until - now) * part };
  };
  const isOver = () =>
    search.isProven() || limits.stopped() || performance.now() > limits.until - LEAST_MILLISECONDS;
  if (isOver()) return;
  improvePeople(solver, search, share(SHARES.firstPeople));
  if (isOver()) return;
  spendCountyDays(solver, search, share(SHARES.countyDays));
  if (isOver()) return;
  improvePeople(solver, search, share(SHARES.people));
  if (isOver()) return;
  if (choiceCount(search, search.frame.teams) <= SMALL)
    improveWithin(solver, search, whole(search), share(1));
  else {
    improveParts(solver, search, share(SHARES.parts));
    improvePeople(solver, search, share(SHARES.people));
  }
  if (!isOver()) provePeople(solver, search, share(SHARES.bounds));
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

/** Days of teams in counties; what comes out is laid on days as often as it gets better. */
function spendCountyDays(solver: LinearSolver, search: Search, limits: Limits): void {
  const model = countyDaysModel(search.frame, false);
  const order = search.order.filter((aim) => aim !== 'personLoad');
  solveCountyDays(solver, search, model, order, limits, (values) => {
    for (const plan of layOnDays(search.frame, model, values)) search.offer(plan);
  });
}

function provePeople(solver: LinearSolver, search: Search, limits: Limits): void {
  const open = search.order.filter((aim) => search.boundOf(aim) < search.values[aim]);
  const last = open.at(-1);
  if (last === undefined) return;
  const order = search.order.slice(0, search.order.indexOf(last) + 1);
  solveCountyDays(solver, search, countyDaysModel(search.frame, true), order, limits, () => undefined);
}

function choiceCount({ frame }: Search, teams: readonly FramedTeam[]): number {
  return teams.length * frame.days.length * frame.problem.places.length;
}

/** Two teams at a time, and then one, with all that they visit, while that makes the plan better. */
function improveParts(solver: LinearSolver, search: Search, limits: Limits): void {
  let round = 0;
  let idle = 0;
  while (idle < search.frame.teams.length && !search.isProven() && !limits.stopped()) {
    const left = limits.until - performance.now();
    if (left < LEAST_MILLISECONDS) return;
    const until = performance.now() + Math.min(left, PART_MILLISECONDS);
    const before = search.best;
    improveWithin(solver, search, partOf(search, teamsOfRound(search, round)), { ...limits, until });
    idle = search.best === before ? idle + 1 : 0;
    round += 1;
  }
}

/** The teams that stand out first, for they decide the differences. */
function teamsOfRound({ frame, best }: Search, round: number): FramedTeam[] {
  const people = personLoads(frame.problem, best);
  const teams = teamLoads(frame.problem, best);
  const loadOf = ({ team, members }: FramedTeam) =>
    (teams.get(team.id) ?? 0) + Math.max(0, ...members.map(({ id }) => people.get(id) ?? 0));
  const sorted = frame.teams.toSorted((one, other) => loadOf(other) - loadOf(one));
  const at = Math.floor(round / 2) % Math.max(1, sorted.length);
  const one = round % 2 === 0 ? sorted[at] : sorted.at(-1 - at);
  return one === undefined ? [] : [one];
}

function partOf({ frame, best }: Search, teams: readonly FramedTeam[]): Scope {
  const ids = new Set(teams.map(({ team }) => team.id));
  const kept = best.trips.filter(({ teamId }) => !ids.has(teamId));
  const taken = new Set(kept.flatMap(({ placeIds }) => placeIds));
  const places: Place[] = frame.problem.places.filter(({ id }) => !taken.has(id));
  return { teams, places, kept };
}
