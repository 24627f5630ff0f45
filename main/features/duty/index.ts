import type { duty as contract } from '#shared/contract/duty.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { draftNotice } from './notice.ts';
import { dutyPersonImport } from './people-import.ts';
import { peopleHandlers } from './people.ts';
import { periodHandlers } from './periods.ts';
import { rosterHandlers } from './roster.ts';
import { sheetOf } from './sheet-of.ts';
import { swapHandlers } from './swaps.ts';

export { dutyDates } from './dates.ts';
export { dutyLog } from './log.ts';

/** 24-hour duty (值班): periods, people, rosters, swaps. */
export const duty: Handlers<typeof contract> = {
  ...periodHandlers,
  ...peopleHandlers,
  importTable: importList(dutyPersonImport),
  ...rosterHandlers,
  ...swapHandlers,
  draftNotice,
  sheet: ({ uid, ...days }, context) => sheetOf(context, uid, days),
};
