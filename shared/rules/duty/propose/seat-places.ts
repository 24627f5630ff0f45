import type { DutyCell, DutyPlace } from '../model.ts';
import { placeKey } from '../model.ts';
import { postKey, type Seat } from './problem.ts';

export interface SeatedPlace extends DutyPlace {
  personUid: string | null;
  pinned: boolean;
}

/** Which of several places of a role is whose: who stays keeps theirs. */
export function seatPlaces(
  places: readonly DutyPlace[],
  plan: readonly Seat[],
  present: readonly DutyCell[],
): SeatedPlace[] {
  const now = new Map(present.map((cell) => [placeKey(cell), cell]));
  const waiting = new Map(
    [...Map.groupBy(plan, postKey)].map(([key, seats]) => [key, seats.map(({ personUid }) => personUid)]),
  );
  const kept = new Map<string, DutyCell>();
  for (const place of places) {
    const cell = now.get(placeKey(place));
    const list = waiting.get(postKey(place)) ?? [];
    const at = cell === undefined ? -1 : list.indexOf(cell.personUid);
    if (cell === undefined || at < 0) continue;
    list.splice(at, 1);
    kept.set(placeKey(place), cell);
  }
  return places.map((place) => {
    const cell = kept.get(placeKey(place));
    const personUid = cell?.personUid ?? waiting.get(postKey(place))?.shift() ?? null;
    return { ...place, personUid, pinned: cell?.pinned ?? false };
  });
}
