import * as z from 'zod';
import { daySchema } from '#shared/contract/fields.ts';
import { noticeKinds } from '#shared/rules/notices/model.ts';
import { stepsSchema, taskFields } from './task-data.ts';

/* What resources/sample holds of the office's paperwork. People go by name, units by short name. */

export const papersSchema = z.object({
  contact: z.object({ person: z.string(), phone: z.string() }),
  /** Issued before the office had the program, in the series of its notices. */
  earlier: z.array(
    z.object({ serial: z.int(), title: z.string(), addressee: z.string(), issuedOn: daySchema }),
  ),
});
export type SamplePapers = z.infer<typeof papersSchema>;

const decisionSchema = z.object({
  ...taskFields,
  /** The sentence of the minutes that decides it. */
  text: z.string(),
});

const meetingSchema = z.object({
  title: z.string(),
  day: daySchema,
  startTime: z.string(),
  note: z.string(),
  /** Null: everybody else who is called. */
  coming: z.array(z.string()).nullable(),
  leaves: z.array(z.object({ name: z.string(), reason: z.string() })),
  substitutes: z.array(
    z.object({
      name: z.string(),
      reason: z.string(),
      substituteName: z.string(),
      substitutePost: z.string(),
    }),
  ),
  agenda: z.array(
    z.object({
      title: z.string(),
      reporter: z.string(),
      note: z.string(),
      said: z.array(z.string()),
      decided: z.array(decisionSchema),
    }),
  ),
  /** To whom its notice is drafted: the units are too many to be named one by one. Null: there is no notice. */
  noticeTo: z.string().nullable(),
  /** Null: it is still to be held. */
  minutesOn: daySchema.nullable(),
});
export type SampleMeeting = z.infer<typeof meetingSchema>;

export const meetingsSchema = z.object({
  series: z.object({
    /** Place of the committee. */
    committee: z.string(),
    name: z.string(),
    kind: z.enum(['plenary', 'thematic', 'liaison', 'office']),
    everyMonths: z.int(),
    noticeDays: z.int(),
    place: z.string(),
    chair: z.string(),
  }),
  meetings: z.array(meetingSchema),
});
export type SampleMeetings = z.infer<typeof meetingsSchema>;

const saidSchema = z.object({ person: z.string(), day: daySchema, text: z.string() });

const receivedPaperSchema = z.object({
  sender: z.string(),
  theirNumber: z.string(),
  title: z.string(),
  receivedOn: daySchema,
  dueOn: daySchema.nullable(),
  copies: z.int(),
  note: z.string(),
  proposal: saidSchema,
  instruction: saidSchema
    .extend({
      /** Units and due date are read from the instruction's words. */
      task: z.object({ title: z.string(), steps: stepsSchema }).nullable(),
    })
    .nullable(),
  circulation: z.array(z.object({ person: z.string(), day: daySchema, readOn: daySchema.nullable() })),
  finished: z.object({ day: daySchema, result: z.string() }).nullable(),
});
export type SampleReceivedPaper = z.infer<typeof receivedPaperSchema>;

export const receivedPapersSchema = z.object({ papers: z.array(receivedPaperSchema) });

const noticeUnitSchema = z.object({
  unit: z.string(),
  /** Title of the task that is late. */
  task: z.string(),
  receivedOn: daySchema,
  receivedBy: z.string(),
  reply: saidSchema
    .extend({ verdict: z.enum(['accepted', 'insufficient']), judgedOn: daySchema, judgement: z.string() })
    .nullable(),
  /** What became of the task afterwards. */
  steps: stepsSchema,
});
export type SampleNoticeUnit = z.infer<typeof noticeUnitSchema>;

const noticeBatchSchema = z.object({
  kind: z.enum(noticeKinds),
  day: daySchema,
  replyDueOn: daySchema.nullable(),
  /** Who signs. */
  person: z.string(),
  channel: z.string(),
  units: z.array(noticeUnitSchema),
});
export type SampleNoticeBatch = z.infer<typeof noticeBatchSchema>;

export const noticesSchema = z.object({ batches: z.array(noticeBatchSchema) });

export const planSchema = z.object({
  title: z.string(),
  documentNumber: z.string(),
  issuedOn: daySchema,
  note: z.string(),
  parts: z.array(z.object({ heading: z.string(), tasks: z.array(z.object(taskFields)) })),
});
export type SamplePlan = z.infer<typeof planSchema>;

/** What counties handed in for the plan; the tasks of the plan go by their titles. */
export const countyPlansSchema = z.object({
  dueOn: daySchema,
  units: z.array(z.string()),
  plans: z.array(
    z.object({
      unit: z.string(),
      receivedOn: daySchema,
      documentNumber: z.string(),
      contact: z.string(),
      phone: z.string(),
      checked: z.boolean(),
      tasks: z.array(
        z.object({
          text: z.string(),
          unit: z.string(),
          dueOn: daySchema.nullable(),
          answers: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type SampleCountyPlans = z.infer<typeof countyPlansSchema>;

const listedSchema = z.object({
  name: z.string(),
  kind: z.enum(['unit', 'area']),
  level: z.enum(['province', 'city', 'county']),
  /** Who answers for it. */
  organization: z.string(),
  address: z.string(),
  hazards: z.string(),
  responsiblePerson: z.string(),
  phone: z.string(),
  leader: z.string(),
  supervisingUnit: z.string(),
  measures: z.string(),
  listedOn: daySchema,
  dueOn: daySchema,
  boardHungOn: daySchema,
  progress: z.array(z.object({ on: daySchema, text: z.string() })),
  extension: z.object({ on: daySchema, dueOn: daySchema, reason: z.string() }).nullable(),
  /** Null: it is still on the list. */
  acceptance: z.object({ on: daySchema, by: z.string(), text: z.string(), delistedOn: daySchema }).nullable(),
});
export type SampleListed = z.infer<typeof listedSchema>;

export const allListedSchema = z.object({ listed: z.array(listedSchema) });
