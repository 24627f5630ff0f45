import { v7 } from 'uuid';
import { lastDayOf } from '#shared/rules/calendar/term.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import { noticeSettings } from '#main/features/notices/settings.ts';
import { type ListedFields, listedColumns } from './update.ts';

export interface NewListed extends ListedFields {
  dueOn: string;
  /** Null: not hung yet. */
  boardHungOn: string | null;
}

/** @returns its uid */
export function addListed(
  { db, resourcesFolder }: WriteContext,
  { dueOn, boardHungOn, ...fields }: NewListed,
): string {
  const uid = v7();
  const term = noticeSettings(db).boardTerm;
  const board = lastDayOf(fields.listedOn, term, workdaysOf(holidayCalendar(db, resourcesFolder)));
  db.insert('listed_supervision', {
    uid,
    ...listedColumns(db, fields),
    due_on: dueOn,
    first_due_on: dueOn,
    board_due_on: board.day,
    board_hung_on: boardHungOn,
  });
  return uid;
}
