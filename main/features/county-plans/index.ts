import type { countyPlans as contract } from '#shared/contract/county-plans.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { editHandlers } from './edit.ts';
import { countyTaskImport } from './import.ts';
import { draftOpinion } from './opinion.ts';
import { pressHandlers } from './press.ts';
import { checkedPlans, detailOf } from './rows.ts';
import { taskHandlers } from './tasks.ts';

export { countyPlanDates } from './dates.ts';
export { countyPlanHandOver } from './hand-over.ts';

/** Plans of counties and member units (县级实施方案) that answer a plan of the city. */
export const countyPlans: Handlers<typeof contract> = {
  list: ({ planUid }, { db, today }) => checkedPlans(db, planUid, today).plans.map(({ row }) => row),
  get: ({ uid }, { db, today }) => detailOf(db, uid, today),
  ...editHandlers,
  ...pressHandlers,
  ...taskHandlers,
  draftOpinion,
  importTable: importList(countyTaskImport),
};
