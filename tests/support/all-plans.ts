import type { SchedulePlan, Trip } from '#shared/rules/schedule/plan.ts';
import type { ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import { workableDays } from '#shared/rules/schedule/workable-days.ts';

/** Every plan of a tiny problem with fixed teams, good or bad: each place anywhere or nowhere, each crew. */
export function* allPlans(problem: ScheduleProblem): Generator<SchedulePlan> {
  const teams = problem.teams.map(({ id }) => ({
    teamId: id,
    memberIds: problem.inspectors.filter(({ teamId }) => teamId === id).map((person) => person.id),
    vehicleIds: problem.vehicles.filter(({ teamId }) => teamId === id).map((vehicle) => vehicle.id),
  }));
  for (const trips of tripsOf(problem, problem.places.length)) {
    const crews = trips.map(({ teamId }) =>
      subsets(teams.find((team) => team.teamId === teamId)?.memberIds ?? []),
    );
    for (const chosen of choices(crews))
      yield { teams, trips: trips.map((trip, place) => ({ ...trip, inspectorIds: chosen[place] ?? [] })) };
  }
}

/** Trips without crews, for the first so many places. */
function* tripsOf(problem: ScheduleProblem, count: number): Generator<Trip[]> {
  const place = problem.places[count - 1];
  if (place === undefined) {
    yield [];
    return;
  }
  const { countyId } = place;
  for (const trips of tripsOf(problem, count - 1)) {
    yield trips;
    for (const { id: teamId } of problem.teams) {
      for (const day of workableDays(problem)) {
        const same = trips.find((trip) => trip.teamId === teamId && trip.day === day);
        if (same === undefined)
          yield [...trips, { teamId, day, countyId, inspectorIds: [], placeIds: [place.id] }];
        else if (same.countyId === countyId)
          yield trips.map((trip) =>
            trip === same ? { ...trip, placeIds: [...trip.placeIds, place.id] } : trip,
          );
      }
    }
  }
}

function subsets(ids: readonly string[]): string[][] {
  return ids.reduce<string[][]>((all, id) => [...all, ...all.map((some) => [...some, id])], [[]]);
}

function* choices<Item>(lists: readonly (readonly Item[])[]): Generator<Item[]> {
  const [first, ...rest] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const item of first) for (const others of choices(rest)) yield [item, ...others];
}
