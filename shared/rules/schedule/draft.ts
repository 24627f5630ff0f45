import { addDays } from '../../calendar/days.ts';
import { chooseCrew, type CrewNeeds } from './choose-crew.ts';
import type { PlannedTeam, SchedulePlan, Trip } from './plan.ts';
import type { Inspector, Place, ScheduleProblem } from './problem.ts';
import { workableDays } from './workable-days.ts';

/*
 * A plan that grows visit by visit and keeps every hard rule at each step, but for pins that nobody has placed yet.
 */

export interface Draft {
  readonly days: readonly string[];
  readonly loads: ReadonlyMap<string, number>;
  trip(teamId: string, day: string): Readonly<Trip> | undefined;
  trips(): Iterable<Readonly<Trip>>;
  /** Minutes that the team could still spend on that day. */
  room(teamId: string, day: string): number;
  has(placeId: string): boolean;
  /**
   * Adds the visit where every rule allows it, with the crew that it needs then.
   * @param preferred members of the crew, before those who carry least
   */
  visit(place: Place, teamId: string, day: string, preferred?: readonly string[]): boolean;
  plan(): SchedulePlan;
}

interface Team {
  members: readonly Inspector[];
  seats: number;
  trips: Map<string, Trip>;
}

export function createDraft(problem: ScheduleProblem, plannedTeams: readonly PlannedTeam[]): Draft {
  const { rules } = problem;
  const days = workableDays(problem);
  const workable = new Set(days);
  const places = new Map(problem.places.map((place) => [place.id, place]));
  const counties = new Map(problem.counties.map((county) => [county.id, county]));
  const teams = teamsOf(problem, plannedTeams);
  const loads = new Map(problem.teams.map(({ id, carriedLoad }) => [id, carriedLoad]));
  const personLoads = new Map(problem.inspectors.map(({ id, carriedLoad }) => [id, carriedLoad]));
  const workedDays = new Map(problem.inspectors.map(({ id }) => [id, new Set<string>()]));
  const visited = new Set<string>();
  const tripsIn = new Map<string, number>();
  /** How many people of one county are sent into another, by both. */
  const sent = new Map<string, number>();
  const homeOf = new Map(problem.inspectors.map(({ id, homeCountyId }) => [id, homeCountyId]));
  const pins = pinsOf(problem);

  const loadOf = (countyId: string) => rules.loadPerDay + (counties.get(countyId)?.travelLoad ?? 0);
  const minutesOf = (trip: Trip | undefined) =>
    trip?.placeIds.reduce((sum, id) => sum + (places.get(id)?.minutes ?? 0), 0) ?? 0;
  const room = (teamId: string, day: string) =>
    rules.minutesPerDay - minutesOf(teams.get(teamId)?.trips.get(day));

  function count(trip: Trip, by: 1 | -1): void {
    const load = by * loadOf(trip.countyId);
    loads.set(trip.teamId, (loads.get(trip.teamId) ?? 0) + load);
    for (const id of trip.inspectorIds) {
      personLoads.set(id, (personLoads.get(id) ?? 0) + load);
      if (by === 1) workedDays.get(id)?.add(trip.day);
      else workedDays.get(id)?.delete(trip.day);
      const pair = `${homeOf.get(id)}\n${trip.countyId}`;
      sent.set(pair, (sent.get(pair) ?? 0) + by);
    }
    tripsIn.set(trip.countyId, (tripsIn.get(trip.countyId) ?? 0) + by);
  }

  function mayGo(person: Inspector, trip: Trip, units: ReadonlySet<string | null>): boolean {
    const { id, homeCountyId, unitId, leave } = person;
    if (leave.includes(trip.day) || homeCountyId === trip.countyId) return false;
    if (unitId !== null && units.has(unitId)) return false;
    if (homeCountyId !== null && (sent.get(`${trip.countyId}\n${homeCountyId}`) ?? 0) > 0) return false;
    return daysInARowWith(workedDays.get(id) ?? new Set(), trip.day) <= rules.mostDaysInARow;
  }

  function crewOf(team: Team, trip: Trip, preferred: readonly string[]): string[] | null {
    const visits = trip.placeIds.flatMap((id) => places.get(id) ?? []);
    const units = new Set(visits.map(({ unitId }) => unitId));
    const rank = ({ id }: Inspector) => (preferred.includes(id) ? -1 : (personLoads.get(id) ?? 0));
    const candidates = team.members
      .filter((person) => mayGo(person, trip, units))
      .toSorted((one, other) => rank(one) - rank(other));
    const needs: CrewNeeds = {
      least: Math.max(rules.crew.least, candidates.filter(({ id }) => preferred.includes(id)).length),
      most: Math.min(rules.crew.most, team.seats),
      roles: rules.crew.roles,
      skills: [...rules.crew.skills, ...visits.flatMap(({ skills }) => skills)],
    };
    const crew =
      chooseCrew(candidates, needs) ?? chooseCrew(candidates, { ...needs, least: rules.crew.least });
    return crew?.map(({ id }) => id) ?? null;
  }

  function visit(place: Place, teamId: string, day: string, preferred?: readonly string[]): boolean {
    const team = teams.get(teamId);
    if (team === undefined || !workable.has(day) || visited.has(place.id)) return false;
    const before = team.trips.get(day);
    if (before !== undefined && before.countyId !== place.countyId) return false;
    if (room(teamId, day) < place.minutes || !pins.allow(place, teamId, day)) return false;
    const mostDays = counties.get(place.countyId)?.mostDays ?? null;
    if (before === undefined && mostDays !== null && (tripsIn.get(place.countyId) ?? 0) >= mostDays)
      return false;
    if (before !== undefined) count(before, -1);
    const trip: Trip = {
      teamId,
      day,
      countyId: place.countyId,
      inspectorIds: [],
      placeIds: [...(before?.placeIds ?? []), place.id],
    };
    const crew = crewOf(team, trip, preferred ?? before?.inspectorIds ?? []);
    const after = crew === null ? before : { ...trip, inspectorIds: crew };
    if (after !== undefined) {
      count(after, 1);
      team.trips.set(day, after);
    }
    if (crew !== null) visited.add(place.id);
    return crew !== null;
  }

  function* trips(): Generator<Trip> {
    for (const team of teams.values()) yield* team.trips.values();
  }

  return {
    days,
    loads,
    trip: (teamId, day) => teams.get(teamId)?.trips.get(day),
    trips,
    room,
    has: (placeId) => visited.has(placeId),
    visit,
    plan: () => ({
      teams: [...plannedTeams],
      trips: [...trips()],
    }),
  };
}

