import { type } from '@orpc/contract';
import * as z from 'zod';
import { positionRoles, type RosterPosition } from '../rules/rosters/model.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import {
  type Committee,
  type ComparedRosters,
  type FoundPerson,
  type PersonDetail,
  type Roster,
  type RosterAttention,
  type RosterChange,
  type RosterChangeItem,
  type RosterSettings,
  rosterSheetKinds,
} from './roster-views.ts';
import { tableImport } from './table-import.ts';

const documentSchema = textSchema('依据文件', 200);
const noteSchema = textSchema('备注', 500);
const phoneSchema = textSchema('电话', 40);
const personNameSchema = nameSchema('姓名', 30);

const unitFields = {
  organizationUid: uidSchema.nullable(),
  /** Name of a unit that is no organization of this office. */
  unit: textSchema('单位', 60),
  post: textSchema('职务', 100),
};

const wantedPersonSchema = z.object({
  uid: uidSchema.nullable(),
  name: personNameSchema,
  officePhone: phoneSchema,
  mobile: phoneSchema,
});

const holdingFields = {
  positionUid: uidSchema,
  ...unitFields,
  substitute: z.boolean(),
  substituteForUid: uidSchema.nullable(),
  note: noteSchema,
};

const committeeFields = {
  name: textSchema('委员会名称', 60),
  officeName: textSchema('办公室名称', 60),
  officeUnit: textSchema('办公室所在单位', 60),
  officePhone: phoneSchema,
  note: noteSchema,
};

const positionSchema = z.object({
  /** Null: a new one. */
  uid: uidSchema.nullable(),
  name: nameSchema('职位名称', 20),
  aliases: z.array(nameSchema('别称', 20)).max(10, '一个职位最多 10 个别称'),
  single: z.boolean(),
  required: z.boolean(),
});

/** What a position was when the page last saw it. */
const seenPositionSchema = positionSchema.extend({ uid: uidSchema, role: z.enum(positionRoles) });

const keySchema = z.string().min(1).max(60);

const stepsSchema = z.object({
  ends: z.array(uidSchema).max(500),
  adds: z
    .array(
      z.object({
        key: keySchema,
        person: wantedPersonSchema,
        ...holdingFields,
        replaces: uidSchema.nullable(),
      }),
    )
    .max(500),
  edits: z.array(z.object({ appointmentUid: uidSchema, positionUid: uidSchema, ...unitFields })).max(500),
  order: z.array(keySchema).max(1_000),
});

const importPlaceSchema = z.object({
  /** Whose committee; it is made where there is none yet. */
  organizationUid: uidSchema,
  /** Null: before the office's records began. */
  from: daySchema.nullable(),
  document: documentSchema,
  /** add: to those who sit there; replace: whoever is not in the list goes. */
  mode: z.enum(['add', 'replace']),
});
export type RosterImportPlace = z.infer<typeof importPlaceSchema>;

const appointmentsSchema = z.array(uidSchema).min(1, '请至少选择一个人').max(500);

