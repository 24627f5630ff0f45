import { type } from '@orpc/contract';
import * as z from 'zod';
import { termSchema } from '../rules/calendar/term.ts';
import { frequencyKinds } from '../rules/random-inspection/frequency.ts';
import { creditLevels, itemKinds } from '../rules/random-inspection/model.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import { randomDraws } from './random-draws.ts';
import { randomResults } from './random-results.ts';
import { tableImport } from './table-import.ts';

const byUid = z.object({ uid: uidSchema });
const uidsSchema = z.array(uidSchema).min(1, '请先选择').max(5_000, '一次最多 5000 个');

const itemFields = {
  category: textSchema('抽查类别', 60),
  name: nameSchema('抽查事项', 100),
  basis: textSchema('实施依据', 500),
  objects: textSchema('检查对象', 200),
  content: textSchema('检查内容', 500),
  way: textSchema('检查方式', 60),
  kind: z.enum(itemKinds),
  unit: textSchema('承办机构', 60),
  joint: z.boolean(),
  note: textSchema('备注', 200),
};
const itemSchema = z.object(itemFields);
export type RandomItemFields = z.infer<typeof itemSchema>;
/** An item of 抽查事项清单. */
export interface RandomItem extends RandomItemFields {
  uid: string;
  /** Classes that are inspected for it. */
  usedBy: number;
}

const classFields = {
  name: nameSchema('类别名称', 30),
  itemUid: uidSchema.nullable(),
  frequency: z.enum(frequencyKinds),
  /** Thousandths of the pool, or years. */
  amount: z.int('请填写数字'),
  punishedFirst: z.boolean(),
  source: textSchema('依据', 200),
};
const classSchema = z.object(classFields);
export type RandomClassFields = z.infer<typeof classSchema>;
export interface RandomClass extends RandomClassFields {
  uid: string;
  itemName: string;
  /** Objects of the library that are not closed. */
  objects: number;
  /** Of these, not yet drawn in this round. */
  left: number;
  /** First day of the round; null: since ever. */
  roundFrom: string | null;
}

const objectFields = {
  classUid: uidSchema,
  name: nameSchema('对象名称', 100),
  organizationUid: uidSchema,
  credit: z.enum(creditLevels),
  punished: z.boolean(),
  heldReason: textSchema('不参加抽取的原因', 100),
  validUntil: daySchema.nullable(),
  closedOn: daySchema.nullable(),
  note: textSchema('备注', 200),
};
const objectSchema = z.object(objectFields);
export type RandomObjectFields = z.infer<typeof objectSchema>;
export interface RandomObject extends RandomObjectFields {
  uid: string;
  /** The key site that it is; its name and place come from there. */
  siteUid: string | null;
  className: string;
  countyName: string;
  townshipName: string;
  /** When it was last drawn; null: never. */
  drawnOn: string | null;
}

export const objectViews = ['active', 'held', 'punished', 'closed', 'all'] as const;
export type ObjectView = (typeof objectViews)[number];
const objectFilterSchema = z.object({
  view: z.enum(objectViews),
  classUid: uidSchema.nullable(),
  /** Name or pinyin initials. */
  text: z.string().trim().max(50),
});
export type RandomObjectFilter = z.infer<typeof objectFilterSchema>;
export interface RandomObjectPage {
  rows: RandomObject[];
  /** Of the whole filter; told with the first page alone. */
  total: number | null;
  /** What the next page begins behind; null: this is the last. */
  next: number | null;
}

const certificateFields = {
  certificate: textSchema('执法证号', 60),
  expiresOn: daySchema.nullable(),
  validUntil: daySchema.nullable(),
  avoids: z.array(nameSchema('回避的对象', 100)).max(50, '最多 50 个'),
};
const certificateSchema = z.object(certificateFields);
export type InspectorCertificate = z.infer<typeof certificateSchema>;
export interface RandomInspector extends InspectorCertificate {
  /** Of the inspector. */
  uid: string;
  name: string;
  /** Pinyin initials of the name, see initialsOf. */
  initials: string;
  unitName: string;
  /** County that the person never inspects; empty: none. */
  homeCountyName: string;
  /** Why the person cannot be drawn today; null: can be. */
  excluded: string | null;
}

const settingsSchema = z.object({
  perObject: z.int('请填写整数').min(2, '每个对象至少 2 名检查人员').max(9, '最多 9 名'),
  /** From the end of the month. */
  publishTerm: termSchema,
  coordinationDays: z.int('请填写整数').min(0, '不能小于 0').max(730, '最多 730 天'),
  source: textSchema('依据', 200),
});
export type RandomSettings = z.infer<typeof settingsSchema>;

