import { type } from '@orpc/contract';
import * as z from 'zod';
import type { CheckCounts, CheckLine, CityTask, CountyTask } from '../rules/county-plans/check.ts';
import type { ProposedAnswer } from '../rules/county-plans/propose.ts';
import type { CountyPlanDecision, CountyPlanState } from '../rules/county-plans/state.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import { tableImport } from './table-import.ts';

/** The plan itself and what came with it are attachments of this kind. */
export const COUNTY_PLAN_FILES = 'countyPlan';

const fields = {
  /** Last day on which it is handed in in time. */
  dueOn: daySchema,
  receivedOn: daySchema.nullable(),
  documentNumber: textSchema('文号', 60),
  /** Under which it came in. */
  receivedPaperUid: uidSchema.nullable(),
  contact: textSchema('联系人', 60),
  phone: textSchema('电话', 60),
  note: textSchema('备注', 500),
};
const wholeSchema = z.object(fields);
export type CountyPlanFields = z.infer<typeof wholeSchema>;

/** What one unit hands in for a plan of the city. */
export interface CountyPlanRow extends CountyPlanFields {
  uid: string;
  organizationUid: string;
  name: string;
  level: 'county' | 'memberUnit';
  receivedPaperTitle: string | null;
  state: CountyPlanState;
  decision: CountyPlanDecision | null;
  decidedOn: string | null;
  /** Why it was returned. */
  reason: string;
  /** Before it was handed back and came in again, by which it was in time or not; null: not handed back, not again. */
  firstDueOn: string | null;
  firstReceivedOn: string | null;
  counts: CheckCounts;
}

export interface CountyPlanDetail extends CountyPlanRow {
  planUid: string;
  planTitle: string;
  /** All tasks of the city's plan, to choose from. */
  cityTasks: CityTask[];
  lines: CheckLine[];
  /** For tasks that answer nothing yet. */
  proposals: ProposedAnswer[];
}

const taskFields = {
  text: nameSchema('任务', 1_000),
  unit: textSchema('责任单位', 100),
  dueOn: daySchema.nullable(),
  /** The task of the city's plan that it answers. */
  answersUid: uidSchema.nullable(),
};
export type CountyTaskFields = Omit<CountyTask, 'uid'>;

const answerSchema = z.object({
  countyUid: uidSchema,
  /** Null: it answers none, and none is proposed for it any more. */
  cityUid: uidSchema.nullable(),
});
export type CountyAnswer = z.infer<typeof answerSchema>;

const byUid = z.object({ uid: uidSchema });
const uidsSchema = z.array(uidSchema).min(1, '请至少选择一个单位').max(500, '一次最多 500 个单位');
const exportSchema = z.object({
  planUid: uidSchema,
  /** Null: every unit's. */
  uids: uidsSchema.nullable(),
});
export type CountyPlanExport = z.infer<typeof exportSchema>;

/** Plans of counties and member units (县级实施方案): handed in by a day, checked against the city's. */
export const countyPlans = {
  /** Of a plan of the city: the units that have to hand one in, in protocol order. */
  list: read('各地实施方案报送情况')
    .input(z.object({ planUid: uidSchema }))
    .output(type<CountyPlanRow[]>()),
  get: read('核对实施方案').input(byUid).output(type<CountyPlanDetail>()),

  /** Leaves out units that are asked already. */
  ask: reversible('列入报送实施方案的单位', 'editTasks')
    .input(z.object({ planUid: uidSchema, organizationUids: uidsSchema, dueOn: daySchema }))
    .output(type<{ added: number }>()),
  /** Corrections leave 核对 and 退回 as they are. When it comes in, what asked for it is reported and closed. */
  update: reversible('登记报送的实施方案', 'editTasks')
    .input(patchSchema(fields))
    .output(type<{ uid: string; closedTasks: number; reopenedTasks: number }>()),
  /** 重新报来 of what was handed back: it is to be checked anew, and what asked for it is closed. */
  resubmit: reversible('登记重新报送的实施方案', 'editTasks')
    .input(z.object({ uid: uidSchema, receivedOn: daySchema }))
    .output(type<{ uid: string; closedTasks: number }>()),
  /** What was asked of them and is open is cancelled. */
  remove: reversible('移出报送实施方案的单位', 'editTasks')
    .input(z.object({ uids: uidsSchema }))
    .output(type<{ removed: number; cancelledTasks: number }>()),
  /** A supervised task for each unit that owes its plan and is not yet asked, for notices to press; the uids of all. */
  press: reversible('催报实施方案', 'editTasks')
    .input(z.object({ uids: uidsSchema }))
    .output(type<{ taskUids: string[] }>()),

  /** 核对通过, by which what was still asked of the unit is closed; or taken back to 待核对. */
  decide: reversible('核对实施方案', 'editTasks')
    .input(z.object({ uid: uidSchema, isChecked: z.boolean() }))
    .output(type<{ uid: string }>()),
  /** 退回: what is wrong becomes a supervised task of the unit, due on the day by which it hands in again. */
  handBack: reversible('退回实施方案', 'editTasks')
    .input(z.object({ uid: uidSchema, dueOn: daySchema, reason: textSchema('退回原因', 2_000) }))
    .output(type<{ taskUid: string }>()),
  /** 核对意见 as a draft among the papers. */
  draftOpinion: reversible('拟实施方案核对意见', 'editPapers')
    .input(byUid)
    .output(type<{ paperUid: string }>()),

  addTask: reversible('新增所报方案的任务', 'editTasks')
    .input(z.object({ countyPlanUid: uidSchema, ...taskFields }))
    .output(type<{ uid: string }>()),
  updateTask: reversible('修改所报方案的任务', 'editTasks')
    .input(patchSchema(taskFields))
    .output(type<{ uid: string }>()),
  removeTask: reversible('删除所报方案的任务', 'editTasks').input(byUid).output(type<{ uid: string }>()),
  /** What the clerk has confirmed of the proposals, or said to be no answer. */
  answer: reversible('对应市方案任务', 'editTasks')
    .input(
      z.object({
        answers: z.array(answerSchema).min(1, '请至少选择一项').max(2_000, '一次最多 2000 项'),
      }),
    )
    .output(type<{ changed: number }>()),
  /** 本单位不涉及, with the reason; null: it does concern the unit. */
  exempt: reversible('定市方案任务是否涉及', 'editTasks')
    .input(z.object({ uid: uidSchema, taskUid: uidSchema, reason: nameSchema('原因', 200).nullable() }))
    .output(type<{ uid: string }>()),
  ...tableImport('所报方案的任务', 'editTasks', z.object({ countyPlanUid: uidSchema })),

  /** 报送情况, and for each unit 市方案 / 所报方案 / 差异. */
  exportCheck: exporting('导出实施方案核对表').input(exportSchema).output(type<{ jobUid: string }>()),
};
