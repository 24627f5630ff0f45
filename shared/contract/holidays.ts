import { type } from '@orpc/contract';
import type { HolidayCalendar } from '../rules/calendar/workdays.ts';
import { read } from './operation.ts';

export const holidays = {
  known: read('法定节假日').output(type<HolidayCalendar>()),
};
