import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { publishedSchedules } from './queries.ts';
import { readStored, type StoredSchedule } from './stored.ts';

/** What published schedules of other campaigns leave behind for this one. */
export interface Earlier {
  /** The latest one before; null: there is none. */
  last: StoredSchedule | null;
  /** Points of the year, by the id of a person or a team. */
  loads: ReadonlyMap<string, number>;
  lastCountiesOf: (teamId: string) => string[];
}

export function earlierSchedules(
  db: ReadStore,
  { id: campaignId, first_day: firstDay }: { id: number; first_day: string },
): Earlier {
  const published = db.all(publishedSchedules, { campaignId }).map(readStored);
  const before = published.filter(({ settings }) => settings.from < firstDay);
  const [last = null] = before;
  const loads = new Map<string, number>();
  for (const { settings, announced } of published) {
    for (const { day, teamId, countyId, inspectorIds } of announced?.trips ?? []) {
      if (day.slice(0, 4) !== firstDay.slice(0, 4)) continue;
      const travel = settings.counties.find(({ uid }) => uid === countyId)?.travelLoad ?? 0;
      for (const id of [teamId, ...inspectorIds])
        loads.set(id, (loads.get(id) ?? 0) + settings.loadPerDay + travel);
    }
  }
  return { last, loads, lastCountiesOf: (teamId) => countiesOf(last?.announced ?? null, teamId) };
}

function countiesOf(plan: SchedulePlan | null, teamId: string): string[] {
  const own = plan?.trips.filter((trip) => trip.teamId === teamId) ?? [];
  return [...new Set(own.map(({ countyId }) => countyId))];
}
