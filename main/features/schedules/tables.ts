import { shortDay } from '#shared/calendar/days.ts';
import type { Inspector as PoolPerson } from '#shared/contract/inspectors.ts';
import { namesOf } from '#shared/rules/schedule/names.ts';
import { weekdayName } from '#shared/rules/duty/day-words.ts';
import type { Trip } from '#shared/rules/schedule/plan.ts';
import type { OpenSchedule } from './schedule.ts';

/* The plan as rows of words, for paper and workbook alike. */

export interface GroupRow {
  teamId: string;
  team: string;
  counties: string;
  leaders: string;
  members: string;
  days: string;
  vehicles: string;
}

export interface DayRow {
  day: string;
  team: string;
  county: string;
  places: string[];
  people: string;
}

export interface TaskRow {
  day: string;
  county: string;
  place: string;
  address: string;
  contact: string;
  phone: string;
  minutes: number | null;
  people: string;
  note: string;
}

export function groupRows({ stored, problem, around }: OpenSchedule): GroupRow[] {
  const names = namesOf(problem);
  const pool = new Map(around.pool.map((person) => [person.uid, person]));
  return (stored.plan?.teams ?? []).map(({ teamId, memberIds, vehicleIds }) => {
    const trips = inOrder(stored.plan?.trips ?? []).filter((trip) => trip.teamId === teamId);
    const going = new Set(trips.flatMap(({ inspectorIds }) => inspectorIds));
    const people = memberIds.filter((id) => going.has(id)).flatMap((id) => pool.get(id) ?? []);
    const [leader] = people.filter(({ roles }) => roles.includes('leader'));
    const others = people.filter((person) => person !== leader);
    const vehicles = around.vehicles.filter(({ uid }) => vehicleIds.includes(uid));
    return {
      teamId,
      team: names.team(teamId),
      counties: [...new Set(trips.map(({ countyId }) => names.county(countyId)))].join('、'),
      leaders: leader === undefined ? '' : personWords(leader),
      members: others.map(personWords).join('\n'),
      days: trips.length === 0 ? '' : `${spanWords(trips)}，${trips.length} 天`,
      vehicles: vehicles.map(({ name }) => name).join('\n'),
    };
  });
}

export function dayRows({ stored, problem }: OpenSchedule): DayRow[] {
  const names = namesOf(problem);
  const rank = new Map(problem.teams.map(({ id }, at) => [id, at]));
  return inOrder(stored.plan?.trips ?? [])
    .toSorted(
      (one, other) =>
        (one.day < other.day ? -1 : one.day > other.day ? 1 : 0) ||
        (rank.get(one.teamId) ?? 0) - (rank.get(other.teamId) ?? 0),
    )
    .map((trip) => ({
      day: `${shortDay(trip.day)} ${weekdayName(trip.day)}`,
      team: names.team(trip.teamId),
      county: names.county(trip.countyId),
      places: trip.placeIds.map((id) => names.place(id)),
      people: trip.inspectorIds.map((id) => names.person(id)).join('、'),
    }));
}

/** What a team takes along: where to go when, and whom to call there. */
export function taskRows({ stored, problem, around }: OpenSchedule, teamId: string): TaskRow[] {
  const names = namesOf(problem);
  const targets = new Map(around.campaign.targets.map((target) => [target.uid, target]));
  const minutes = new Map(problem.places.map((place) => [place.id, place.minutes]));
  return inOrder(stored.plan?.trips ?? [])
    .filter((trip) => trip.teamId === teamId)
    .flatMap(({ day, countyId, placeIds, inspectorIds }) =>
      placeIds.map((id) => {
        const target = targets.get(id);
        return {
          day: `${shortDay(day)} ${weekdayName(day)}`,
          county: names.county(countyId),
          place: names.place(id),
          address: target?.address ?? '',
          contact: target?.contact ?? '',
          phone: target?.phone ?? '',
          minutes: minutes.get(id) ?? null,
          people: inspectorIds.map((person) => names.person(person)).join('、'),
          note: target?.note ?? '',
        };
      }),
    );
}

export function inOrder(trips: readonly Trip[]): Trip[] {
  return trips.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

function personWords({ name, unitName, post }: PoolPerson): string {
  return [name, `${unitName}${post}`].filter((part) => part !== '').join('　');
}

function spanWords(trips: readonly Trip[]): string {
  const [first, last] = [trips[0]?.day ?? '', trips.at(-1)?.day ?? ''];
  return first === last ? shortDay(first) : `${shortDay(first)}至${shortDay(last)}`;
}
