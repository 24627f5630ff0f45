import { addDays } from '#shared/calendar/days.ts';
import type { DutyToday } from '#shared/contract/duty-log.ts';
import { placeKey } from '#shared/rules/duty/model.ts';
import { daysOf, placesOf } from '#shared/rules/duty/shifts.ts';
import type { ReadContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { lateReportsOf } from './late-reports.ts';
import { openEntries } from './log-queries.ts';
import { periodOf } from './periods.ts';
import { openSwaps, type PeriodRecord, periodsBetween } from './queries.ts';
import { cellsOf } from './roster.ts';
import { shiftLog, shiftNow } from './shift-log.ts';

const NEXT_DAYS = 6;
/** Reports that are missing longer than that are no news any more. */
const PAST_DAYS = 7;
const MOST_LATE_DAYS = 3;

export function dutyToday({ db, now, today }: ReadContext): DutyToday {
  const current = shiftNow(db, now);
  const log = current === null ? null : shiftLog(db, current);
  const recent = db.all(periodsBetween, { from: addDays(today, -PAST_DAYS), to: today });
  return {
    now:
      log === null
        ? null
        : {
            periodUid: log.periodUid,
            shiftName: log.shiftName,
            leaders: log.leaders,
            officers: log.officers,
          },
    openMatters: db.all(openEntries).length,
    late: lateReportsOf(db, recent, now)
      .filter(({ day }) => day >= addDays(today, -PAST_DAYS))
      .slice(0, MOST_LATE_DAYS),
    emptyPlaces: emptyPlaces(db, today, addDays(today, NEXT_DAYS)),
    openSwaps: db.get(openSwaps)?.id ?? 0,
  };
}

function emptyPlaces(db: ReadStore, from: string, to: string): DutyToday['emptyPlaces'] {
  const found = db
    .all(periodsBetween, { from, to })
    .map((record) => ({ periodUid: record.uid, count: emptyOf(db, record, from, to) }))
    .filter(({ count }) => count > 0);
  const [first] = found;
  if (first === undefined) return null;
  return { ...first, count: found.reduce((sum, { count }) => sum + count, 0) };
}

function emptyOf(db: ReadStore, record: PeriodRecord, from: string, to: string): number {
  const { firstDay, lastDay, shifts } = periodOf(db, record);
  const held = new Set(cellsOf(db, record.id).map(placeKey));
  const days = daysOf(firstDay > from ? firstDay : from, lastDay < to ? lastDay : to);
  return placesOf(days, shifts).filter((place) => !held.has(placeKey(place))).length;
}
