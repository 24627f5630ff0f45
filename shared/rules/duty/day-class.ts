import { weekdayOf } from '../../calendar/days.ts';
import type { HolidayCalendar } from '../calendar/workdays.ts';
import type { DayClass } from './model.ts';

const SATURDAY = 6;

/** How days are counted: days off around a holiday as holidays, make-up workdays as any workday. */
export function dayClassOf(calendar: Pick<HolidayCalendar, 'publicHolidays' | 'makeUpWorkdays'>) {
  const off = new Set(calendar.publicHolidays.map(({ day }) => day));
  const on = new Set(calendar.makeUpWorkdays.map(({ day }) => day));
  return (day: string): DayClass => {
    if (off.has(day)) return 'holiday';
    return weekdayOf(day) >= SATURDAY && !on.has(day) ? 'weekend' : 'weekday';
  };
}
