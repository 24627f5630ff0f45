import type { credit as contract } from '#shared/contract/credit.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { DECISION_FILES } from '#shared/rules/credit/files.ts';
import { onPapersOf } from '#main/features/papers/index.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { courseHandlers } from './course.ts';
import { enterpriseHandlers, requireEnterprise } from './enterprises.ts';
import { eventHandlers } from './events.ts';
import { creditImport } from './import.ts';
import { creditListPaper } from './list-paper.ts';
import { ownLists } from './own-lists.ts';
import { draftPaper, takeNumbers } from './papers.ts';
import { repairHandlers } from './repair.ts';
import { listEnterprises } from './list.ts';
import { enterpriseDetail } from './rows.ts';
import { countStandings } from './standings.ts';

// However a paper is issued, here or among the papers, its number comes back.
onPapersOf(DECISION_FILES, { issued: takeNumbers });

export { creditDates } from './dates.ts';
export { creditFollowsSite } from './enterprises.ts';

/** Credit supervision (信用监管) of enterprises. */
export const credit: Handlers<typeof contract> = {
  list: (asked, context) => listEnterprises(asked, context),
  counts: (filter, context) => ({ views: countStandings(filter, context) }),
  get: ({ uid }, context) => enterpriseDetail(requireEnterprise(context.db, uid), context),
  ...enterpriseHandlers,
  ...eventHandlers,
  ...courseHandlers,
  ...repairHandlers,
  draftPaper,
  ...ownLists,
  importTable: importList(creditImport),
  paper: (choice, context) => creditListPaper(context, choice),
};
