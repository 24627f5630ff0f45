import type { CampaignSchedule } from '#shared/contract/schedules.ts';
import { teamLoads } from '#shared/rules/schedule/aims.ts';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import type { Slot } from '#shared/rules/schedule/edits.ts';
import { changesSince, tripKey } from '#shared/rules/schedule/fit-plan.ts';
import type { SchedulePlan, Trip } from '#shared/rules/schedule/plan.ts';
import type { Place, ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import { violationWords } from '#shared/rules/schedule/violation-words.ts';
import { workableDays } from '#shared/rules/schedule/workable-days.ts';

/** A schedule as the calendar and the lists show it. */
export interface Board {
  problem: ScheduleProblem;
  plan: SchedulePlan;
  /** Days of the round with inspections, and others on which something stands all the same. */
  days: string[];
  tripAt: (slot: Slot) => Trip | undefined;
  place: (id: string) => Place | undefined;
  uncovered: Place[];
  loads: ReadonlyMap<string, number>;
  /** What breaks a hard rule, in words. */
  broken: string[];
  /** The same of one team's day. */
  brokenAt: (slot: Slot) => string[];
  isPinnedPlace: (id: string) => boolean;
  isPinnedTrip: (slot: Slot) => boolean;
  /** 已公布后的变动. */
  isChangedPlace: (id: string) => boolean;
  isChangedTrip: (slot: Slot) => boolean;
  changes: number;
  isVisited: (id: string) => boolean;
}

export function boardOf({ problem, announced, visitedIds }: CampaignSchedule, plan: SchedulePlan): Board {
  const trips = new Map(plan.trips.map((trip) => [tripKey(trip), trip]));
  const places = new Map(problem.places.map((place) => [place.id, place]));
  const covered = new Set(plan.trips.flatMap(({ placeIds }) => placeIds));
  const said = checkPlan(problem, plan).map((violation) => ({
    key: 'teamId' in violation ? tripKey(violation) : '',
    text: violationWords(problem, violation),
  }));
  const saidAt = Map.groupBy(said, ({ key }) => key);
  const pinnedPlaces = new Set(problem.pins.flatMap((pin) => ('placeId' in pin ? [pin.placeId] : [])));
  const pinnedTrips = new Set(problem.pins.flatMap((pin) => ('placeId' in pin ? [] : [tripKey(pin)])));
  const changes =
    announced === null
      ? { placeIds: new Set<string>(), trips: new Set<string>() }
      : changesSince(announced, plan);
  const visited = new Set(visitedIds);
  const workdays = workableDays(problem);
  return {
    problem,
    plan,
    days: [...new Set([...workdays, ...plan.trips.map(({ day }) => day)])].toSorted(),
    tripAt: (slot) => trips.get(tripKey(slot)),
    place: (id) => places.get(id),
    uncovered: problem.places.filter(({ id }) => !covered.has(id)),
    loads: teamLoads(problem, plan),
    broken: said.map(({ text }) => text),
    brokenAt: (slot) => saidAt.get(tripKey(slot))?.map(({ text }) => text) ?? [],
    isPinnedPlace: (id) => pinnedPlaces.has(id),
    isPinnedTrip: (slot) => pinnedTrips.has(tripKey(slot)),
    isChangedPlace: (id) => changes.placeIds.has(id),
    isChangedTrip: (slot) => changes.trips.has(tripKey(slot)),
    changes: changes.placeIds.size + changes.trips.size,
    isVisited: (id) => visited.has(id),
  };
}
