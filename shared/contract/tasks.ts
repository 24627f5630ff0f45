import { type } from '@orpc/contract';
import * as z from 'zod';
import type { FeedbackCycle } from '../rules/tasks/feedback-cycle.ts';
import { type TaskKind, taskKinds, type TaskStatus, type UnitRole } from '../rules/tasks/model.ts';
import type { ReadTask } from '../rules/tasks/read-sentence.ts';
import { LONGEST_TEXT } from '../rules/tasks/sentences.ts';
import type { NamedReport } from '../rules/tasks/report-circular.ts';
import type { TaskStep } from '../rules/tasks/steps.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible, service } from './operation.ts';
import { tableImport } from './table-import.ts';

export interface TaskUnit {
  uid: string;
  role: UnitRole;
  /** Today's names; of a finished task those of the day on which it ended. */
  name: string;
  shortName: string;
}

/** What a task comes from. */
export interface TaskSource {
  /** minutes, paper, plan, text, notice, … */
  kind: string;
  uid: string | null;
  /** As the ledger prints it: 市消安委2026年第三次全体会议纪要. */
  text: string;
}

export interface TaskRow {
  uid: string;
  kind: TaskKind;
  title: string;
  status: TaskStatus;
  assignedOn: string;
  startOn: string | null;
  /** Null: without a date (长期坚持). */
  dueOn: string | null;
  /** As it was given out; differs from `dueOn` after an extension. */
  firstDueOn: string | null;
  feedbackCycle: FeedbackCycle;
  nextFeedbackOn: string | null;
  pressedCount: number;
  lastPressedOn: string | null;
  extendedCount: number;
  reportedOn: string | null;
  closedOn: string | null;
  source: TaskSource;
  keeperUid: string | null;
  /** Lead units first, each kind in its order. */
  units: TaskUnit[];
}

export type TaskEventKind = TaskStep | 'create' | 'correct' | 'handOver';

export interface TaskEvent {
  uid: string;
  kind: TaskEventKind;
  day: string;
  /** Instant, UTC milliseconds. */
  at: number;
  userName: string;
  text: string;
  oldDueOn: string | null;
  newDueOn: string | null;
  /** The unit that gave feedback or was pressed, where one of several is meant. */
  unitName: string | null;
  /** The paper by which it was done, such as a notice. */
  source: { kind: string; uid: string | null };
  /** Files kept with this step. */
  files: number;
}

export interface TaskDetail extends TaskRow {
  content: string;
  keeperName: string | null;
  /** The implementation plan (实施方案) that it stands in, wherever it comes from. */
  plan: { uid: string; title: string } | null;
  /** Oldest first. */
  events: TaskEvent[];
}

export interface TaskSettings {
  /** Days before the due day from which the light is yellow. */
  warningDays: number;
  /** Days that a finding has to be put right where its question names none. */
  findingDays: number;
  /** The unit that is meant by 市消安办 in a text; null: such a sentence proposes no unit. */
  officeUnitUid: string | null;
}

/** One sentence of a text, with the task that it would become. */
export interface TextSentence {
  text: string;
  task: ReadTask;
  /** It names a unit, a day or a cycle: likely a task. */
  isLikely: boolean;
  /** Where it asks for so many workdays that run through a year whose holidays are not known: about until when. */
  unsureDay: string | null;
}

/** What a file holds, as if it had been pasted. */
export interface OpenedText {
  fileName: string;
  text: string;
  /** What the tasks of this text are proposed to name as their source. */
  sourceText: string;
  /** Troubles that did not stop the reading, in Chinese. */
  warnings: string[];
}

/** `open`: neither done with nor given up. `mine`: those that I keep an eye on. `nextWeek`: due within 7 days. */
export const taskViews = [
  'all',
  'open',
  'mine',
  'thisWeek',
  'nextWeek',
  'overdue',
  'waiting',
  'feedbackDue',
] as const;
export type TaskView = (typeof taskViews)[number];

export const taskSorts = ['due', 'assigned', 'pressed'] as const;
export type TaskSort = (typeof taskSorts)[number];

/** Where the next page begins; what it holds is the core's own business. */
const cursorSchema = z.object({ value: z.union([z.string().max(20), z.int()]), id: z.int() });
export type TaskCursor = z.infer<typeof cursorSchema>;

const filterSchema = z.object({
  /** Title, content, source or unit, also by pinyin initials. */
  text: z.string().max(50),
  view: z.enum(taskViews),
  kind: z.enum(taskKinds).nullable(),
  /** Owed by this unit, leading or supporting. */
  unitUid: uidSchema.nullable(),
  /** From this source: minutes, a plan, a paper. */
  sourceUid: uidSchema.nullable(),
});
export type TaskFilter = z.infer<typeof filterSchema>;

