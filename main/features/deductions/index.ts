import type { deductions as contract } from '#shared/contract/deductions.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { choices } from './choices.ts';
import { decisionHandlers } from './decide.ts';
import { propose } from './propose.ts';
import { deductionsOfPeriod, deductionsOfTask } from './queries.ts';
import { rowsOf } from './rows.ts';

/** Deductions (扣分) that findings and overdue tasks are proposed for, until a clerk accepts or refuses them. */
export const deductions: Handlers<typeof contract> = {
  choices,
  ofTask: ({ uid }, context) => rowsOf(context, context.db.all(deductionsOfTask, { uid })),
  ofPeriod: ({ periodUid }, context) =>
    rowsOf(context, context.db.all(deductionsOfPeriod, { uid: periodUid })),
  propose,
  ...decisionHandlers,
};
