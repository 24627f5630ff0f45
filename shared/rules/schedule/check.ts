import { checkPeople } from './check-people.ts';
import { checkTrip } from './check-trip.ts';
import type { SchedulePlan } from './plan.ts';
import type { Pin, ScheduleProblem } from './problem.ts';
import type { Violation } from './violations.ts';

/*
 * Whether a plan keeps every hard rule, whoever made it. It shares no code with what makes plans, only their format.
 */

/** Nothing that the problem does not hold is judged further: then only that is said. */
export function checkPlan(problem: ScheduleProblem, plan: SchedulePlan): Violation[] {
  const unknown = [...unknownIds(problem, plan)];
  if (unknown.length > 0) return unknown;
  return [
    ...checkTeams(problem, plan),
    ...plan.trips.flatMap((trip) => checkTrip(problem, plan, trip)),
    ...checkTeamDays(plan),
    ...checkPeople(problem, plan),
    ...checkPlaces(plan),
    ...checkCountyDays(problem, plan),
    ...problem.pins.filter((pin) => !holds(pin, plan)).map((pin) => ({ rule: 'pin', pin }) as const),
  ];
}

function* unknownIds(problem: ScheduleProblem, plan: SchedulePlan): Generator<Violation> {
  const named = {
    team: [...plan.teams, ...plan.trips].map(({ teamId }) => teamId),
    county: plan.trips.map(({ countyId }) => countyId),
    place: plan.trips.flatMap(({ placeIds }) => placeIds),
    inspector: [
      ...plan.teams.flatMap(({ memberIds }) => memberIds),
      ...plan.trips.flatMap(({ inspectorIds }) => inspectorIds),
    ],
    vehicle: plan.teams.flatMap(({ vehicleIds }) => vehicleIds),
  };
  const held = {
    team: problem.teams,
    county: problem.counties,
    place: problem.places,
    inspector: problem.inspectors,
    vehicle: problem.vehicles,
  };
  for (const what of ['team', 'county', 'place', 'inspector', 'vehicle'] as const) {
    const ids = new Set(held[what].map(({ id }) => id));
    for (const id of new Set(named[what])) if (!ids.has(id)) yield { rule: 'unknown', what, id };
  }
}

function checkTeams(problem: ScheduleProblem, plan: SchedulePlan): Violation[] {
  const teamOf = (list: 'memberIds' | 'vehicleIds') => (id: string) =>
    plan.teams.flatMap((team) => team[list].filter((member) => member === id).map(() => team.teamId));
  const found: Violation[] = [];
  for (const { id, teamId } of problem.inspectors) {
    const teams = teamOf('memberIds')(id);
    if (teams.length > 1) found.push({ rule: 'memberOfTwoTeams', inspectorId: id });
    if (teamId !== null && teams.some((team) => team !== teamId))
      found.push({ rule: 'notInFixedTeam', inspectorId: id });
  }
  for (const { id, teamId } of problem.vehicles) {
    const teams = teamOf('vehicleIds')(id);
    if (teams.length > 1) found.push({ rule: 'vehicleOfTwoTeams', vehicleId: id });
    if (teamId !== null && teams.some((team) => team !== teamId))
      found.push({ rule: 'vehicleNotInFixedTeam', vehicleId: id });
  }
  return found;
}

function checkTeamDays(plan: SchedulePlan): Violation[] {
  return repeated(plan.trips.map(({ teamId, day }) => JSON.stringify([teamId, day]))).map((key) => {
    const [teamId, day] = JSON.parse(key) as [string, string];
    return { rule: 'teamInTwoPlaces', teamId, day };
  });
}

function checkPlaces(plan: SchedulePlan): Violation[] {
  return repeated(plan.trips.flatMap(({ placeIds }) => placeIds)).map((placeId) => ({
    rule: 'visitedTwice',
    placeId,
  }));
}

function repeated(keys: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(keys.filter((key) => seen.size === seen.add(key).size))];
}

function checkCountyDays(problem: ScheduleProblem, plan: SchedulePlan): Violation[] {
  return problem.counties.flatMap(({ id, mostDays }) => {
    const have = plan.trips.filter(({ countyId }) => countyId === id).length;
    if (mostDays === null || have <= mostDays) return [];
    return [{ rule: 'countyDays', countyId: id, have, most: mostDays }];
  });
}

function holds(pin: Pin, { trips }: SchedulePlan): boolean {
  if ('placeId' in pin) {
    return trips.some(
      ({ placeIds, teamId, day }) =>
        placeIds.includes(pin.placeId) &&
        (pin.teamId === null || teamId === pin.teamId) &&
        (pin.day === null || day === pin.day),
    );
  }
  const there = trips.filter(({ teamId, day }) => teamId === pin.teamId && day === pin.day);
  if (pin.countyId === null) return there.length === 0;
  return there.some(({ countyId }) => countyId === pin.countyId);
}
