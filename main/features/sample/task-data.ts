import * as z from 'zod';
import { daySchema } from '#shared/contract/fields.ts';
import { feedbackCycleSchema } from '#shared/contract/tasks.ts';
import { taskKinds } from '#shared/rules/tasks/model.ts';

/** Everything that happens to a task on a day. close: accepted and closed at once. */
const stepSchema = z.object({
  step: z.enum(['receive', 'feedback', 'press', 'extend', 'report', 'accept', 'close', 'return', 'cancel']),
  on: daySchema,
  text: z.string(),
  dueOn: daySchema.optional(),
});
export type SampleStep = z.infer<typeof stepSchema>;
export const stepsSchema = z.array(stepSchema);

/** What every task has, wherever it comes from. */
export const taskFields = {
  title: z.string(),
  content: z.string(),
  /** Short names, as they are after the rename. */
  leads: z.array(z.string()),
  supporting: z.array(z.string()),
  dueOn: daySchema.nullable(),
  cycle: feedbackCycleSchema,
  steps: stepsSchema,
};

const taskSchema = z.object({
  ...taskFields,
  kind: z.enum(taskKinds),
  source: z.string(),
  assignedOn: daySchema,
  /** One task for each lead unit. */
  each: z.boolean().default(false),
});
export type SampleTask = z.infer<typeof taskSchema>;

export const tasksSchema = z.object({ tasks: z.array(taskSchema) });
