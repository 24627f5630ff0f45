import * as z from 'zod';
import { daySchema } from '#shared/contract/fields.ts';
import { dutyPeriodKinds, dutyRoles } from '#shared/rules/duty/model.ts';

const swapSchema = z.object({
  day: daySchema,
  role: z.enum(dutyRoles),
  place: z.int(),
  /** On which day, at the same place, the one who takes over stands. */
  backDay: daySchema,
  reason: z.string(),
  appliedOn: daySchema,
  decidedBy: z.string(),
  decidedOn: daySchema,
  state: z.enum(['approved', 'refused']),
});

const entrySchema = z.object({
  day: daySchema,
  cameAt: z.string(),
  sender: z.string(),
  matter: z.string(),
  handling: z.string(),
  isClosed: z.boolean(),
  steps: z.array(z.object({ day: daySchema, at: z.string(), text: z.string(), isClosed: z.boolean() })),
});

export const dutySchema = z.object({
  people: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      post: z.string(),
      phone: z.string(),
      canLead: z.boolean(),
      canServe: z.boolean(),
    }),
  ),
  leaves: z.array(
    z.object({ name: z.string(), firstDay: daySchema, lastDay: daySchema, reason: z.string() }),
  ),
  periods: z.array(
    z.object({
      kind: z.enum(dutyPeriodKinds),
      name: z.string(),
      firstDay: daySchema,
      lastDay: daySchema,
      place: z.string(),
      phone: z.string(),
      fax: z.string(),
      reportDue: z.string(),
      reportTo: z.string(),
      note: z.string(),
      shift: z.object({ name: z.string(), startsAt: z.string(), leaders: z.int(), officers: z.int() }),
      countiesReport: z.boolean(),
    }),
  ),
  swaps: z.array(swapSchema),
  entries: z.array(entrySchema),
  handovers: z.array(
    z.object({ day: daySchema, handedAt: z.string(), weather: z.string(), note: z.string() }),
  ),
  reports: z.object({
    period: z.string(),
    reportedAt: z.string(),
    /** The place of a county among the reporting ones. */
    late: z.object({ day: daySchema, county: z.int(), reportedAt: z.string() }),
    said: z.object({ day: daySchema, text: z.string() }),
  }),
  partners: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      dutyPhone: z.string(),
      contact: z.string(),
      contactPhone: z.string(),
      note: z.string(),
      confirmedOn: daySchema.nullable(),
    }),
  ),
});
export type SampleDuty = z.infer<typeof dutySchema>;
