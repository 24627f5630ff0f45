import type { SchedulePlan } from './plan.ts';
import type { Pin, ScheduleProblem } from './problem.ts';

/** What has been visited stays where it was planned. */
export function visitedPins(
  { pins }: ScheduleProblem,
  plan: SchedulePlan | null,
  visitedIds: readonly string[],
): Pin[] {
  const visited = new Set(visitedIds);
  const pinned = new Set(pins.flatMap((pin) => ('placeId' in pin ? [pin.placeId] : [])));
  return (plan?.trips ?? []).flatMap(({ teamId, day, placeIds }) =>
    placeIds
      .filter((id) => visited.has(id) && !pinned.has(id))
      .map((placeId): Pin => ({ placeId, teamId, day })),
  );
}
