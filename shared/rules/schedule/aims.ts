import type { SchedulePlan, Trip } from './plan.ts';
import type { Aim, ScheduleProblem } from './problem.ts';

/* What a plan reaches of each aim, as exact integers; the less the better. */

/** In the problem's order; without an earlier plan nothing can change. */
export function aimsOf({ aims, basePlan }: ScheduleProblem): Aim[] {
  return aims.filter((aim) => aim !== 'changes' || basePlan !== null);
}

export function measureAims(problem: ScheduleProblem, plan: SchedulePlan): Record<Aim, number> {
  return {
    uncovered: uncovered(problem, plan),
    changes: changes(problem, plan),
    teamLoad: spread(teamLoads(problem, plan)),
    personLoad: spread(personLoads(problem, plan)),
    countyChanges: countyChanges(plan),
    repeats: repeats(problem, plan),
  };
}

/** Negative where the first is better, by the first aim in which they differ. */
export function compareAims(
  aims: readonly Aim[],
  one: Record<Aim, number>,
  other: Record<Aim, number>,
): number {
  const decisive = aims.find((aim) => one[aim] !== other[aim]);
  return decisive === undefined ? 0 : one[decisive] - other[decisive];
}

function uncovered({ places }: ScheduleProblem, { trips }: SchedulePlan): number {
  const covered = new Set(trips.flatMap(({ placeIds }) => placeIds));
  return places.filter(({ id }) => !covered.has(id)).length;
}

/** Visits and days of people that were announced and are not kept. */
function changes({ basePlan }: ScheduleProblem, plan: SchedulePlan): number {
  if (basePlan === null) return 0;
  const kept = new Set(announced(plan));
  return announced(basePlan).filter((entry) => !kept.has(entry)).length;
}

function announced({ trips }: SchedulePlan): string[] {
  return trips.flatMap(({ teamId, day, placeIds, inspectorIds }) => [
    ...placeIds.map((id) => JSON.stringify(['place', id, teamId, day])),
    ...inspectorIds.map((id) => JSON.stringify(['person', id, teamId, day])),
  ]);
}

/** Points of each team, with what it carries from earlier in the year. */
export function teamLoads(problem: ScheduleProblem, { trips }: SchedulePlan): Map<string, number> {
  const loads = new Map(problem.teams.map(({ id, carriedLoad }) => [id, carriedLoad]));
  const loadOf = tripLoad(problem);
  for (const trip of trips) loads.set(trip.teamId, (loads.get(trip.teamId) ?? 0) + loadOf(trip));
  return loads;
}

/** Points of each person who is in a team, with what they carry from earlier in the year. */
export function personLoads(problem: ScheduleProblem, { teams, trips }: SchedulePlan): Map<string, number> {
  const carried = new Map(problem.inspectors.map(({ id, carriedLoad }) => [id, carriedLoad]));
  const loads = new Map(teams.flatMap(({ memberIds }) => memberIds).map((id) => [id, carried.get(id) ?? 0]));
  const loadOf = tripLoad(problem);
  for (const trip of trips) {
    for (const id of trip.inspectorIds) loads.set(id, (loads.get(id) ?? 0) + loadOf(trip));
  }
  return loads;
}

function tripLoad({ counties, rules }: ScheduleProblem): (trip: Trip) => number {
  const travel = new Map(counties.map(({ id, travelLoad }) => [id, travelLoad]));
  return ({ countyId }) => rules.loadPerDay + (travel.get(countyId) ?? 0);
}

function spread(loads: ReadonlyMap<string, number>): number {
  return loads.size === 0 ? 0 : Math.max(...loads.values()) - Math.min(...loads.values());
}

function countyChanges({ trips }: SchedulePlan): number {
  return [...Map.groupBy(trips, ({ teamId }) => teamId).values()].reduce((sum, own) => {
    const counties = own
      .toSorted((one, other) => (one.day < other.day ? -1 : 1))
      .map(({ countyId }) => countyId);
    return sum + counties.filter((county, place) => place > 0 && county !== counties[place - 1]).length;
  }, 0);
}

function repeats({ teams }: ScheduleProblem, { trips }: SchedulePlan): number {
  return teams.reduce((sum, { id, lastCountyIds }) => {
    const now = new Set(trips.filter(({ teamId }) => teamId === id).map(({ countyId }) => countyId));
    return sum + [...new Set(lastCountyIds)].filter((county) => now.has(county)).length;
  }, 0);
}