const numbersSchema = z.array(z.int('请填写整数').min(0, '不能小于 0').max(99_999)).length(12);
export interface RandomPlanLine {
  classUid: string;
  className: string;
  /** 每月不低于 10%. */
  frequencyText: string;
  /** Objects when the numbers were spread, and now. */
  size: number;
  sizeNow: number;
  numbers: number[];
  /** Objects drawn by month, cancelled draws left out. */
  drawn: number[];
  /** What the numbers miss; null: they meet what is asked. */
  shortfall: string | null;
}
export interface RandomPlan {
  uid: string;
  year: number;
  title: string;
  firstMonth: number;
  lines: RandomPlanLine[];
  draws: number;
}

/** Random inspection (双随机、一公开): items, libraries, plans, draws, results, publication. */
export const randomInspection = {
  items: read('抽查事项清单').output(type<RandomItem[]>()),
  addItem: reversible('新增抽查事项', 'editInspections').input(itemSchema).output(type<{ uid: string }>()),
  updateItem: reversible('修改抽查事项', 'editInspections')
    .input(patchSchema(itemFields))
    .output(type<{ uid: string }>()),
  removeItem: reversible('删除抽查事项', 'editInspections').input(byUid).output(type<{ uid: string }>()),

  classes: read('抽查类别').output(type<RandomClass[]>()),
  addClass: reversible('新增抽查类别', 'editInspections').input(classSchema).output(type<{ uid: string }>()),
  updateClass: reversible('修改抽查类别', 'editInspections')
    .input(patchSchema(classFields))
    .output(type<{ uid: string }>()),
  removeClass: reversible('删除抽查类别', 'editInspections').input(byUid).output(type<{ uid: string }>()),
  /** All objects of the class may be drawn again. */
  beginRound: reversible('开始新一轮抽查', 'editInspections').input(byUid).output(type<{ uid: string }>()),

  objects: read('检查对象名录库')
    .input(
      z.object({
        filter: objectFilterSchema,
        after: z.int().min(0).nullable(),
        limit: z.int().min(1).max(500),
      }),
    )
    .output(type<RandomObjectPage>()),
  addObject: reversible('新增检查对象', 'editInspections')
    .input(objectSchema)
    .output(type<{ uid: string }>()),
  updateObject: reversible('修改检查对象', 'editInspections')
    .input(patchSchema(objectFields))
    .output(type<{ uid: string }>()),
  removeObjects: reversible('删除检查对象', 'editInspections')
    .input(z.object({ uids: uidsSchema }))
    .output(type<{ removed: number }>()),
  /** Key sites of the ledger that are no objects yet, of all or of one kind. */
  addSites: reversible('从重点单位加入检查对象', 'editInspections')
    .input(z.object({ classUid: uidSchema, kindUid: uidSchema.nullable() }))
    .output(type<{ added: number }>()),

  inspectors: read('检查人员名录库').output(type<RandomInspector[]>()),
  setCertificate: reversible('登记执法证件', 'editInspections')
    .input(patchSchema(certificateFields))
    .output(type<{ uid: string }>()),

  settings: read('双随机设置').output(type<RandomSettings>()),
  setSettings: reversible('修改双随机设置', 'editInspections')
    .input(z.object({ base: settingsSchema, set: settingsSchema }))
    .output(type<RandomSettings>()),

  plans: read('抽查计划').output(type<RandomPlan[]>()),
  /** With numbers that meet what each class asks, evenly over the months. */
  addPlan: reversible('新增抽查计划', 'editInspections')
    .input(
      z.object({
        year: z.int('请填写年份').min(2000).max(2100),
        title: nameSchema('计划名称', 60),
        firstMonth: z.int().min(1).max(12),
        classUids: z.array(uidSchema).min(1, '请至少选择一个类别').max(50),
      }),
    )
    .output(type<{ uid: string }>()),
  setNumbers: reversible('修改抽查计划数', 'editInspections')
    .input(z.object({ planUid: uidSchema, classUid: uidSchema, base: numbersSchema, set: numbersSchema }))
    .output(type<{ uid: string }>()),
  /** Anew, from the objects that there are now. Changes: what became of each class whose numbers are others now. */
  spreadNumbers: reversible('重新分配抽查计划数', 'editInspections')
    .input(byUid)
    .output(type<{ uid: string; changes: string[] }>()),
  removePlan: reversible('删除抽查计划', 'editInspections').input(byUid).output(type<{ uid: string }>()),
  exportPlan: exporting('导出年度抽查计划').input(byUid).output(type<{ jobUid: string }>()),

  ...randomDraws,
  ...randomResults,
  ...tableImport('检查对象', 'editInspections', z.object({ classUid: uidSchema })),
};
