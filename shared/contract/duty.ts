import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Paper } from '../rules/papers/model.ts';
import { dutyPeriodKinds, dutyRoles, swapStates } from '../rules/duty/model.ts';
import type { DutyPeople, DutyRoster, DutySwap, DutyPeriodRow } from './duty-views.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible, service } from './operation.ts';
import { tableImport } from './table-import.ts';
import { formFormats } from './papers.ts';

const uid = z.object({ uid: uidSchema });
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, '时间应写成 08:30 这样');
const countSchema = z.int().min(0, '人数不能是负数').max(20, '一班最多 20 人');

const shiftSchema = z.object({
  /** Null: a new one. */
  uid: uidSchema.nullable(),
  name: nameSchema('班次名称', 20),
  startsAt: timeSchema,
  leaders: countSchema,
  officers: countSchema,
});
const shiftsSchema = z.array(shiftSchema).min(1, '至少要有一个班次').max(6, '一天最多 6 个班次');

const periodFields = {
  kind: z.enum(dutyPeriodKinds),
  name: nameSchema('名称', 60),
  firstDay: daySchema,
  lastDay: daySchema,
  place: textSchema('值班地点', 60),
  phone: textSchema('值班电话', 60),
  fax: textSchema('传真', 60),
  /** Empty: no daily reports. */
  reportDue: z.union([z.literal(''), timeSchema]),
  reportTo: textSchema('上报给谁', 60),
  note: textSchema('备注', 300),
  shifts: shiftsSchema,
  /** Organizations that report every day. */
  reporterUids: z.array(uidSchema).max(500, '最多 500 个单位'),
};
const periodSchema = z.object(periodFields);
export type DutyPeriodFields = z.infer<typeof periodSchema>;

const personFields = {
  name: nameSchema('姓名', 30),
  unit: textSchema('单位', 60),
  post: textSchema('职务', 60),
  phone: textSchema('电话', 60),
  canLead: z.boolean(),
  canServe: z.boolean(),
  lastDay: daySchema.nullable(),
};
const newPersonSchema = z.object({ ...personFields, rosterPersonUid: uidSchema.nullable() });
const wholePersonSchema = z.object(personFields);
export type DutyPersonFields = z.infer<typeof wholePersonSchema>;

const placeSchema = z.object({
  day: daySchema,
  shiftUid: uidSchema,
  role: z.enum(dutyRoles),
  place: z.int().min(1).max(20),
});
const cellChangeSchema = z.object({
  ...placeSchema.shape,
  /** Who stood there when the page looked. */
  seenUid: uidSchema.nullable(),
  personUid: uidSchema.nullable(),
  pinned: z.boolean(),
});
export type DutyCellChange = z.infer<typeof cellChangeSchema>;
const cellChangesSchema = z.object({
  periodUid: uidSchema,
  cells: z.array(cellChangeSchema).min(1).max(5_000),
});

export const duty = {
  /** Newest first. */
  periods: read('值班时段').output(type<DutyPeriodRow[]>()),
  addPeriod: reversible('新增值班时段', 'editDuty').input(periodSchema).output(type<{ uid: string }>()),
  updatePeriod: reversible('修改值班时段', 'editDuty')
    .input(patchSchema(periodFields))
    .output(type<{ uid: string }>()),
  /** With its roster; refused once its log has entries. */
  removePeriod: reversible('删除值班时段', 'editDuty').input(uid).output(type<{ uid: string }>()),

  roster: read('值班表').input(uid).output(type<DutyRoster>()),
  /** Puts people, moves them, empties cells, pins. */
  assign: reversible('调整值班表', 'editDuty').input(cellChangesSchema).output(type<{ changed: number }>()),
  /** The same for what was proposed. */
  accept: reversible('采用排班', 'editDuty').input(cellChangesSchema).output(type<{ changed: number }>()),
  /** Starts a job; its result is a DutyProposal. Nothing is stored until `accept`. */
  propose: service('自动排班', 'editDuty')
    .input(
      z.object({
        uid: uidSchema,
        /** As little as can be changes of what stands; else the most even spread comes first. */
        keepsPresent: z.boolean(),
        seconds: z.int().min(1).max(120),
      }),
    )
    .output(type<{ jobUid: string }>()),

  /** With what each has had in the year, and leave. */
  people: read('值班人员')
    .input(z.object({ year: z.int() }))
    .output(type<DutyPeople>()),
  addPeople: reversible('新增值班人员', 'editDuty')
    .input(z.object({ items: z.array(newPersonSchema).min(1).max(200) }))
    .output(type<{ uids: string[] }>()),
  updatePerson: reversible('修改值班人员', 'editDuty')
    .input(patchSchema(personFields))
    .output(type<{ uid: string }>()),
  /** Only who was never on a roster. */
  removePerson: reversible('删除值班人员', 'editDuty').input(uid).output(type<{ uid: string }>()),
  ...tableImport('值班人员', 'editDuty', z.null()),
  addLeave: reversible('登记请假', 'editDuty')
    .input(
      z
        .object({
          personUid: uidSchema,
          firstDay: daySchema,
          lastDay: daySchema,
          reason: textSchema('事由', 60),
        })
        .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
          message: '结束日期不能早于开始日期',
          path: ['lastDay'],
        }),
    )
    .output(type<{ uid: string }>()),
  removeLeave: reversible('撤销请假', 'editDuty').input(uid).output(type<{ uid: string }>()),

  /** Of a period, newest first. */
  swaps: read('换班记录').input(uid).output(type<DutySwap[]>()),
  applySwap: reversible('申请换班', 'editDuty')
    .input(
      z.object({
        cell: placeSchema,
        takerUid: uidSchema,
        /** What the applicant takes over in turn. */
        back: placeSchema.nullable(),
        reason: nameSchema('换班事由', 100),
        appliedOn: daySchema,
      }),
    )
    .output(type<{ uid: string }>()),
  /** Approved, the cells change hands at once. */
  decideSwap: reversible('审批换班', 'editDuty')
    .input(
      z.object({
        uid: uidSchema,
        state: z.enum(swapStates).exclude(['applied']),
        /** Who decided; of no account where it is withdrawn. */
        decidedBy: textSchema('批准人', 30),
        note: textSchema('审批意见', 100),
        decidedOn: daySchema,
      }),
    )
    .output(type<{ uid: string }>()),

  /** 值班表 as pages: of the whole period, or of the days given. */
  sheet: read('值班表(打印)')
    .input(z.object({ uid: uidSchema, from: daySchema.nullable(), to: daySchema.nullable() }))
    .output(type<Paper>()),
  /** Starts a job; its result is a WrittenFile. */
  writeSheet: exporting('导出值班表')
    .input(
      z.object({
        uid: uidSchema,
        from: daySchema.nullable(),
        to: daySchema.nullable(),
        format: z.enum(formFormats),
      }),
    )
    .output(type<{ jobUid: string }>()),
  /** 值班安排通知 with the roster as its attachment, as a draft among the papers. */
  draftNotice: reversible('拟值班通知', 'editPapers').input(uid).output(type<{ paperUid: string }>()),
  /** Roster, swaps, counts of the year and partner units. Starts a job; its result is a WrittenFile. */
  exportRoster: exporting('导出值班表(Excel)').input(uid).output(type<{ jobUid: string }>()),
};
