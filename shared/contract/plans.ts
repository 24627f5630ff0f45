import { type } from '@orpc/contract';
import * as z from 'zod';
import type { ReadPlan } from '../rules/plans/read-plan.ts';
import type { StandingCounts } from '../rules/plans/standing.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { read, reversible } from './operation.ts';
import { feedbackCycleSchema, type TaskRow } from './tasks.ts';

/** An implementation plan (实施方案): a tree of headings and tasks. */
export interface PlanSummary {
  uid: string;
  title: string;
  documentNumber: string;
  issuedOn: string;
  note: string;
  counts: StandingCounts;
}

/** A heading, or a task of the list of tasks; more may stand below either. */
export interface PlanNode {
  uid: string;
  parentUid: string | null;
  position: number;
  /** Null: it is a task. */
  heading: string | null;
  task: TaskRow | null;
}

export interface PlanDetail extends PlanSummary {
  nodes: PlanNode[];
}

/** A task of the list that a plan may take in. */
export interface PlanCandidate {
  task: TaskRow;
  /** The plan where it stands already; null: it may be taken in. */
  planTitle: string | null;
}

const planFields = {
  title: nameSchema('方案名称', 100),
  documentNumber: textSchema('文号', 60),
  issuedOn: daySchema,
  note: textSchema('备注', 2_000),
};

const byUid = z.object({ uid: uidSchema });
const placeSchema = z.object({ parentUid: uidSchema.nullable(), afterUid: uidSchema.nullable() });
const headingSchema = nameSchema('标题', 200);

const taskFields = {
  title: nameSchema('任务名称', 200),
  leadUids: z.array(uidSchema).max(200, '牵头单位最多 200 个'),
  supportingUids: z.array(uidSchema).max(200, '配合单位最多 200 个'),
  dueOn: daySchema.nullable(),
};

const rowSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.int().min(0).max(20), heading: headingSchema }),
  z.object({
    kind: z.literal('task'),
    level: z.int().min(0).max(20),
    ...taskFields,
    content: textSchema('任务内容', 4_000),
    /** Null: on the day of the plan. */
    assignedOn: daySchema.nullable(),
    feedbackCycle: feedbackCycleSchema,
  }),
]);
export type NewPlanRow = z.infer<typeof rowSchema>;

export const plans = {
  /** The latest first. `text`: title, its pinyin initials, or document number. */
  list: read('实施方案列表')
    .input(z.object({ text: z.string().max(50) }))
    .output(type<PlanSummary[]>()),
  get: read('查看实施方案').input(byUid).output(type<PlanDetail>()),
  /** A 任务分解表 as it was pasted, as an outline; nothing is stored. `day`: from which 本月 is meant. */
  readTable: read('读取粘贴的实施方案', 'editTasks')
    .input(
      z.object({
        text: z.string().min(1, '没有粘贴到内容').max(1_000_000, '粘贴的内容太多，请分几次粘贴'),
        day: daySchema,
      }),
    )
    .output(type<ReadPlan>()),
  /** By title, content, source or unit, also by pinyin initials; what may be taken in stands first, then the latest. */
  findTasks: read('查找可加入方案的任务', 'editTasks')
    .input(z.object({ text: z.string().max(50) }))
    .output(type<PlanCandidate[]>()),

  add: reversible('新增实施方案', 'editTasks').input(z.object(planFields)).output(type<{ uid: string }>()),
  update: reversible('修改实施方案', 'editTasks')
    .input(patchSchema(planFields))
    .output(type<{ uid: string }>()),
  /** Its tasks stay in the list of tasks, or its own go as well where no step has been taken yet. */
  remove: reversible('删除实施方案', 'editTasks')
    .input(z.object({ uid: uidSchema, tasks: z.enum(['keep', 'remove']) }))
    .output(type<{ uid: string }>()),

  addHeading: reversible('新增方案标题', 'editTasks')
    .input(z.object({ planUid: uidSchema, place: placeSchema, heading: headingSchema }))
    .output(type<{ uid: string }>()),
  addTask: reversible('新增方案任务', 'editTasks')
    .input(z.object({ planUid: uidSchema, place: placeSchema, ...taskFields }))
    .output(type<{ uid: string; taskUid: string }>()),
  /** Tasks of the list come into the plan as they are, one behind the other; each stands in one plan at most. */
  linkTasks: reversible('任务加入方案', 'editTasks')
    .input(
      z.object({
        planUid: uidSchema,
        place: placeSchema,
        taskUids: z.array(uidSchema).min(1, '请选择任务').max(200, '一次最多加入 200 项任务'),
      }),
    )
    .output(type<{ uids: string[] }>()),
  /** Everything of a pasted table, behind what is there; all of it or nothing. */
  addRows: reversible('粘贴实施方案', 'editTasks')
    .input(
      z.object({
        planUid: uidSchema,
        rows: z.array(rowSchema).min(1, '请至少保留一行').max(2_000, '一次最多 2000 行'),
      }),
    )
    .output(type<{ headings: number; tasks: number }>()),
  updateHeading: reversible('修改方案标题', 'editTasks')
    .input(patchSchema({ heading: headingSchema }))
    .output(type<{ uid: string }>()),
  /** `seen`: where the page shows it; refused where somebody has moved it, or what it should follow, meanwhile. */
  move: reversible('移动方案条目', 'editTasks')
    .input(z.object({ uid: uidSchema, to: placeSchema, seen: placeSchema }))
    .output(type<{ uid: string }>()),
  /** What stands below takes its place. A task goes as well, or stays in the list of tasks. */
  removeNode: reversible('删除方案条目', 'editTasks')
    .input(z.object({ uid: uidSchema, task: z.enum(['keep', 'remove']) }))
    .output(type<{ uid: string }>()),
};
