import dayjs from 'dayjs';

export interface NamedDay {
  day: string;
  name: string;
}

/**
 * Public holidays (法定节假日) and make-up workdays (调休上班) of whole years, as the State Council announced them: of each
 * year from the first to the last, without a gap.
 */
export interface HolidayCalendar {
  firstYear: number;
  lastYear: number;
  publicHolidays: readonly NamedDay[];
  makeUpWorkdays: readonly NamedDay[];
}

/** Days of the calendar as sets, for many questions. */
export interface Workdays {
  isWorkday(day: string): boolean;
  /** Whether the holidays of this day's year have been announced and entered. */
  isKnown(day: string): boolean;
}

export function workdaysOf(calendar: HolidayCalendar): Workdays {
  const off = new Set(calendar.publicHolidays.map(({ day }) => day));
  const on = new Set(calendar.makeUpWorkdays.map(({ day }) => day));
  return {
    isWorkday(day) {
      if (on.has(day)) return true;
      const weekday = dayjs(day).day();
      return weekday !== 0 && weekday !== 6 && !off.has(day);
    },
    isKnown(day) {
      const year = Number(day.slice(0, 4));
      return year >= calendar.firstYear && year <= calendar.lastYear;
    },
  };
}
