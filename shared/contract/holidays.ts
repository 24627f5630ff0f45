import { type } from '@orpc/contract';
import * as z from 'zod';
import type { HolidayCalendar } from '../rules/calendar/workdays.ts';
import { daySchema, nameSchema } from './fields.ts';
import { read, reversible } from './operation.ts';

const namedDaysSchema = z
  .array(z.object({ day: daySchema, name: nameSchema('节日名称', 20) }))
  .max(120, '一年最多 120 天');
const yearDaysSchema = z.object({ publicHolidays: namedDaysSchema, makeUpWorkdays: namedDaysSchema });

export const holidays = {
  known: read('法定节假日').output(type<HolidayCalendar>()),
  /** The whole of a year, instead of what came with the program. */
  setYear: reversible('修改节假日', 'editDuty')
    .input(z.object({ year: z.int().min(2000).max(2100), base: yearDaysSchema, set: yearDaysSchema }))
    .output(type<{ year: number }>()),
};
