import type { plans as contract } from '#shared/contract/plans.ts';
import { pastedCells } from '#shared/pasted-cells.ts';
import { readPlan } from '#shared/rules/plans/read-plan.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { readContextOf, unitNamesOf } from '#main/features/tasks/index.ts';
import { linkHandlers } from './links.ts';
import { nodeHandlers } from './nodes.ts';
import { planHandlers } from './plans.ts';
import { detailOf, plansOf } from './rows.ts';

export { detailOf as planDetail, requirePlan } from './rows.ts';

/** Implementation plans (实施方案): headings and tasks as a tree; the tasks stand in the list of tasks like any other. */
export const plans: Handlers<typeof contract> = {
  list: ({ text }, { db, today }) => plansOf(db, text, today),
  get: ({ uid }, { db, today }) => detailOf(db, uid, today),
  readTable: ({ text, day }, context) =>
    readPlan(pastedCells(text), unitNamesOf(context.db), readContextOf(context, day)),
  ...planHandlers,
  ...nodeHandlers,
  ...linkHandlers,
};
