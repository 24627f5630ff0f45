import type { HolidayCalendar, NamedDay } from '#shared/rules/calendar/workdays.ts';
import { readHolidays } from '#main/core/holidays.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allHolidays, type HolidayRow } from './queries.ts';

/** What came with the program, and in its place the years that the office entered. */
export function holidayCalendar(db: ReadStore, resourcesFolder: string): HolidayCalendar {
  const shipped = readHolidays(resourcesFolder);
  const rows = db.all(allHolidays);
  if (rows.length === 0) return shipped;
  const years = new Set(rows.map(({ day }) => Number(day.slice(0, 4))));
  let { firstYear, lastYear } = shipped;
  while (years.has(lastYear + 1)) lastYear += 1;
  while (years.has(firstYear - 1)) firstYear -= 1;
  const joined = (days: readonly NamedDay[], kind: HolidayRow['kind']): NamedDay[] =>
    [
      ...days.filter(({ day }) => !years.has(Number(day.slice(0, 4)))),
      ...rows.filter((row) => row.kind === kind).map(({ day, name }) => ({ day, name })),
    ].toSorted((one, other) => (one.day < other.day ? -1 : 1));
  return {
    firstYear,
    lastYear,
    publicHolidays: joined(shipped.publicHolidays, 'publicHoliday'),
    makeUpWorkdays: joined(shipped.makeUpWorkdays, 'makeUpWorkday'),
  };
}
