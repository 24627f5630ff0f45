import { measureAims, personLoads } from '#shared/rules/schedule/aims.ts';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import { personLoadsOf } from './exact-aims.ts';
import { exactModel } from './exact-model.ts';
import type { Scope } from './exact-variables.ts';
import type { FramedTeam } from './frame.ts';
import type { Limits, LinearSolver } from './highs.ts';
import { type Terms, UNBOUNDED } from './linear-model.ts';
import type { Search } from './search.ts';

/*
 * The difference of people's loads only falls once nobody is at its ends any more, and these people are in many teams.
 * So one team after another brings its own people closer to the middle, its trips staying where and when they are: only
 * who is visited on which of them, and who goes, may change.
 */

export function evenOut(solver: LinearSolver, search: Search, limits: Limits): void {
  const { teams, problem } = search.frame;
  let working = search.best;
  for (const [place, team] of teams.entries()) {
    const now = performance.now();
    if (now > limits.until || limits.stopped()) return;
    const until = now + (limits.until - now) / (teams.length - place);
    const found = evenTeam(solver, search, working, team, { ...limits, until });
    if (found === null || checkPlan(problem, found).length > checkPlan(problem, working).length) continue;
    working = found;
    search.offer(working);
  }
}

function evenTeam(
  solver: LinearSolver,
  { frame, order }: Search,
  working: SchedulePlan,
  team: FramedTeam,
  limits: Limits,
): SchedulePlan | null {
  const scope = tripsOf(working, team, frame.problem.places);
  const exact = exactModel(frame, scope);
  const values = measureAims(frame.problem, working);
  for (const aim of order) {
    if (aim === 'personLoad') continue;
    const { terms, constant } = exact.aims[aim];
    exact.model.row(Number.NEGATIVE_INFINITY, terms, values[aim] - constant);
  }
  const loads = personLoadsOf(exact.model, frame, scope, exact.variables);
  const middle = middleOf([...personLoads(frame.problem, working).values()]);
  const objective: Terms = [];
  for (const { id } of team.members) {
    const load = loads.get(id);
    if (load === undefined) continue;
    const away = exact.model.amount(0, UNBOUNDED);
    exact.model.row(load.constant - middle, [[away, 1], ...negative(load.terms)], UNBOUNDED);
    exact.model.row(middle - load.constant, [[away, 1], ...load.terms], UNBOUNDED);
    objective.push([away, 1]);
  }
  const solved = solver.solve(exact.model, objective, limits, exact.choices(working));
  return solved.values === null ? null : exact.read(solved.values);
}

const negative = (terms: Terms): Terms => terms.map(([column, weight]) => [column, -weight]);

function middleOf(loads: readonly number[]): number {
  return Math.round((Math.max(...loads) + Math.min(...loads)) / 2);
}

function tripsOf({ trips }: SchedulePlan, team: FramedTeam, places: Scope['places']): Scope {
  const own = trips.filter(({ teamId }) => teamId === team.team.id);
  const countyOn = new Map(own.map(({ day, countyId }) => [day, countyId]));
  const visited = new Set(own.flatMap(({ placeIds }) => placeIds));
  return {
    teams: [team],
    places: places.filter(({ id }) => visited.has(id)),
    kept: trips.filter(({ teamId }) => teamId !== team.team.id),
    allows: ({ countyId }, _, day) => countyOn.get(day) === countyId,
  };
}
