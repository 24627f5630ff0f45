import { personLoads } from './aims.ts';
import { chooseCrew } from './choose-crew.ts';
import type { ScheduleEdit, Slot } from './edits.ts';
import type { SchedulePlan, Trip } from './plan.ts';
import type { Pin, ScheduleProblem } from './problem.ts';
import type { ScheduleTeam } from './settings.ts';

/*
 * What a clerk changes of a plan by hand. Anything can be put anywhere: what it breaks is said afterwards, by the rules
 * that judge every plan.
 */

export interface EditedSchedule {
  plan: SchedulePlan;
  pins: Pin[];
  teams: ScheduleTeam[];
}

export function editSchedule(
  problem: ScheduleProblem,
  state: EditedSchedule,
  edit: ScheduleEdit,
): EditedSchedule {
  switch (edit.kind) {
    case 'places':
      return { ...state, ...movePlaces(problem, state, [{ placeIds: edit.placeIds, to: edit.to }]) };
    case 'swapPlaces': {
      const [one, other] = edit.placeIds;
      const moves = [
        { placeIds: [one], to: slotOf(state.plan, other) },
        { placeIds: [other], to: slotOf(state.plan, one) },
      ];
      return { ...state, ...movePlaces(problem, state, moves) };
    }
    case 'trip':
      return { ...state, ...moveTrip(problem, state, edit.from, edit.to) };
    case 'person':
      return putInTeam(problem, state, 'memberIds', edit.inspectorId, edit.teamId);
    case 'vehicle':
      return putInTeam(problem, state, 'vehicleIds', edit.vehicleId, edit.teamId);
    case 'pinPlace':
      return { ...state, pins: pinPlace(state, edit.placeId, edit.pinned) };
    case 'pinTrip':
      return { ...state, pins: pinTrip(state, edit, edit.pinned) };
  }
}

/** The places and teams that it speaks of itself. */
export function namedBy(edit: ScheduleEdit): { places: readonly string[]; teams: readonly string[] } {
  switch (edit.kind) {
    case 'places':
      return { places: edit.placeIds, teams: edit.to === null ? [] : [edit.to.teamId] };
    case 'swapPlaces':
      return { places: edit.placeIds, teams: [] };
    case 'trip':
      return { places: [], teams: [edit.from.teamId, edit.to.teamId] };
    case 'person':
    case 'vehicle':
      return { places: [], teams: edit.teamId === null ? [] : [edit.teamId] };
    case 'pinPlace':
      return { places: [edit.placeId], teams: [] };
    case 'pinTrip':
      return { places: [], teams: [edit.teamId] };
  }
}

/** The places that it takes from where they stand, or puts somewhere. */
export function placesMovedBy(edit: ScheduleEdit, { trips }: SchedulePlan): readonly string[] {
  if (edit.kind === 'places' || edit.kind === 'swapPlaces') return edit.placeIds;
  if (edit.kind !== 'trip') return [];
  return trips
    .filter((trip) => isAt(trip, edit.from) || isAt(trip, edit.to))
    .flatMap(({ placeIds }) => placeIds);
}

export function slotOf({ trips }: SchedulePlan, placeId: string): Slot | null {
  const trip = trips.find(({ placeIds }) => placeIds.includes(placeId));
  return trip === undefined ? null : { teamId: trip.teamId, day: trip.day };
}

function isAt(trip: Slot, { teamId, day }: Slot): boolean {
  return trip.teamId === teamId && trip.day === day;
}

interface Move {
  placeIds: readonly string[];
  /** Null: nobody visits them. */
  to: Slot | null;
}

function movePlaces(
  problem: ScheduleProblem,
  { plan, pins }: EditedSchedule,
  moves: readonly Move[],
): Pick<EditedSchedule, 'plan' | 'pins'> {
  const moved = new Set(moves.flatMap(({ placeIds }) => placeIds));
  const touched: Slot[] = plan.trips.filter(({ placeIds }) => placeIds.some((id) => moved.has(id)));
  let trips = plan.trips.map((trip) => ({
    ...trip,
    placeIds: trip.placeIds.filter((id) => !moved.has(id)),
  }));
  for (const { placeIds, to } of moves) {
    if (to === null) continue;
    touched.push(to);
    const trip = trips.find((each) => isAt(each, to));
    if (trip !== undefined && trip.placeIds.length > 0) trip.placeIds.push(...placeIds);
    else {
      const countyId = problem.places.find(({ id }) => placeIds.includes(id))?.countyId ?? '';
      trips = trips.filter((each) => !isAt(each, to));
      const inspectorIds = trip?.inspectorIds ?? [];
      trips.push({ ...to, countyId, inspectorIds, placeIds: [...placeIds] });
    }
  }
  const kept = pins.flatMap((pin): Pin[] => {
    const move = 'placeId' in pin ? moves.find(({ placeIds }) => placeIds.includes(pin.placeId)) : undefined;
    if (move === undefined || !('placeId' in pin)) return [pin];
    return move.to === null ? [] : [{ placeId: pin.placeId, ...move.to }];
  });
  return { plan: withCrews(problem, { ...plan, trips }, touched), pins: kept };
}

