import dayjs from 'dayjs';
import { addDays } from '#shared/calendar/days.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { PeriodRecord } from './queries.ts';
import { reportRows } from './report-rows.ts';

export interface LateReports {
  day: string;
  due: string;
  names: string[];
}

/** Daily reports that have not come although their hour has passed, newest day first. */
export function lateReportsOf(db: ReadStore, periods: readonly PeriodRecord[], now: number): LateReports[] {
  const today = dayjs(now).format('YYYY-MM-DD');
  const time = dayjs(now).format('HH:mm');
  return periods.flatMap((period) => {
    if (period.report_due === '' || period.first_day > today) return [];
    const last = time >= period.report_due ? today : addDays(today, -1);
    const to = period.last_day < last ? period.last_day : last;
    return [...reportRows(db, period, period.first_day, to)]
      .map(([day, rows]) => ({
        day,
        due: period.report_due,
        names: rows.filter(({ report }) => report === null).map(({ name }) => name),
      }))
      .filter(({ names }) => names.length > 0)
      .toReversed();
  });
}
