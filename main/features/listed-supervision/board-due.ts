import { lastDayOf } from '#shared/rules/calendar/term.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import { noticeSettings } from '#main/features/notices/settings.ts';
import { allListed } from './queries.ts';

type Context = Pick<WriteContext, 'db' | 'resourcesFolder'>;

/** By when the warning board must hang, of what was listed on that day. */
export function boardDueWith({ db, resourcesFolder }: Context): (listedOn: string) => string {
  const term = noticeSettings(db).boardTerm;
  const workdays = workdaysOf(holidayCalendar(db, resourcesFolder));
  return (listedOn) => lastDayOf(listedOn, term, workdays).day;
}

/** Where no board hangs yet the day is worked out anew, as after a change of the calendar or of the term. */
export function boardsFollow(context: Context): void {
  const boardDueOf = boardDueWith(context);
  for (const row of context.db.all(allListed)) {
    if (row.board_hung_on !== null || row.delisted_on !== null) continue;
    const day = boardDueOf(row.listed_on);
    if (day !== row.board_due_on) context.db.update('listed_supervision', row.id, { board_due_on: day });
  }
}
