import { createDraft, type Draft } from '#shared/rules/schedule/draft.ts';
import { completePlan } from '#shared/rules/schedule/greedy.ts';
import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import type { Place } from '#shared/rules/schedule/problem.ts';
import type { Frame, FramedTeam } from './frame.ts';

/*
 * From days in counties to a plan: each team stays in a county until its days there are used up, and the places of the
 * county are spread over the days of all teams there.
 */

interface Slot {
  teamId: string;
  day: string;
}

/** Two plans, for places are packed either evenly or tightly, and either may be the one that fits. */
export function layOnDays(
  frame: Frame,
  daysIn: (team: FramedTeam, countyId: string) => number,
): SchedulePlan[] {
  const slots = new Map<string, Slot[]>();
  for (const team of frame.teams) {
    const wanted = new Map(frame.problem.counties.map(({ id }) => [id, daysIn(team, id)]));
    for (const [day, countyId] of daysOfTeam(frame, team, wanted))
      slots.set(countyId, [...(slots.get(countyId) ?? []), { teamId: team.team.id, day }]);
  }
  return [true, false].map((evenly) => {
    const draft = createDraft(frame.problem, frame.planned);
    for (const [countyId, own] of slots) packCounty(draft, frame.placesIn(countyId), own, evenly);
    return completePlan(frame.problem, draft.plan());
  });
}

function daysOfTeam(frame: Frame, team: FramedTeam, wanted: Map<string, number>): [string, string][] {
  const laid: [string, string][] = [];
  let current: string | null = null;
  for (const day of frame.days) {
    const open = [...wanted].filter(
      ([countyId, left]) =>
        left > 0 && frame.placesIn(countyId).some((place) => frame.mayVisitPlace(team, day, place)),
    );
    const next = open.find(([countyId]) => countyId === current) ?? open[0];
    if (next === undefined) continue;
    [current] = next;
    wanted.set(current, next[1] - 1);
    laid.push([day, current]);
  }
  return laid;
}

/** The hardest places first. Each slot has one place before any has more, so that no day is lost. */
function packCounty(draft: Draft, places: readonly Place[], slots: readonly Slot[], evenly: boolean): void {
  const sorted = places.toSorted(
    (one, other) => other.skills.length - one.skills.length || other.minutes - one.minutes,
  );
  for (const place of sorted) {
    const room = ({ teamId, day }: Slot) => draft.room(teamId, day);
    const isEmpty = ({ teamId, day }: Slot) => (draft.trip(teamId, day) === undefined ? 0 : 1);
    const order = slots.toSorted(
      (one, other) =>
        isEmpty(one) - isEmpty(other) || (evenly ? room(other) - room(one) : room(one) - room(other)),
    );
    order.some(({ teamId, day }) => draft.visit(place, teamId, day));
  }
}
