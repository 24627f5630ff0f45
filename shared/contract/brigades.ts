import { type } from '@orpc/contract';
import * as z from 'zod';
import {
  type BrigadeStandard,
  brigadeClasses,
  type Denominator,
  denominators,
} from '../rules/brigades/model.ts';
import type { BrigadeState } from '../rules/brigades/state.ts';
import { daySchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import { tableImport } from './table-import.ts';

const dayOrNone = daySchema.nullable();
const peopleSchema = z.int('请填写整数').min(0, '不能小于 0').max(9_999, '最多 9999').nullable();

const wholeSchema = z.object({
  class: z.enum(brigadeClasses),
  leader: textSchema('队长', 60),
  phone: textSchema('电话', 60),
  people: peopleSchema,
  drivers: peopleSchema,
  /** Water tenders (水罐车). */
  tenders: z.int('请填写整数').min(0, '不能小于 0').max(999, '最多 999').nullable(),
  sitePlannedOn: dayOrNone,
  siteDoneOn: dayOrNone,
  buildingPlannedOn: dayOrNone,
  buildingDoneOn: dayOrNone,
  vehiclesPlannedOn: dayOrNone,
  vehiclesDoneOn: dayOrNone,
  peoplePlannedOn: dayOrNone,
  peopleDoneOn: dayOrNone,
  dutyPlannedOn: dayOrNone,
  dutyDoneOn: dayOrNone,
  note: textSchema('备注', 500),
});
/** What is known of a town's brigade. */
export type BrigadeFields = z.infer<typeof wholeSchema>;
export const brigadePatchSchema = wholeSchema.partial();

export interface BrigadeRow {
  organizationUid: string;
  /** Whose attachments its pictures are; null where nothing was entered. */
  uid: string | null;
  name: string;
  countyUid: string;
  countyName: string;
  isKeyTown: boolean;
  /** Null where nothing was entered. */
  fields: BrigadeFields | null;
  state: BrigadeState;
  /** The last stage that is done. */
  reached: string;
  /** 营房滞后 12 天, 缺人员 3 人. */
  remarks: string[];
}

/** The rate of building, whose denominator is always printed with it. */
export interface BrigadeRate {
  denominator: Denominator;
  total: number;
  built: number;
}

export interface BrigadeList {
  rows: BrigadeRow[];
  /** Of the whole city, whatever the filter shows. */
  rate: BrigadeRate;
}

const brigadeViews = ['all', 'built', 'building', 'behind', 'none'] as const;
export type BrigadeView = (typeof brigadeViews)[number];

const filterSchema = z.object({
  denominator: z.enum(denominators),
  view: z.enum(brigadeViews),
  /** Name, pinyin initials, county, leader. */
  text: z.string().trim().max(50),
});
export type BrigadeFilter = z.infer<typeof filterSchema>;

const numberSchema = z.int('请填写整数').min(0, '不能小于 0').max(999, '最多 999');
const standardSchema = z.object({
  people: numberSchema,
  drivers: numberSchema,
  tenders: numberSchema,
  source: textSchema('依据', 100),
});

/** Full-time fire brigades of towns (专职消防队): stages, strength against the standard, rate of building. */
export const brigades = {
  list: read('专职消防队台账').input(filterSchema).output(type<BrigadeList>()),
  standard: read('专职消防队标准').output(type<BrigadeStandard>()),
  setStandard: reversible('修改专职消防队标准', 'editTasks')
    .input(z.object({ base: standardSchema, set: standardSchema }))
    .output(type<BrigadeStandard>()),
  /** Begins with what is first known of a town's brigade. */
  update: reversible('登记专职消防队', 'editTasks')
    .input(z.object({ organizationUid: uidSchema, base: brigadePatchSchema, set: brigadePatchSchema }))
    .output(type<{ uid: string }>()),
  remove: reversible('删除专职消防队', 'editTasks')
    .input(z.object({ organizationUid: uidSchema }))
    .output(type<{ uid: string }>()),
  ...tableImport('专职消防队', 'editTasks', z.null()),
  exportLedger: exporting('导出专职消防队台账').input(filterSchema).output(type<{ jobUid: string }>()),
};
