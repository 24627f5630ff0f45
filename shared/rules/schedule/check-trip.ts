import type { SchedulePlan, Trip } from './plan.ts';
import type { Inspector, Place, ScheduleProblem } from './problem.ts';
import type { Violation } from './violations.ts';

/** The rules that one trip can break by itself. */
export function checkTrip(problem: ScheduleProblem, plan: SchedulePlan, trip: Trip): Violation[] {
  const people = problem.inspectors.filter(({ id }) => trip.inspectorIds.includes(id));
  const places = problem.places.filter(({ id }) => trip.placeIds.includes(id));
  return [
    ...checkDay(problem, trip),
    ...checkPlaces(problem, trip, places),
    ...checkCrew(problem, plan, trip, people),
    ...checkSkills(problem, trip, people, places),
    ...checkRecusal(trip, people, places),
  ];
}

function checkDay({ from, to, daysOff }: ScheduleProblem, { teamId, day }: Trip): Violation[] {
  if (day < from || day > to) return [{ rule: 'outsideDays', teamId, day }];
  const off = daysOff.find((dayOff) => dayOff.day === day);
  return off === undefined ? [] : [{ rule: 'dayOff', name: off.name, teamId, day }];
}

function checkPlaces(
  { rules }: ScheduleProblem,
  { teamId, day, countyId }: Trip,
  places: readonly Place[],
): Violation[] {
  if (places.length === 0) return [{ rule: 'emptyTrip', teamId, day }];
  const minutes = places.reduce((sum, place) => sum + place.minutes, 0);
  const found: Violation[] = places
    .filter((place) => place.countyId !== countyId)
    .map((place) => ({ rule: 'otherCounty', placeId: place.id, countyId, teamId, day }));
  if (minutes > rules.minutesPerDay)
    found.push({ rule: 'dayTooLong', have: minutes, most: rules.minutesPerDay, teamId, day });
  return found;
}

function checkCrew(
  { rules, vehicles }: ScheduleProblem,
  plan: SchedulePlan,
  { teamId, day, inspectorIds }: Trip,
  people: readonly Inspector[],
): Violation[] {
  const found: Violation[] = [];
  const { least, most, roles } = rules.crew;
  const team = plan.teams.find((planned) => planned.teamId === teamId);
  const have = inspectorIds.length;
  if (have < least || have > most) found.push({ rule: 'crewSize', have, least, most, teamId, day });
  for (const { role, count } of roles) {
    const holders = people.filter((person) => person.roles.includes(role)).length;
    if (holders < count) found.push({ rule: 'roleShort', role, have: holders, need: count, teamId, day });
  }
  for (const inspectorId of inspectorIds) {
    if (team?.memberIds.includes(inspectorId) !== true)
      found.push({ rule: 'notMember', inspectorId, teamId, day });
  }
  const seats = vehicles
    .filter(({ id }) => team?.vehicleIds.includes(id))
    .reduce((sum, vehicle) => sum + vehicle.seats, 0);
  if (vehicles.length > 0 && seats < have)
    found.push({ rule: 'seatsShort', have: seats, need: have, teamId, day });
  return found;
}

function checkSkills(
  { rules }: ScheduleProblem,
  { teamId, day }: Trip,
  people: readonly Inspector[],
  places: readonly Place[],
): Violation[] {
  const needs = [
    ...rules.crew.skills.map((need) => ({ ...need, placeId: null })),
    ...places.flatMap((place) => place.skills.map((need) => ({ ...need, placeId: place.id }))),
  ];
  return needs.flatMap(({ skill, count, placeId }) => {
    const have = people.filter((person) => person.skills.includes(skill)).length;
    return have < count
      ? [{ rule: 'skillShort' as const, skill, have, need: count, placeId, teamId, day }]
      : [];
  });
}

function checkRecusal(
  { teamId, day, countyId }: Trip,
  people: readonly Inspector[],
  places: readonly Place[],
): Violation[] {
  return people.flatMap(({ id, homeCountyId, unitId }) => {
    const own = places.filter((place) => unitId !== null && place.unitId === unitId);
    const found: Violation[] = own.map((place) => ({
      rule: 'ownUnit',
      inspectorId: id,
      placeId: place.id,
      teamId,
      day,
    }));
    if (homeCountyId === countyId) found.push({ rule: 'homeCounty', inspectorId: id, countyId, teamId, day });
    return found;
  });
}
