import { type } from '@orpc/contract';
import * as z from 'zod';
import { shortfallLevels, shortfallRules, type ShortfallSum } from '../rules/shortfalls/shortfall.ts';
import { nameSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import { tableImport } from './table-import.ts';

const countSchema = z.int('请填写整数').min(0, '不能小于 0').max(1_000_000, '最多 1000000');
const measureKeySchema = z.string().max(120);

const itemFields = {
  name: nameSchema('名称', 30),
  unit: textSchema('计量单位', 8),
  level: z.enum(shortfallLevels),
  rule: z.enum(shortfallRules),
  amount: z.int('请填写整数').min(1, '至少为 1').max(1_000_000, '最多 1000000'),
  /** Key of a measure of reports; empty: none. */
  basis: measureKeySchema,
  existing: measureKeySchema,
  /** Standard and clause. */
  source: textSchema('依据', 200),
};
const itemSchema = z.object({ uid: uidSchema.nullable(), ...itemFields });
export type WantedShortfallItem = z.infer<typeof itemSchema>;
const itemsSchema = z.array(itemSchema).min(1, '请至少保留一项').max(40, '最多 40 项');

export type ShortfallItem = WantedShortfallItem & {
  uid: string;
  /** Places with numbers or plans of their own. */
  usedBy: number;
};

const figureFields = {
  /** Null: as it is counted. */
  required: countSchema.nullable(),
  existing: countSchema.nullable(),
  note: textSchema('备注', 200),
};
const figureSchema = z.object(figureFields);
export type ShortfallFigure = z.infer<typeof figureSchema>;

/** 分 */
const moneySchema = z.int().min(0, '不能小于 0').max(1_000_000_000_000, '金额太大').nullable();
const planSchema = z.object({
  year: z.int('请填写年份').min(2000, '请填写 2000 以后的年份').max(2100, '请填写 2100 以前的年份'),
  planned: countSchema.nullable(),
  done: countSchema.nullable(),
  moneyPlanned: moneySchema,
  moneySpent: moneySchema,
  note: textSchema('备注', 200),
});
export type ShortfallPlan = z.infer<typeof planSchema>;
const plansSchema = z
  .array(planSchema)
  .max(20, '最多 20 年')
  .refine((plans) => new Set(plans.map(({ year }) => year)).size === plans.length, '同一年只能有一行');

/** A place with its numbers: what was entered by hand stands before what is counted. */
export interface ShortfallRow {
  organizationUid: string;
  name: string;
  countyUid: string;
  countyName: string;
  required: number | null;
  existing: number | null;
  missing: number | null;
  /** As it is counted, whatever was entered. */
  counted: { required: number | null; existing: number | null };
  figure: ShortfallFigure;
}

/** A county with the sum of its places, and its plan by year. */
export interface ShortfallCounty extends ShortfallSum {
  organizationUid: string;
  name: string;
  plans: ShortfallPlan[];
}

export interface ShortfallTable {
  item: ShortfallItem;
  total: ShortfallSum;
  counties: ShortfallCounty[];
  /** In protocol order. */
  rows: ShortfallRow[];
}

const ofItem = z.object({ itemUid: uidSchema });

/** What is missing against the standards, and what is planned against it (欠账). */
export const shortfalls = {
  items: read('欠账项目').output(type<ShortfallItem[]>()),
  table: read('欠账表').input(ofItem).output(type<ShortfallTable>()),
  setItems: reversible('修改欠账项目', 'editTasks')
    .input(z.object({ base: itemsSchema, set: itemsSchema }))
    .output(type<{ count: number }>()),
  setFigure: reversible('登记应建和现有数', 'editTasks')
    .input(
      z.object({
        itemUid: uidSchema,
        organizationUid: uidSchema,
        base: figureSchema.partial(),
        set: figureSchema.partial(),
      }),
    )
    .output(type<{ uid: string }>()),
  setPlans: reversible('登记建设计划', 'editTasks')
    .input(z.object({ itemUid: uidSchema, organizationUid: uidSchema, base: plansSchema, set: plansSchema }))
    .output(type<{ uid: string }>()),
  ...tableImport('应建和现有数', 'editTasks', ofItem),
  exportTable: exporting('导出欠账表').input(ofItem).output(type<{ jobUid: string }>()),
};
