import { personLoads, teamLoads } from '#shared/rules/schedule/aims.ts';
import type { Place } from '#shared/rules/schedule/problem.ts';
import { annealDays } from './anneal-days.ts';
import { countyDaysModel } from './county-days-model.ts';
import type { Scope } from './exact-variables.ts';
import type { FramedTeam } from './frame.ts';
import type { Limits, LinearSolver } from './highs.ts';
import { layOnDays } from './lay-on-days.ts';
import { evenOut } from './even-out.ts';
import type { Search } from './search.ts';
import { improveWithin, solveCountyDays } from './solve-in-order.ts';

/* The steps that make a plan better, and what each of them may take of the time. */

const SHARES = {
  firstPeople: 0.05,
  anneal: 0.1,
  countyDays: 0.25,
  withPeople: 0.45,
  people: 0.2,
  even: 0.5,
  parts: 0.9,
};
const SEEDS = 3;
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
  const isSmall = choiceCount(search) <= SMALL;
  const steps = [
    () => improvePeople(solver, search, share(SHARES.firstPeople)),
    () => anneal(search, share(SHARES.anneal)),
    () => improvePeople(solver, search, share(SHARES.firstPeople)),
    () => spendCountyDays(solver, search, false, share(SHARES.countyDays)),
    () => spendCountyDays(solver, search, true, share(SHARES.withPeople)),
    () => improvePeople(solver, search, share(SHARES.people)),
    ...(isSmall
      ? [() => improveWithin(solver, search, whole(search), share(1))]
      : [
          () => evenOut(solver, search, share(SHARES.even)),
          () => improveParts(solver, search, share(SHARES.parts)),
          () => improvePeople(solver, search, share(1)),
        ]),
  ];
  for (const step of steps) {
    if (isOver()) return;
    step();
  }
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

/** Days of teams in counties by annealing, from a few seeds; what comes out is laid on days. */
function anneal(search: Search, limits: Limits): void {
  const { frame } = search;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const now = performance.now();
    const until = now + (limits.until - now) / (SEEDS + 1 - seed);
    const table = annealDays(frame, search.best, seed, { ...limits, until });
    const daysIn = (team: FramedTeam, countyId: string) =>
      table[frame.teams.indexOf(team)]?.[frame.problem.counties.findIndex(({ id }) => id === countyId)] ?? 0;
    for (const plan of layOnDays(frame, daysIn)) search.offer(plan);
  }
}

/** Days of teams in counties by the model, which proves them; what comes out is laid on days as often as it improves. */
function spendCountyDays(solver: LinearSolver, search: Search, withPeople: boolean, limits: Limits): void {
  const model = countyDaysModel(search.frame, withPeople);
  const order = search.order.filter((aim) => withPeople || aim !== 'personLoad');
  solveCountyDays(solver, search, model, order, limits, (values) => {
    const daysIn = (team: FramedTeam, countyId: string) => {
      const found = model.countyTeams.find((entry) => entry.team === team && entry.countyId === countyId);
      return found === undefined ? 0 : Math.round(values[found.days] ?? 0);
    };
    for (const plan of layOnDays(search.frame, daysIn)) search.offer(plan);
  });
}

function choiceCount({ frame }: Search): number {
  return frame.teams.length * frame.days.length * frame.problem.places.length;
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