function teamsOf({ inspectors, vehicles }: ScheduleProblem, planned: readonly PlannedTeam[]) {
  return new Map(
    planned.map(({ teamId, memberIds, vehicleIds }): [string, Team] => {
      const members = inspectors.filter(({ id }) => memberIds.includes(id));
      const own = vehicles.filter(({ id }) => vehicleIds.includes(id));
      const seats =
        vehicles.length === 0
          ? Number.POSITIVE_INFINITY
          : own.reduce((sum, { seats: held }) => sum + held, 0);
      return [teamId, { members, seats, trips: new Map() }];
    }),
  );
}

function pinsOf({ pins }: ScheduleProblem) {
  const teamDays = new Map<string, string | null>();
  const ofPlaces = new Map<string, { teamId: string | null; day: string | null }[]>();
  for (const pin of pins) {
    if ('placeId' in pin) ofPlaces.set(pin.placeId, [...(ofPlaces.get(pin.placeId) ?? []), pin]);
    else teamDays.set(`${pin.teamId}\n${pin.day}`, pin.countyId);
  }
  return {
    allow(place: Place, teamId: string, day: string): boolean {
      const pinned = teamDays.get(`${teamId}\n${day}`);
      if (pinned !== undefined && pinned !== place.countyId) return false;
      return (ofPlaces.get(place.id) ?? []).every(
        (pin) => (pin.teamId ?? teamId) === teamId && (pin.day ?? day) === day,
      );
    },
  };
}

function daysInARowWith(worked: ReadonlySet<string>, day: string): number {
  let length = 1;
  for (let back = -1; worked.has(addDays(day, back)); back -= 1) length += 1;
  for (let ahead = 1; worked.has(addDays(day, ahead)); ahead += 1) length += 1;
  return length;
}
