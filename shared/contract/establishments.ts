import { type } from '@orpc/contract';
import * as z from 'zod';
import type { EstablishmentCount, EstablishmentDay } from '../rules/establishments/progress.ts';
import type { EstablishmentState } from '../rules/establishments/state.ts';
import { daySchema, nameSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import { tableImport } from './table-import.ts';

/** Documents and photos are attachments of this kind. */
export const ESTABLISHMENT_FILES = 'establishment';

/** What every unit of a level has to set up: its fire-safety committee, its fire work station. */
export interface EstablishmentKind {
  uid: string;
  name: string;
  level: 'township' | 'village';
  /** Last day on which it is in time. */
  dueOn: string;
  /** What asks for it: 文号 or title. */
  source: string;
  /** How many units have something entered. */
  usedBy: number;
}

const fields = {
  plannedOn: daySchema.nullable(),
  /** The day on which the plaque was hung (挂牌). */
  establishedOn: daySchema.nullable(),
  document: textSchema('批准文件', 100),
  place: textSchema('地点', 100),
  head: textSchema('负责人', 60),
  phone: textSchema('电话', 60),
  /** People who work there full time; null: not known. */
  posts: z.int('请填写整数').min(0, '不能小于 0').max(9_999, '最多 9999 人').nullable(),
  note: textSchema('备注', 500),
};
const wholeSchema = z.object(fields);
/** What is known of one body; all of it empty where nothing was entered. */
export type EstablishmentFields = z.infer<typeof wholeSchema>;

export interface EstablishmentRow extends EstablishmentFields {
  organizationUid: string;
  /** Whose attachments its photos are; null where nothing was entered. */
  uid: string | null;
  name: string;
  countyUid: string;
  countyName: string;
  /** Of a township its own. */
  townshipUid: string;
  /** Empty for a township. */
  townshipName: string;
  state: EstablishmentState;
  /** 计划晚于期限, 撤并, or empty. */
  remark: string;
  /** Day from which the unit is no more; null: it stands today. */
  endedOn: string | null;
}

export interface CountyProgress extends EstablishmentCount {
  /** Null: the whole city. */
  uid: string | null;
  name: string;
}

export interface EstablishmentProgress {
  /** The city, then its counties in protocol order. */
  counties: CountyProgress[];
  curve: EstablishmentDay[];
}

/** ended: units that were closed or merged this year and have a record still. */
export const establishmentViews = ['all', 'established', 'missing', 'late', 'behind', 'ended'] as const;
export type EstablishmentView = (typeof establishmentViews)[number];

export const establishmentPatchSchema = wholeSchema.partial();

const kindSchema = z.object({
  /** Null: a new one. */
  uid: uidSchema.nullable(),
  name: nameSchema('名称', 20),
  level: z.enum(['township', 'village']),
  dueOn: daySchema,
  source: textSchema('依据', 100),
});
export type WantedEstablishmentKind = z.infer<typeof kindSchema>;
const kindsSchema = z.array(kindSchema).min(1, '请至少保留一项').max(20, '最多 20 项');

const filterSchema = z.object({
  kindUid: uidSchema,
  countyUid: uidSchema.nullable(),
  view: z.enum(establishmentViews),
  /** Name, pinyin initials, county, head, place. */
  text: z.string().trim().max(50),
});
export type EstablishmentFilter = z.infer<typeof filterSchema>;

const organizationsSchema = z
  .array(uidSchema)
  .min(1, '请至少选择一个单位')
  .max(2_000, '一次最多 2000 个单位');

/** Grass-roots bodies (基层机构): which unit has set up what, against the deadline. */
export const establishments = {
  kinds: read('基层机构的类别').output(type<EstablishmentKind[]>()),
  /** Every unit of the kind's level, county by county in protocol order. */
  list: read('基层机构台账').input(filterSchema).output(type<EstablishmentRow[]>()),
  progress: read('基层机构进度')
    .input(z.object({ kindUid: uidSchema }))
    .output(type<EstablishmentProgress>()),

  setKinds: reversible('修改基层机构的类别', 'editTasks')
    .input(z.object({ base: kindsSchema, set: kindsSchema }))
    .output(type<{ count: number }>()),
  /** With the plaque's day the task that pressed for it is reported and closed. */
  update: reversible('登记基层机构', 'editTasks')
    .input(
      z.object({
        kindUid: uidSchema,
        organizationUid: uidSchema,
        base: establishmentPatchSchema,
        set: establishmentPatchSchema,
      }),
    )
    .output(type<{ uid: string; closedTasks: number; reopenedTasks: number }>()),
  /** Leaves alone what has its plaque already; closes tasks as `update` does. */
  establish: reversible('批量登记挂牌', 'editTasks')
    .input(
      z.object({
        kindUid: uidSchema,
        organizationUids: organizationsSchema,
        establishedOn: daySchema,
        document: fields.document,
      }),
    )
    .output(type<{ changed: number; closedTasks: number }>()),
  /** A supervised task for each unit that is not yet asked, for notices to press; the uids of all their tasks. */
  press: reversible('催办基层机构挂牌', 'editTasks')
    .input(z.object({ kindUid: uidSchema, organizationUids: organizationsSchema }))
    .output(type<{ taskUids: string[] }>()),

  ...tableImport('基层机构台账', 'editTasks', z.object({ kindUid: uidSchema })),

  exportLedger: exporting('导出基层机构台账').input(filterSchema).output(type<{ jobUid: string }>()),
};
