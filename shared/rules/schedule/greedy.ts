import { createDraft, type Draft } from './draft.ts';
import { formTeams } from './form-teams.ts';
import type { SchedulePlan } from './plan.ts';
import type { Place, ScheduleProblem } from './problem.ts';

/*
 * A plan in the blink of an eye: what was announced, then the pins, then the hardest places first, each where the
 * team that is there already has room, else to the team that carries least.
 */
export function greedyPlan(problem: ScheduleProblem): SchedulePlan {
  const draft = createDraft(problem, formTeams(problem));
  keepAnnounced(problem, draft);
  for (const place of pinnedPlaces(problem)) putWhereBest(problem, draft, place);
  fillPinnedDays(problem, draft);
  for (const place of hardestFirst(problem)) putWhereBest(problem, draft, place);
  return draft.plan();
}

/** Adds what a plan leaves uncovered, where the rules allow it, and drops what they do not. */
export function completePlan(problem: ScheduleProblem, plan: SchedulePlan): SchedulePlan {
  const draft = createDraft(problem, plan.teams);
  keepTrips(problem, draft, plan);
  fillPinnedDays(problem, draft);
  for (const place of [...pinnedPlaces(problem), ...hardestFirst(problem)])
    putWhereBest(problem, draft, place);
  return draft.plan();
}

/** The plan as a draft, but for one place that may go elsewhere. */
export function draftWithout(problem: ScheduleProblem, plan: SchedulePlan, placeId: string): Draft {
  const draft = createDraft(problem, plan.teams);
  const trips = plan.trips.map((trip) => ({
    ...trip,
    placeIds: trip.placeIds.filter((id) => id !== placeId),
  }));
  keepTrips(problem, draft, { ...plan, trips });
  return draft;
}

function keepAnnounced(problem: ScheduleProblem, draft: Draft): void {
  if (problem.basePlan !== null) keepTrips(problem, draft, problem.basePlan);
}

function keepTrips({ places }: ScheduleProblem, draft: Draft, { trips }: SchedulePlan): void {
  for (const { placeIds, teamId, day, inspectorIds } of trips) {
    for (const place of places.filter(({ id }) => placeIds.includes(id)))
      draft.visit(place, teamId, day, inspectorIds);
  }
}

function pinnedPlaces({ pins, places }: ScheduleProblem): Place[] {
  const pinned = new Set(pins.flatMap((pin) => ('placeId' in pin ? [pin.placeId] : [])));
  return places.filter(({ id }) => pinned.has(id));
}

function fillPinnedDays({ pins, places }: ScheduleProblem, draft: Draft): void {
  for (const pin of pins) {
    if ('placeId' in pin || pin.countyId === null) continue;
    if (draft.trip(pin.teamId, pin.day) !== undefined) continue;
    places.find((place) => place.countyId === pin.countyId && draft.visit(place, pin.teamId, pin.day));
  }
}

/** County by county, so that a team goes on where it is. */
function hardestFirst({ places, counties }: ScheduleProblem): Place[] {
  const sum = (list: readonly Place[]) => list.reduce((total, { minutes }) => total + minutes, 0);
  const needs = ({ skills }: Place) => skills.reduce((total, { count }) => total + count, 0);
  return counties
    .map(({ id }) => places.filter(({ countyId }) => countyId === id))
    .toSorted((one, other) => sum(other) - sum(one))
    .flatMap((own) => own.toSorted((one, other) => needs(other) - needs(one) || other.minutes - one.minutes));
}

function putWhereBest(problem: ScheduleProblem, draft: Draft, place: Place): void {
  if (draft.has(place.id)) return;
  const there = [...draft.trips()]
    .filter(({ countyId }) => countyId === place.countyId)
    .toSorted((one, other) => draft.room(one.teamId, one.day) - draft.room(other.teamId, other.day));
  if (there.some(({ teamId, day }) => draft.visit(place, teamId, day))) return;
  for (const teamId of teamsByWish(problem, draft, place.countyId)) {
    const free = draft.days.filter((day) => draft.trip(teamId, day) === undefined);
    if (free.some((day) => draft.visit(place, teamId, day))) return;
  }
}

/** Who is in the county already goes on there until it carries its share; then who carries least. */
function teamsByWish({ teams }: ScheduleProblem, draft: Draft, countyId: string): string[] {
  const present = new Set(
    [...draft.trips()].filter((trip) => trip.countyId === countyId).map((trip) => trip.teamId),
  );
  const loads = [...draft.loads.values()];
  const share = loads.reduce((sum, load) => sum + load, 0) / Math.max(1, loads.length);
  const loadOf = (teamId: string) => draft.loads.get(teamId) ?? 0;
  const goesOn = (teamId: string) => present.has(teamId) && loadOf(teamId) <= share;
  return teams
    .map(({ id, lastCountyIds }) => ({ id, repeats: lastCountyIds.includes(countyId) ? 1 : 0 }))
    .toSorted(
      (one, other) =>
        Number(goesOn(other.id)) - Number(goesOn(one.id)) ||
        loadOf(one.id) - loadOf(other.id) ||
        one.repeats - other.repeats,
    )
    .map(({ id }) => id);
}
