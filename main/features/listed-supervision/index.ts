import type { listedSupervision as contract } from '#shared/contract/listed-supervision.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import { noticesOfListed } from '#main/features/notices/queries.ts';
import { noticeSettings } from '#main/features/notices/settings.ts';
import { addListed } from './add.ts';
import { listedImport } from './import.ts';
import { isInView, isMeant } from './list.ts';
import { listedDetail, listedRows, requireListed, requireOnList, requireOrder } from './rows.ts';
import { stepHandlers } from './steps.ts';
import { updateListed } from './update.ts';

export { boardsFollow } from './board-due.ts';
export { listedDates } from './dates.ts';
export { listedText } from './listed-text.ts';

/** Hazards under listed supervision (挂牌督办), from the listing to 摘牌. */
export const listedSupervision: Handlers<typeof contract> = {
  list: ({ view, text }, { db, today }) =>
    listedRows(db, today, noticeSettings(db)).filter((row) => isInView(row, view) && isMeant(row, text)),

  get({ uid }, { db, today, resourcesFolder }) {
    const workdays = workdaysOf(holidayCalendar(db, resourcesFolder));
    return listedDetail(db, requireListed(db, uid), today, noticeSettings(db), workdays);
  },

  add({ dueOn, ...fields }, context) {
    requireOrder(fields.listedOn, dueOn);
    const uid = addListed(context, { ...fields, dueOn, boardHungOn: null });
    context.summarize(fields.name);
    return { uid };
  },

  importTable: importList(listedImport),

  update: updateListed,

  remove({ uid }, { db, summarize }) {
    const row = requireOnList(db, uid);
    const notices = db.all(noticesOfListed, { listedId: row.id }).length;
    if (notices > 0) throw new AppError('inUse', { what: `“${row.name}”`, by: ` ${notices} 份督办通知` });
    db.remove('listed_supervision', row.id);
    summarize(row.name);
    return { uid };
  },

  ...stepHandlers,
};
