import type { SchedulePlan } from './plan.ts';

/** What there is, by its ids. */
type There = Readonly<
  Record<'teams' | 'counties' | 'places' | 'inspectors' | 'vehicles', readonly { id: string }[]>
>;

/** Without what is no longer there: targets that were taken off, people who left, teams that were given up. */
export function fitPlan(there: There, { teams, trips }: SchedulePlan): SchedulePlan {
  const idsOf = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  const [ofTeams, counties, places] = [idsOf(there.teams), idsOf(there.counties), idsOf(there.places)];
  const [people, vehicles] = [idsOf(there.inspectors), idsOf(there.vehicles)];
  const planned = new Map(teams.map((team) => [team.teamId, team]));
  return {
    teams: there.teams.map(({ id: teamId }) => ({
      teamId,
      memberIds: planned.get(teamId)?.memberIds.filter((id) => people.has(id)) ?? [],
      vehicleIds: planned.get(teamId)?.vehicleIds.filter((id) => vehicles.has(id)) ?? [],
    })),
    trips: trips
      .filter(({ teamId, countyId }) => ofTeams.has(teamId) && counties.has(countyId))
      .map((trip) => ({
        ...trip,
        inspectorIds: trip.inspectorIds.filter((id) => people.has(id)),
        placeIds: trip.placeIds.filter((id) => places.has(id)),
      }))
      .filter(({ placeIds }) => placeIds.length > 0),
  };
}

/** Whether there is nothing to announce. */
export function isAnnounced(plan: SchedulePlan | null, announced: SchedulePlan | null): boolean {
  return JSON.stringify(plan) === JSON.stringify(announced);
}

/** What was announced otherwise: places by id, and trips whose people differ, by team and day. */
export function changesSince(
  announced: SchedulePlan,
  plan: SchedulePlan,
): { placeIds: Set<string>; trips: Set<string> } {
  const placesOf = ({ trips }: SchedulePlan) =>
    new Map(trips.flatMap((trip) => trip.placeIds.map((id) => [id, tripKey(trip)] as const)));
  const [before, after] = [placesOf(announced), placesOf(plan)];
  const ids = new Set([...before.keys(), ...after.keys()]);
  const crews = new Map(announced.trips.map((trip) => [tripKey(trip), crewKey(trip.inspectorIds)]));
  return {
    placeIds: new Set([...ids].filter((id) => before.get(id) !== after.get(id))),
    trips: new Set(
      plan.trips.filter((trip) => crews.get(tripKey(trip)) !== crewKey(trip.inspectorIds)).map(tripKey),
    ),
  };
}

export function tripKey({ teamId, day }: { teamId: string; day: string }): string {
  return `${teamId} ${day}`;
}

function crewKey(ids: readonly string[]): string {
  return ids.toSorted().join(' ');
}