export interface TaskPage {
  rows: TaskRow[];
  next: TaskCursor | null;
}

export interface TaskCounts {
  /** Of the whole filter. */
  total: number;
  /** Of each view, whatever view the filter names. */
  views: Record<TaskView, number>;
}

const reportSchema = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u, '请选择月份'),
  kind: z.enum(taskKinds).nullable(),
  /** Only tasks of this meeting, plan or paper, as the ledger prints it: many are entered without a link to one. */
  sourceText: z.string().max(200).nullable(),
  /** Supporting units (配合单位) are counted as well. */
  supporting: z.boolean(),
});
export type ReportChoice = z.infer<typeof reportSchema>;

export interface MonthlyReport extends NamedReport {
  /** What the month's tasks come from, to choose one of. */
  sources: string[];
  /** Tasks of what unannounced campaigns found that are not released: they are not counted, for this goes to units. */
  withheld: number;
}

const monthDay = z.int().min(1, '请填写 1 到 31').max(31, '请填写 1 到 31');
export const feedbackCycleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('weekly'), day: z.int().min(1).max(7) }),
  z.object({ kind: z.literal('monthly'), day: monthDay }),
  z.object({ kind: z.literal('quarterly'), day: monthDay }),
  z.object({ kind: z.literal('halfYearly'), day: monthDay }),
]);

const leadsSchema = z.array(uidSchema).max(200, '牵头单位最多 200 个');
const supportingSchema = z.array(uidSchema).max(200, '配合单位最多 200 个');
const contentSchema = textSchema('任务内容', 4_000);
const noteSchema = textSchema('说明', 2_000);

function reasonSchema(what: string) {
  return z.string().trim().min(1, `请填写${what}`).max(2_000, `${what}最多 2000 个字`);
}

const changeableFields = {
  kind: z.enum(taskKinds),
  title: nameSchema('任务名称', 200),
  content: contentSchema,
  assignedOn: daySchema,
  startOn: daySchema.nullable(),
  dueOn: daySchema.nullable(),
  feedbackCycle: feedbackCycleSchema,
  sourceText: textSchema('来源', 200),
  leadUids: leadsSchema,
  supportingUids: supportingSchema,
};

export const newTaskSchema = z.object({
  ...changeableFields,
  /** One task for each lead unit instead of one for all of them. */
  each: z.boolean(),
  /** Watched by whoever enters it. */
  keep: z.boolean(),
});
export type NewTaskItem = z.infer<typeof newTaskSchema>;
export const newTasksSchema = z
  .array(newTaskSchema)
  .min(1, '请至少填写一项任务')
  .max(2_000, '一次最多 2000 项');

/** What holds for every row of a table that does not say it. */
const taskImportSchema = z.object({
  kind: z.enum(taskKinds),
  assignedOn: daySchema,
  sourceText: textSchema('来源', 200),
  /** One task for each lead unit instead of one for all of them. */
  each: z.boolean(),
});
export type TaskImportOptions = z.infer<typeof taskImportSchema>;

/** What the dialog of a new task begins with where something proposes it. */
export type TaskProposal = Omit<NewTaskItem, 'startOn' | 'each' | 'keep'>;

const uidsSchema = z.array(uidSchema).min(1, '请至少选择一项任务').max(2_000, '一次最多 2000 项任务');
const stepFields = { uids: uidsSchema, on: daySchema };

