import type { ChecklistDetail, checklists as contract } from '#shared/contract/checklists.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { checklistForm } from './form.ts';
import { itemHandlers } from './items.ts';
import { listHandlers } from './lists.ts';
import { detailOf, requireChecklist, summariesOf } from './rows.ts';

export { MAJOR_NOTE, questionList, questionTable } from './form.ts';

/** A checklist with everything that stands in it. @throws AppError notFound */
export function checklistOf(db: ReadStore, uid: string): ChecklistDetail {
  return detailOf(db, requireChecklist(db, uid));
}

/** Checklists (检查清单): what is asked on the spot, as trees of sections and questions. */
export const checklists: Handlers<typeof contract> = {
  list: ({ text }, { db }) => summariesOf(db, text),
  get: ({ uid }, { db }) => checklistOf(db, uid),
  form: ({ uid }, { db }) => checklistForm(db, uid),
  ...listHandlers,
  ...itemHandlers,
};
