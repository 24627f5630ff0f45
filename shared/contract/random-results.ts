import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Paper } from '../rules/papers/model.ts';
import { type PublicationKind, publicationKinds, targetResults } from '../rules/random-inspection/model.ts';
import { daySchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { foundSchema } from './findings.ts';
import { exporting, read, reversible } from './operation.ts';
import { formFormats } from './papers.ts';
import { monthSchema } from './random-draws.ts';

const byUid = z.object({ uid: uidSchema });

const resultFields = {
  inspectedOn: daySchema.nullable(),
  inspectedBy: textSchema('检查人', 100),
  result: z.enum(targetResults).nullable(),
  problem: textSchema('发现的问题', 500),
};
const resultSchema = z.object(resultFields);
export type TargetResultFields = z.infer<typeof resultSchema>;

/** A drawn object with what was found there. */
export interface RandomTarget extends TargetResultFields {
  uid: string;
  drawUid: string;
  drawNumber: string;
  month: string;
  className: string;
  itemName: string;
  name: string;
  place: string;
  /** The key site that it is. */
  siteUid: string | null;
  /** For a finding at what is no key site. */
  countyUid: string | null;
  inspectors: { name: string; certificate: string }[];
  dueOn: string;
  overdueDays: number;
  /** The finding that it was handed to, which is a task of the same uid. */
  findingUid: string | null;
}

const targetViews = ['all', 'open', 'overdue', 'done', 'problems'] as const;
export type TargetView = (typeof targetViews)[number];
const filterSchema = z.object({
  month: monthSchema.nullable(),
  view: z.enum(targetViews),
  text: z.string().trim().max(50),
});
export type TargetFilter = z.infer<typeof filterSchema>;
export interface TargetList {
  rows: RandomTarget[];
  /** Of the whole filter; the rows are the first of them. */
  total: number;
  views: Record<TargetView, number>;
  /** Months that something was drawn for, the latest first. */
  months: string[];
}

/** What is published for a month: its results, or its plan. */
export interface Publication {
  month: string;
  kind: PublicationKind;
  /** Drawn objects, or planned ones. */
  count: number;
  /** Of the results: still without one. */
  open: number;
  dueOn: string;
  /** False where the holidays are not known so far ahead. */
  isDueCertain: boolean;
  publishedOn: string | null;
  place: string;
  /** Positive: so many days are left; negative: so many days overdue. Null: published. */
  daysLeft: number | null;
}

const whichSchema = z.object({ month: monthSchema, kind: z.enum(publicationKinds) });
export type WhichPublication = z.infer<typeof whichSchema>;

/** What was found at the drawn objects, and how it is published. */
export const randomResults = {
  targets: read('双随机抽查结果').input(filterSchema).output(type<TargetList>()),
  /** Which drawn object a finding was handed over from; null: none. */
  targetOfFinding: read('查看双随机抽查结果')
    .input(byUid)
    .output(type<{ uid: string; drawNumber: string; month: string; name: string } | null>()),
  setResult: reversible('登记双随机检查结果', 'editInspections')
    .input(patchSchema(resultFields))
    .output(type<{ uid: string }>()),
  /** 未发现问题 for several at once. */
  setClean: reversible('登记双随机检查结果', 'editInspections')
    .input(z.object({ uids: z.array(uidSchema).min(1, '请先选择').max(5_000), day: daySchema }))
    .output(type<{ changed: number }>()),
  handOver: reversible('双随机发现的问题转入问题隐患', 'editInspections')
    .input(byUid.extend({ found: foundSchema }))
    .output(type<{ findingUid: string }>()),

  publications: read('双随机公示').output(type<Publication[]>()),
  /** Plan: 序号 to 抽查时间; results: the same with what was found. */
  publication: read('双随机公示表').input(whichSchema).output(type<Paper>()),
  markPublished: reversible('登记双随机公示', 'editInspections')
    .input(whichSchema.extend({ publishedOn: daySchema, place: textSchema('公示的地方', 100) }))
    .output(type<{ uid: string }>()),
  unmarkPublished: reversible('取消双随机公示登记', 'editInspections')
    .input(whichSchema)
    .output(type<{ uid: string }>()),
  writePublication: exporting('导出双随机公示表')
    .input(whichSchema.extend({ format: z.enum(formFormats) }))
    .output(type<{ jobUid: string }>()),
  /** Both sets of columns, a sheet for each. */
  exportPublication: exporting('导出双随机公示表').input(whichSchema).output(type<{ jobUid: string }>()),
};