export const tasks = {
  list: read('督办任务列表')
    .input(
      z.object({
        filter: filterSchema,
        sort: z.enum(taskSorts),
        descending: z.boolean(),
        after: cursorSchema.nullable(),
        limit: z.int().min(1).max(500),
      }),
    )
    .output(type<TaskPage>()),
  counts: read('督办任务数').input(filterSchema).output(type<TaskCounts>()),
  get: read('查看督办任务')
    .input(z.object({ uid: uidSchema }))
    .output(type<TaskDetail>()),
  settings: read('督办设置').output(type<TaskSettings>()),
  updateSettings: reversible('修改督办设置', 'editTasks')
    .input(
      z.object({
        warningDays: z.int('请填写整数').min(0, '不能小于 0').max(90, '最多 90 天'),
        findingDays: z.int('请填写整数').min(0, '不能小于 0').max(365, '最多 365 天'),
        officeUnitUid: uidSchema.nullable(),
      }),
    )
    .output(type<TaskSettings>()),

  ...tableImport('督办任务', 'editTasks', taskImportSchema),
  /** A speech, plan or received paper, as paragraphs of sentences; nothing is stored. */
  readText: read('读取文字中的任务', 'editTasks')
    .input(z.object({ text: z.string().max(LONGEST_TEXT, '文字太长，请分几次读取'), day: daySchema }))
    .output(type<TextSentence[][]>()),
  /** Reads an uploaded .docx or text file. Starts a job; its result is an OpenedText. */
  openText: service('打开文字材料', 'editTasks')
    .input(z.object({ fileToken: uidSchema }))
    .output(type<{ jobUid: string }>()),
  /** Starts a job; its result is a WrittenFile. */
  exportWorkbook: exporting('导出督办台账')
    .input(
      z.object({
        filter: filterSchema,
        sort: z.enum(taskSorts),
        descending: z.boolean(),
        /** Chosen ones only; null: everything that the filter shows. */
        uids: z.array(uidSchema).max(2_000).nullable(),
        /** ledger: 督办台账; breakdown: 任务分解表. */
        layout: z.enum(['ledger', 'breakdown']),
      }),
    )
    .output(type<{ jobUid: string }>()),

  /** What each lead unit owed in a month, and how it was delivered. */
  monthlyReport: read('督办任务月度统计').input(reportSchema).output(type<MonthlyReport>()),
  /** Starts a job; its result is a WrittenFile. */
  exportMonthlyReport: exporting('导出督办月度统计').input(reportSchema).output(type<{ jobUid: string }>()),
  draftMonthlyReport: reversible('拟制督办情况通报', 'editPapers')
    .input(reportSchema)
    .output(type<{ paperUid: string }>()),

  add: reversible('新增督办任务', 'editTasks')
    .input(z.object({ items: newTasksSchema }))
    .output(type<{ uids: string[] }>()),
  update: reversible('修改督办任务', 'editTasks')
    .input(patchSchema(changeableFields))
    .output(type<{ uid: string }>()),
  /** Only what was entered by mistake: no step has been taken yet. */
  remove: reversible('删除督办任务', 'editTasks')
    .input(z.object({ uids: uidsSchema }))
    .output(type<{ removed: number }>()),
  keep: reversible('关注督办任务', 'editTasks')
    .input(z.object({ uids: uidsSchema, keep: z.boolean() }))
    .output(type<{ changed: number }>()),
  /** Other lead units for many tasks at once. */
  setLeads: reversible('改派督办任务', 'editTasks')
    .input(z.object({ uids: uidsSchema, leadUids: leadsSchema.min(1, '请选择牵头单位') }))
    .output(type<{ changed: number }>()),

  assign: reversible('下达督办任务', 'editTasks')
    .input(z.object({ ...stepFields, text: noteSchema }))
    .output(type<{ changed: number }>()),
  receive: reversible('登记签收', 'editTasks')
    .input(z.object({ ...stepFields, text: noteSchema }))
    .output(type<{ changed: number }>()),
  feedback: reversible('登记反馈', 'editTasks')
    .input(z.object({ ...stepFields, text: reasonSchema('反馈内容'), unitUid: uidSchema.nullable() }))
    .output(type<{ eventUids: string[] }>()),
  press: reversible('催办', 'editTasks')
    .input(z.object({ ...stepFields, text: noteSchema, unitUid: uidSchema.nullable() }))
    .output(type<{ changed: number }>()),
  extend: reversible('延期', 'editTasks')
    .input(z.object({ ...stepFields, dueOn: daySchema, text: reasonSchema('延期原因') }))
    .output(type<{ changed: number }>()),
  /** `close`: with the proof in `text`, accepted and closed in the same step. */
  report: reversible('登记办结上报', 'editTasks')
    .input(z.object({ ...stepFields, text: noteSchema, close: z.boolean() }))
    .output(type<{ eventUids: string[] }>()),
  /** `close`: with the proof in `text`, closed in the same step. */
  accept: reversible('验收通过', 'editTasks')
    .input(z.object({ ...stepFields, text: noteSchema, close: z.boolean() }))
    .output(type<{ eventUids: string[] }>()),
  return: reversible('退回重办', 'editTasks')
    .input(z.object({ ...stepFields, text: reasonSchema('退回原因') }))
    .output(type<{ changed: number }>()),
  close: reversible('销号', 'editTasks')
    .input(z.object({ ...stepFields, text: reasonSchema('办结依据') }))
    .output(type<{ eventUids: string[] }>()),
  cancel: reversible('取消督办任务', 'editTasks')
    .input(z.object({ ...stepFields, text: reasonSchema('取消原因') }))
    .output(type<{ changed: number }>()),
  reopen: reversible('重新打开督办任务', 'editTasks')
    .input(z.object({ ...stepFields, text: reasonSchema('重新打开的原因') }))
    .output(type<{ changed: number }>()),
};
