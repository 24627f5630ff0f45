import { type } from '@orpc/contract';
import * as z from 'zod';
import { daysBetween } from '../calendar/days.ts';
import type { DatedKind } from '../rules/calendar/dated-kinds.ts';
import { daySchema } from './fields.ts';
import { read } from './operation.ts';

/** Something with a date. */
export interface CalendarEntry {
  /** Unlike any other of the calendar. */
  key: string;
  kind: DatedKind;
  day: string;
  title: string;
  /** Who, where, when; may be empty. */
  note: string;
  /** What its page opens; null: the page as it is. */
  uid: string | null;
  /** Delivered, held, over: nothing is to be done any more. */
  isDone: boolean;
  /** Of an unannounced campaign that is not released: only for the eyes of who may know, never on paper. */
  isSecret?: true;
}

/** A month with the days around it that a sheet of six weeks shows, and some more. */
const MOST_DAYS = 62;

export const calendar = {
  range: read('日历')
    .input(
      z
        .object({ from: daySchema, to: daySchema })
        .refine(({ from, to }) => from <= to, { message: '结束日期不能早于开始日期', path: ['to'] })
        .refine(({ from, to }) => daysBetween(from, to) <= MOST_DAYS, {
          message: `一次最多看 ${MOST_DAYS} 天`,
          path: ['to'],
        }),
    )
    .output(type<CalendarEntry[]>()),
};
