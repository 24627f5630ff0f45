import type { schedules as contract } from '#shared/contract/schedules.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { changeHandlers } from './change.ts';
import { choicesOf, openSchedule, viewOf } from './schedule.ts';
import { sheetOf } from './sheet-of.ts';
import { taskSheetsOf } from './task-sheets.ts';

export { type PlannedTrip, plannedTrips } from './planned.ts';
export type { ScheduleContext } from './schedule.ts';

/** Schedules of campaigns (分组日程): who goes where on which day. */
export const schedules: Handlers<typeof contract> = {
  get: ({ uid }, context) => viewOf(openSchedule(context, uid)),
  choices: (_input, context) => choicesOf(context),
  ...changeHandlers,
  sheet: ({ uid, form }, context) => sheetOf(context, uid, form),
  taskSheets: (wanted, context) => taskSheetsOf(context, wanted),
};
