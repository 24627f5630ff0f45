import type { Place } from '#shared/rules/schedule/problem.ts';
import type { Frame, FramedTeam } from './frame.ts';

/** Places of a county that the same teams can visit on the same days. */
export interface PlaceGroup {
  countyId: string;
  places: Place[];
  isPinned: boolean;
  /** Days on which a team could visit them, looking at nothing else. */
  daysOf: ReadonlyMap<FramedTeam, readonly string[]>;
}

export function placeGroups(frame: Frame): PlaceGroup[] {
  const pinned = new Set(frame.problem.pins.flatMap((pin) => ('placeId' in pin ? [pin.placeId] : [])));
  const entries = frame.problem.places.map((place) => ({
    place,
    isPinned: pinned.has(place.id),
    days: frame.teams.map((team) => frame.days.filter((day) => frame.mayVisitPlace(team, day, place))),
  }));
  const keyOf = ({ place, isPinned, days }: (typeof entries)[number]) =>
    JSON.stringify([place.countyId, isPinned && place.id, days.map((list) => list.length > 0)]);
  return [...Map.groupBy(entries, keyOf).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    return [
      {
        countyId: first.place.countyId,
        places: own.map(({ place }) => place),
        isPinned: first.isPinned,
        daysOf: new Map(
          frame.teams.map((team, at) => [team, unionOf(own.map(({ days }) => days[at] ?? []))]),
        ),
      },
    ];
  });
}

function unionOf(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())];
}