export const rosters = {
  committees: read('委员会')
    .input(z.object({ day: daySchema.nullable() }))
    .output(type<Committee[]>()),
  roster: read('查看名册')
    .input(z.object({ committeeUid: uidSchema, day: daySchema.nullable() }))
    .output(type<Roster>()),
  compare: read('对照名册')
    .input(z.object({ committeeUid: uidSchema, from: daySchema, to: daySchema }))
    .output(type<ComparedRosters>()),
  positions: read('职位').output(type<RosterPosition[]>()),
  findPeople: read('查找人员')
    .input(z.object({ text: z.string().trim().max(50), limit: z.int().min(1).max(50) }))
    .output(type<FoundPerson[]>()),
  person: read('查看人员')
    .input(z.object({ uid: uidSchema }))
    .output(type<PersonDetail>()),
  attention: read('名册提醒').output(type<RosterAttention>()),
  settings: read('名册设置').output(type<RosterSettings>()),
  updateSettings: reversible('修改名册设置', 'editRosters')
    .input(z.object({ expiringDays: z.int('请填写整数').min(0, '不能小于 0').max(365, '最多 365 天') }))
    .output(type<RosterSettings>()),

  addCommittees: reversible('新建委员会', 'editRosters')
    .input(z.object({ organizationUids: z.array(uidSchema).min(1, '请选择机构').max(500) }))
    .output(type<{ uids: string[] }>()),
  updateCommittee: reversible('修改委员会', 'editRosters')
    .input(patchSchema(committeeFields))
    .output(type<{ uid: string }>()),
  /** Only one without appointments: it was entered by mistake. */
  removeCommittee: reversible('删除委员会', 'editRosters')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ uid: string }>()),
  /** The whole list in its new order. */
  setPositions: reversible('修改职位设置', 'editRosters')
    .input(
      z.object({
        base: z.array(seenPositionSchema).max(50),
        positions: z.array(positionSchema).min(1, '至少要有一个职位').max(50, '最多 50 个职位'),
      }),
    )
    .output(type<{ count: number }>()),

  addAppointments: reversible('新增任职', 'editRosters')
    .input(
      z.object({
        committeeUid: uidSchema,
        /** Null: before the office's records began. */
        from: daySchema.nullable(),
        document: documentSchema,
        items: z
          .array(z.object({ person: wantedPersonSchema, ...holdingFields }))
          .min(1, '请至少填写一个人')
          .max(500),
      }),
    )
    .output(type<{ uids: string[] }>()),
  /** 更正: it was always meant so. */
  updateAppointment: reversible('更正任职', 'editRosters')
    .input(
      patchSchema({
        ...holdingFields,
        firstDay: daySchema,
        lastDay: daySchema.nullable(),
        document: documentSchema,
      }),
    )
    .output(type<{ uid: string }>()),
  /** To another place among those of its position: behind which one; null: to the front. */
  moveAppointment: reversible('调整名次', 'editRosters')
    .input(z.object({ uid: uidSchema, afterUid: uidSchema.nullable() }))
    .output(type<{ uid: string }>()),
  endAppointments: reversible('免去任职', 'editRosters')
    .input(
      z.object({
        uids: appointmentsSchema,
        /** First day without it. */
        from: daySchema,
      }),
    )
    .output(type<{ ended: number }>()),
  /** Entered by mistake: as if it had never been. */
  removeAppointments: reversible('删除任职', 'editRosters')
    .input(z.object({ uids: appointmentsSchema }))
    .output(type<{ removed: number }>()),
  updatePerson: reversible('修改人员', 'editRosters')
    .input(
      patchSchema({
        name: personNameSchema,
        ...unitFields,
        officePhone: phoneSchema,
        mobile: phoneSchema,
        note: noteSchema,
      }),
    )
    .output(type<{ uid: string }>()),
  /** Two entries that mean one person become one. */
  mergePeople: reversible('合并人员', 'editRosters')
    .input(z.object({ uids: z.array(uidSchema).min(1).max(20), intoUid: uidSchema }))
    .output(type<{ uid: string }>()),

  changes: read('名册调整')
    .input(z.object({ committeeUid: uidSchema }))
    .output(type<RosterChangeItem[]>()),
  change: read('查看名册调整')
    .input(z.object({ uid: uidSchema }))
    .output(type<RosterChange>()),
  startChange: reversible('开始调整名册', 'editRosters')
    .input(z.object({ committeeUid: uidSchema, day: daySchema }))
    .output(type<{ uid: string }>()),
  updateChange: reversible('编辑名册调整', 'editRosters')
    .input(
      patchSchema({
        title: nameSchema('标题', 100),
        day: daySchema,
        document: documentSchema,
        reason: textSchema('调整原因', 500),
        steps: stepsSchema,
      }),
    )
    .output(type<{ uid: string }>()),
  removeChange: reversible('放弃名册调整', 'editRosters')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ uid: string }>()),
  /** The whole change takes effect on its day. */
  carryOut: reversible('执行名册调整', 'editRosters')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ uid: string; changed: number }>()),

  /** Drafts the adjustment notice: the whole new list, or the changes only. */
  makeNotice: reversible('生成调整通知', 'editPapers')
    .input(z.object({ uid: uidSchema, form: z.enum(['full', 'changes']) }))
    .output(type<{ paperUid: string }>()),

  ...tableImport('名单', 'editRosters', importPlaceSchema),

  /** Starts a job; its result is a WrittenFile. */
  exportWorkbook: exporting('导出名册')
    .input(
      z.object({
        committeeUids: z.array(uidSchema).min(1, '请选择委员会').max(300),
        day: daySchema.nullable(),
        sheets: z.array(z.enum(rosterSheetKinds)).min(1, '请选择要导出的表'),
        maskPhones: z.boolean(),
      }),
    )
    .output(type<{ jobUid: string }>()),
};
