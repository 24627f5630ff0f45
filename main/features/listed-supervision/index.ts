import { v7 } from 'uuid';
import type { listedSupervision as contract } from '#shared/contract/listed-supervision.ts';
import { lastDayOf } from '#shared/rules/calendar/term.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import { noticeSettings } from '#main/features/notices/settings.ts';
import { isInView, isMeant } from './list.ts';
import { listedDetail, listedRows, requireListed, requireOnList, requireOrder } from './rows.ts';
import { stepHandlers } from './steps.ts';
import { listedColumns, updateListed } from './update.ts';

export { listedDates } from './dates.ts';
export { listedText } from './listed-text.ts';

/** Hazards under listed supervision (挂牌督办), from the listing to 摘牌. */
export const listedSupervision: Handlers<typeof contract> = {
  list: ({ view, text }, { db, today }) =>
    listedRows(db, today, noticeSettings(db)).filter((row) => isInView(row, view) && isMeant(row, text)),

  get: ({ uid }, { db, today }) => listedDetail(db, requireListed(db, uid), today, noticeSettings(db)),

  add({ dueOn, ...fields }, { db, resourcesFolder, summarize }) {
    requireOrder(fields.listedOn, dueOn);
    const uid = v7();
    const term = noticeSettings(db).boardTerm;
    const board = lastDayOf(fields.listedOn, term, workdaysOf(holidayCalendar(db, resourcesFolder)));
    db.insert('listed_supervision', {
      uid,
      ...listedColumns(db, fields),
      due_on: dueOn,
      first_due_on: dueOn,
      board_due_on: board.day,
    });
    summarize(fields.name);
    return { uid };
  },

  update: updateListed,

  remove({ uid }, { db, summarize }) {
    const row = requireOnList(db, uid);
    db.remove('listed_supervision', row.id);
    summarize(row.name);
    return { uid };
  },

  ...stepHandlers,
};
