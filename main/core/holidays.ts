import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HolidayCalendar } from '#shared/rules/calendar/workdays.ts';

let known: HolidayCalendar | null = null;

/** The holidays that come with the program; see resources/holidays/SOURCE.md. */
export function readHolidays(resourcesFolder: string): HolidayCalendar {
  // A file of our own, of this very form.
  known ??= JSON.parse(
    readFileSync(join(resourcesFolder, 'holidays', 'days.json'), 'utf8'),
  ) as HolidayCalendar;
  return known;
}