/** A county day goes to another team or day with all its places; what stood there comes back in turn. */
function moveTrip(
  problem: ScheduleProblem,
  { plan, pins }: EditedSchedule,
  from: Slot,
  to: Slot,
): Pick<EditedSchedule, 'plan' | 'pins'> {
  const exchanged = <Place extends Slot>(slot: Place): Place => {
    if (isAt(slot, from)) return { ...slot, teamId: to.teamId, day: to.day };
    return isAt(slot, to) ? { ...slot, teamId: from.teamId, day: from.day } : slot;
  };
  const placesThere = new Set(
    plan.trips.filter((trip) => isAt(trip, from) || isAt(trip, to)).flatMap(({ placeIds }) => placeIds),
  );
  const trips = plan.trips.map((trip) => exchanged(trip));
  const kept = pins.map((pin): Pin => {
    if (!('placeId' in pin)) return exchanged(pin);
    if (pin.teamId === null || pin.day === null || !placesThere.has(pin.placeId)) return pin;
    return exchanged({ ...pin, teamId: pin.teamId, day: pin.day });
  });
  return { plan: withCrews(problem, { ...plan, trips }, [from, to]), pins: kept };
}

function putInTeam(
  problem: ScheduleProblem,
  { plan, pins, teams }: EditedSchedule,
  list: 'memberIds' | 'vehicleIds',
  id: string,
  teamId: string | null,
): EditedSchedule {
  const placed = <Team extends { memberIds: string[]; vehicleIds: string[] }>(
    team: Team,
    own: boolean,
  ): Team => {
    const others = team[list].filter((member) => member !== id);
    return { ...team, [list]: own ? [...others, id] : others };
  };
  const known = new Set(plan.teams.map((team) => team.teamId));
  const all = [
    ...plan.teams,
    ...problem.teams
      .filter((team) => !known.has(team.id))
      .map((team) => ({ teamId: team.id, memberIds: [], vehicleIds: [] })),
  ];
  const left = plan.trips.map((trip) => ({
    ...trip,
    inspectorIds:
      trip.teamId === teamId ? trip.inspectorIds : trip.inspectorIds.filter((person) => person !== id),
  }));
  const touched = plan.trips.filter(({ inspectorIds }) => inspectorIds.includes(id));
  const edited = {
    teams: all.map((team) => placed(team, team.teamId === teamId)),
    trips: left,
  };
  const lacking = plan.trips.filter(
    (trip) => trip.teamId === teamId && trip.inspectorIds.length < problem.rules.crew.least,
  );
  return {
    plan: list === 'memberIds' ? withCrews(problem, edited, [...touched, ...lacking]) : edited,
    pins,
    teams: teams.map((team) => placed(team, team.id === teamId)),
  };
}

function pinPlace({ plan, pins }: EditedSchedule, placeId: string, pinned: boolean): Pin[] {
  const others = pins.filter((pin) => !('placeId' in pin) || pin.placeId !== placeId);
  const slot = slotOf(plan, placeId);
  return pinned && slot !== null ? [...others, { placeId, ...slot }] : others;
}

function pinTrip({ plan, pins }: EditedSchedule, { teamId, day }: Slot, pinned: boolean): Pin[] {
  const others = pins.filter((pin) => 'placeId' in pin || pin.teamId !== teamId || pin.day !== day);
  if (!pinned) return others;
  const countyId = plan.trips.find((trip) => isAt(trip, { teamId, day }))?.countyId ?? null;
  return [...others, { teamId, day, countyId }];
}

/** Without trips to nowhere, and with a crew for each trip that was touched. */
function withCrews(problem: ScheduleProblem, plan: SchedulePlan, touched: readonly Slot[]): SchedulePlan {
  let trips = plan.trips
    .filter(({ placeIds }) => placeIds.length > 0)
    .map((trip) => inItsCounty(problem, trip));
  for (const slot of touched) {
    trips = trips.map((trip) =>
      isAt(trip, slot) ? { ...trip, inspectorIds: crewOf(problem, { ...plan, trips }, trip) } : trip,
    );
  }
  return { ...plan, trips };
}

/** Where none of its places lies in its county any more, it goes to that of its places. */
function inItsCounty({ places }: ScheduleProblem, trip: Trip): Trip {
  const counties = places.filter(({ id }) => trip.placeIds.includes(id)).map(({ countyId }) => countyId);
  return counties.includes(trip.countyId) ? trip : { ...trip, countyId: counties[0] ?? trip.countyId };
}

/** Who went already as far as they may, then those who carry least; as many as can go where the needs are not met. */
function crewOf(problem: ScheduleProblem, plan: SchedulePlan, trip: Trip): string[] {
  const { crew } = problem.rules;
  const places = problem.places.filter(({ id }) => trip.placeIds.includes(id));
  const units = new Set(places.map(({ unitId }) => unitId));
  const loads = personLoads(problem, plan);
  const members = plan.teams.find(({ teamId }) => teamId === trip.teamId)?.memberIds ?? [];
  const rank = (id: string) => (trip.inspectorIds.includes(id) ? -1 : (loads.get(id) ?? 0));
  const candidates = problem.inspectors
    .filter(
      ({ id, leave, homeCountyId, unitId }) =>
        members.includes(id) &&
        !leave.includes(trip.day) &&
        homeCountyId !== trip.countyId &&
        (unitId === null || !units.has(unitId)),
    )
    .toSorted((one, other) => rank(one.id) - rank(other.id));
  const kept = candidates.filter(({ id }) => trip.inspectorIds.includes(id)).length;
  const needs = {
    ...crew,
    least: Math.max(crew.least, Math.min(kept, crew.most)),
    skills: [...crew.skills, ...places.flatMap(({ skills }) => skills)],
  };
  const chosen =
    chooseCrew(candidates, needs) ?? chooseCrew(candidates, { ...needs, least: crew.least }) ?? candidates;
  return chosen.slice(0, crew.most).map(({ id }) => id);
}
