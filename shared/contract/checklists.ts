import { type } from '@orpc/contract';
import * as z from 'zod';
import { type ItemFields, itemKinds, type PlacedItem } from '../rules/checklists/model.ts';
import { severities } from '../rules/findings/model.ts';
import { itemLimits, type ReadChecklist } from '../rules/checklists/read-checklist.ts';
import type { Paper } from '../rules/papers/model.ts';
import { daySchema, nameSchema, patchSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible, service } from './operation.ts';
import { formFormats } from './papers.ts';

/** A checklist (检查清单): sections and questions as a tree. */
export interface ChecklistSummary {
  uid: string;
  title: string;
  source: string;
  note: string;
  /** First day on which it is no longer offered; null: it is. */
  retiredOn: string | null;
  questions: number;
  /** Of these, whose answer 不符合 is a major hazard. */
  majors: number;
}

export interface ChecklistDetail extends ChecklistSummary {
  items: PlacedItem[];
}

/** A checklist that comes with the program. */
export interface ShippedChecklist {
  key: string;
  title: string;
  source: string;
  questions: number;
  /** One of this title is there already. */
  isAdded: boolean;
}

/** What a workbook says; nothing has been stored. */
export interface ReadChecklistFile extends ReadChecklist {
  sheet: string;
  sheets: string[];
}

/** One line: line breaks of a cell are layout, and an exported list comes back as it was. */
const lineSchema = (what: string, limit: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\s+/gu, ' ').trim())
    .pipe(z.string().max(limit, `${what}最多 ${limit} 个字`));

const listFields = {
  title: nameSchema('清单名称', 100),
  source: lineSchema('依据', 300),
  note: lineSchema('备注', 500),
};
const itemFields = {
  kind: z.enum(itemKinds),
  text: lineSchema('检查内容', itemLimits.text).pipe(z.string().min(1, '请填写检查内容')),
  article: lineSchema('条款', itemLimits.article),
  demand: lineSchema('整改要求', itemLimits.demand),
  dueDays: z.int('请填写整数').min(0, '不能小于 0').max(365, '最多 365 天').nullable(),
  severity: z.enum(severities),
  element: lineSchema('判定要素', itemLimits.element),
};
const rowsSchema = z
  .array(z.object({ level: z.int().min(0).max(20), ...itemFields }))
  .max(2_000, '一份清单最多 2000 行');
export type NewChecklistRow = ItemFields & { level: number };

const byUid = z.object({ uid: uidSchema });
const placeSchema = z.object({ parentUid: uidSchema.nullable(), afterUid: uidSchema.nullable() });

export const checklists = {
  /** The latest first, those in use before the others. `text`: title, its pinyin initials, or source. */
  list: read('检查清单列表')
    .input(z.object({ text: z.string().max(50) }))
    .output(type<ChecklistSummary[]>()),
  get: read('查看检查清单').input(byUid).output(type<ChecklistDetail>()),
  shipped: read('自带的检查清单').output(type<ShippedChecklist[]>()),

  /** With everything that stands in it, as from a table. */
  add: reversible('新增检查清单', 'editInspections')
    .input(z.object({ ...listFields, rows: rowsSchema }))
    .output(type<{ uid: string }>()),
  addShipped: reversible('加入自带的检查清单', 'editInspections')
    .input(z.object({ keys: z.array(z.string().max(40)).min(1, '请选择清单').max(50) }))
    .output(type<{ uids: string[] }>()),
  duplicate: reversible('复制检查清单', 'editInspections')
    .input(z.object({ uid: uidSchema, title: listFields.title }))
    .output(type<{ uid: string }>()),
  update: reversible('修改检查清单', 'editInspections')
    .input(patchSchema({ ...listFields, retiredOn: daySchema.nullable() }))
    .output(type<{ uid: string }>()),
  remove: reversible('删除检查清单', 'editInspections').input(byUid).output(type<{ uid: string }>()),

  addItem: reversible('新增检查内容', 'editInspections')
    .input(z.object({ checklistUid: uidSchema, place: placeSchema, item: z.object(itemFields) }))
    .output(type<{ uid: string }>()),
  /** Behind everything that is there; all of it or nothing. */
  addRows: reversible('粘贴检查内容', 'editInspections')
    .input(z.object({ checklistUid: uidSchema, rows: rowsSchema.min(1, '请至少保留一行') }))
    .output(type<{ added: number }>()),
  updateItem: reversible('修改检查内容', 'editInspections')
    .input(patchSchema(itemFields))
    .output(type<{ uid: string }>()),
  /** `seen`: where the page shows it; refused where somebody has moved it, or what it should follow, meanwhile. */
  move: reversible('移动检查内容', 'editInspections')
    .input(z.object({ uid: uidSchema, to: placeSchema, seen: placeSchema }))
    .output(type<{ uid: string }>()),
  /** What stands below it takes its place. */
  removeItem: reversible('删除检查内容', 'editInspections').input(byUid).output(type<{ uid: string }>()),

  /** As it is printed, to be filled in on the spot. */
  form: read('检查记录表').input(byUid).output(type<Paper>()),
  writeForm: exporting('导出检查记录表')
    .input(byUid.extend({ format: z.enum(formFormats) }))
    .output(type<{ jobUid: string }>()),
  /** Starts a job; its result is a WrittenFile in a layout that `readWorkbook` reads. */
  exportWorkbook: exporting('导出检查清单').input(byUid).output(type<{ jobUid: string }>()),
  /** Starts a job; its result is a ReadChecklistFile. */
  readWorkbook: service('读取检查清单表格', 'editInspections')
    .input(z.object({ fileToken: uidSchema, sheet: z.string().max(60).nullable() }))
    .output(type<{ jobUid: string }>()),
};
