import type { holidays as contract } from '#shared/contract/holidays.ts';
import type { DatedKind } from '#shared/rules/calendar/dated-kinds.ts';
import type { NamedDay } from '#shared/rules/calendar/workdays.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { DateSource, DayRange } from '#main/features/calendar/index.ts';
import { holidayCalendar } from './calendar-of.ts';
import { type CalendarFollower, setYearWith } from './set-year.ts';

export { holidayCalendar } from './calendar-of.ts';
export type { CalendarFollower } from './set-year.ts';

export const holidaysWith = (followers: readonly CalendarFollower[]): Handlers<typeof contract> => ({
  known: (_input, { db, resourcesFolder }) => holidayCalendar(db, resourcesFolder),
  setYear: setYearWith(followers),
});

/** Public holidays and the days worked for them. */
export const holidayDates: DateSource = (range, { db, resourcesFolder }) => {
  const { publicHolidays, makeUpWorkdays } = holidayCalendar(db, resourcesFolder);
  return [
    ...entriesOf('publicHoliday', publicHolidays, range),
    ...entriesOf('makeUpWorkday', makeUpWorkdays, range),
  ];
};

function entriesOf(kind: DatedKind, days: readonly NamedDay[], { from, to }: DayRange) {
  return days
    .filter(({ day }) => day >= from && day <= to)
    .map(({ day, name }) => ({
      key: `${kind} ${day}`,
      kind,
      day,
      title: name,
      note: '',
      uid: null,
      isDone: false,
    }));
}
