import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Paper } from '../rules/papers/model.ts';
import { scheduleEditSchema } from '../rules/schedule/edits.ts';
import { planSchema, type SchedulePlan } from '../rules/schedule/plan.ts';
import { aimSchema, type ScheduleProblem } from '../rules/schedule/problem.ts';
import type { AimResult } from '../rules/schedule/result.ts';
import {
  type ScheduleSettings,
  scheduleSettingsSchema,
  type ScheduleTeam,
  scheduleTeamsSchema,
} from '../rules/schedule/settings.ts';
import { daySchema, uidSchema } from './fields.ts';
import { exporting, read, reversible, service } from './operation.ts';
import { formFormats } from './papers.ts';

/** The schedule of a campaign (分组日程), with all that its rules are judged by. */
export interface CampaignSchedule {
  campaignUid: string;
  settings: ScheduleSettings;
  teams: ScheduleTeam[];
  /** Made from the settings, the targets and the pool of today; with its pins and what was announced. */
  problem: ScheduleProblem;
  /** Null: not planned yet. */
  plan: SchedulePlan | null;
  /** What was proved when it was proposed; null once it was changed by hand. */
  quality: AimResult[] | null;
  announced: SchedulePlan | null;
  publishedOn: string | null;
  /** Places that have been visited already. */
  visitedIds: string[];
  /** Tells one state of it from another. */
  stamp: string;
}

/** What the settings choose from. */
export interface ScheduleChoices {
  skills: { uid: string; name: string }[];
  kinds: { uid: string; name: string }[];
  people: { uid: string; name: string; unitName: string }[];
}

const uid = z.object({ uid: uidSchema });
const settingsShape = z.object({ settings: scheduleSettingsSchema, teams: scheduleTeamsSchema });

const aimResultSchema = z.object({
  aim: aimSchema,
  value: z.int(),
  bound: z.number(),
  boundWithinDecomposition: z.number(),
  gap: z.number(),
  certainty: z.enum(['optimal', 'optimalWithinDecomposition', 'gap']),
});

export const scheduleForms = ['groups', 'days'] as const;
export type ScheduleForm = (typeof scheduleForms)[number];

const taskSheetsSchema = z.object({
  uid: uidSchema,
  /** Null: all teams. */
  teamId: z.string().min(1).max(100).nullable(),
  /** What the checklists ask, behind the places. */
  withQuestions: z.boolean(),
});
export type TaskSheetsInput = z.infer<typeof taskSheetsSchema>;

/** `uid` is the campaign's. */
export const schedules = {
  get: read('分组日程').input(uid).output(type<CampaignSchedule>()),
  choices: read('分组日程的选项').input(uid).output(type<ScheduleChoices>()),
  setSettings: reversible('修改排程设置', 'editInspections')
    .input(z.object({ uid: uidSchema, base: settingsShape, set: settingsShape }))
    .output(type<{ uid: string }>()),
  /** Starts a job; its result, and what it has so far, is a ScheduleResult. Nothing is stored until `accept`. */
  solve: service('排程', 'editInspections')
    .input(
      z.object({
        uid: uidSchema,
        /** As little as can be changes of what stands; else it is planned anew, but for the pins. */
        keepsPlan: z.boolean(),
      }),
    )
    .output(type<{ jobUid: string }>()),
  accept: reversible('采用排程', 'editInspections')
    .input(
      z.object({
        uid: uidSchema,
        /** Of the state that it was proposed for; refused where it is another by now. */
        stamp: z.string().max(100),
        plan: planSchema,
        quality: z.array(aimResultSchema).max(10).nullable(),
      }),
    )
    .output(type<{ trips: number }>()),
  edit: reversible('调整日程', 'editInspections')
    .input(z.object({ uid: uidSchema, edit: scheduleEditSchema }))
    .output(type<{ uid: string }>()),
  /** Refused while a hard rule is broken. Later changes are marked until they are published too. */
  publish: reversible('公布日程', 'editInspections')
    .input(z.object({ uid: uidSchema, day: daySchema, stamp: z.string().max(100) }))
    .output(type<{ uid: string }>()),

  /** 分组安排表 or 日程表 as pages. */
  sheet: read('分组安排表和日程表')
    .input(z.object({ uid: uidSchema, form: z.enum(scheduleForms) }))
    .output(type<Paper>()),
  /** Starts a job; its result is a WrittenFile. */
  writeSheet: exporting('导出分组日程')
    .input(z.object({ uid: uidSchema, form: z.enum(scheduleForms), format: z.enum(formFormats) }))
    .output(type<{ jobUid: string }>()),
  /** 任务单 of a team, or of each that has something to do. */
  taskSheets: read('各组任务单').input(taskSheetsSchema).output(type<Paper[]>()),
  /** Starts a job; its result is a WrittenFile. Of several teams only as PDF. */
  writeTaskSheets: exporting('导出任务单')
    .input(taskSheetsSchema.extend({ format: z.enum(formFormats) }))
    .output(type<{ jobUid: string }>()),
  /** 分组安排表, 日程表 and a task sheet of each team. Starts a job; its result is a WrittenFile. */
  exportWorkbook: exporting('导出分组日程(Excel)').input(uid).output(type<{ jobUid: string }>()),
};
