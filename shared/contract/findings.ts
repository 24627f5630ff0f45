import { type } from '@orpc/contract';
import * as z from 'zod';
import {
  type Measures,
  type ReinspectionResult,
  reinspectionResults,
  severities,
  type Severity,
} from '../rules/findings/model.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { findingResults } from './finding-results.ts';
import { exporting, read, reversible, service } from './operation.ts';
import { tableImport } from './table-import.ts';
import type { TaskRow } from './tasks.ts';

/** A finding (问题隐患) as the list shows it. Its uid is that of the task that it is. */
export interface FindingRow {
  uid: string;
  place: string;
  spot: string;
  what: string;
  severity: Severity;
  countyName: string;
  tradeName: string;
  /** Empty: found outside of any campaign. */
  campaignTitle: string;
  foundOn: string;
  /** What is owed, by whom, until when, and how it stands. */
  task: TaskRow;
}

export interface Reinspection {
  uid: string;
  day: string;
  inspectors: string;
  result: ReinspectionResult;
  text: string;
  userName: string;
}

export interface FindingDetail extends FindingRow, Measures {
  campaignUid: string | null;
  /** The target of the visit at which it was found. */
  targetUid: string | null;
  siteUid: string | null;
  /** The question that was answered 不符合. */
  question: string;
  element: string;
  article: string;
  demand: string;
  closedBy: string;
  listed: { uid: string; name: string } | null;
  /** Oldest first. */
  reinspections: Reinspection[];
  /** Others at the same place, the latest first. */
  samePlace: { uid: string; what: string; foundOn: string; status: TaskRow['status'] }[];
}

/** `open`: neither closed nor given up. `soon`: due within the office's days of warning. */
export const findingViews = ['open', 'overdue', 'soon', 'waiting', 'closed', 'all'] as const;
export type FindingView = (typeof findingViews)[number];

/** By due day, the nearest first, or by the day of finding, the latest first. A text is always answered newest first. */
export const findingSorts = ['due', 'found'] as const;
export type FindingSort = (typeof findingSorts)[number];

const cursorSchema = z.object({ value: z.string().max(20), id: z.int() });
export type FindingCursor = z.infer<typeof cursorSchema>;

/** What a number of the results counts beside what the filter says: all but what was given up. */
const countedSchema = z.object({
  /** Days of finding, both included. */
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  /** The team of the visit; empty: found at none that names one. */
  team: z.string().max(30).nullable(),
  hasNoCounty: z.boolean(),
  hasNoTrade: z.boolean(),
  /** Only what was accepted or closed. */
  isRectified: z.boolean(),
});
export type CountedFindings = z.infer<typeof countedSchema>;

const filterSchema = z.object({
  view: z.enum(findingViews),
  campaignUid: uidSchema.nullable(),
  countyUid: uidSchema.nullable(),
  tradeUid: uidSchema.nullable(),
  severity: z.enum(severities).nullable(),
  /** Place, finding, demand or campaign, also by pinyin initials of the place. */
  text: z.string().max(50),
  /** Null: the list as such. */
  counted: countedSchema.nullable(),
});
export type FindingFilter = z.infer<typeof filterSchema>;

export interface FindingPage {
  rows: FindingRow[];
  next: FindingCursor | null;
}

/** Counting goes on up to this; beyond, the clerk may ask for the exact number. */
export const COUNTED_UP_TO = 10_000;

export interface FindingCounts {
  /** Of each view, with the other filters; one more than COUNTED_UP_TO stands for any larger number. */
  views: Record<FindingView, number>;
}

const leadUidsSchema = z.array(uidSchema).min(1, '请选择责任单位').max(50, '责任单位最多 50 个');
const measureFields = {
  responsible: textSchema('责任', 200),
  measures: textSchema('措施', 1_000),
  funds: textSchema('资金', 200),
  timeLimit: textSchema('时限', 200),
  emergencyPlan: textSchema('预案', 1_000),
};
const foundFields = {
  spot: textSchema('部位', 60),
  what: z.string().trim().min(1, '请写明发现的问题').max(500, '发现的问题最多 500 个字'),
  severity: z.enum(severities),
  element: textSchema('判定要素', 200),
  article: textSchema('违反的条款', 300),
  demand: textSchema('整改要求', 1_000),
  dueOn: daySchema,
  leadUids: leadUidsSchema,
};

/** What is entered of a finding wherever it was found. */
export const foundSchema = z.object(foundFields);
export type Found = z.infer<typeof foundSchema>;

export const placeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('site'), siteUid: uidSchema }),
  /** A county, a township or a unit. */
  z.object({ kind: z.literal('organization'), organizationUid: uidSchema }),
  z.object({ kind: z.literal('other'), name: nameSchema('场所名称', 100), countyUid: uidSchema }),
]);
export type PlaceChoice = z.infer<typeof placeSchema>;

const newFindingSchema = z.object({
  place: placeSchema,
  foundOn: daySchema,
  ...foundFields,
  ...measureFields,
});

const changeableFields = { ...foundFields, ...measureFields };
const changeableSchema = z.object(changeableFields);
export type FindingFields = z.infer<typeof changeableSchema>;

const uidsSchema = z.array(uidSchema).min(1, '请选择问题').max(500, '一次最多 500 处');
const byUid = z.object({ uid: uidSchema });

export const findings = {
  list: read('问题隐患列表')
    .input(
      z.object({
        filter: filterSchema,
        sort: z.enum(findingSorts),
        after: cursorSchema.nullable(),
        limit: z.int().min(1).max(500),
      }),
    )
    .output(type<FindingPage>()),
  counts: read('问题隐患数').input(filterSchema).output(type<FindingCounts>()),
  /** Counts to the end, however many. Starts a job; its result is { total: number }. */
  countAll: service('统计问题隐患数').input(filterSchema).output(type<{ jobUid: string }>()),
  get: read('查看问题隐患').input(byUid).output(type<FindingDetail>()),
  /** Of a task; null: it is no finding, or one that was entered as a plain task. */
  ofTask: read('查看问题隐患').input(byUid).output(type<FindingDetail | null>()),

  add: reversible('登记问题隐患', 'editInspections').input(newFindingSchema).output(type<{ uid: string }>()),
  update: reversible('修改问题隐患', 'editInspections')
    .input(patchSchema(changeableFields))
    .output(type<{ uid: string }>()),
  /** Only what was entered by mistake: nothing has been done about it. */
  remove: reversible('删除问题隐患', 'editInspections').input(byUid).output(type<{ uid: string }>()),

  reinspect: reversible('登记复查', 'editInspections')
    .input(
      z.object({
        uids: uidsSchema,
        day: daySchema,
        inspectors: textSchema('复查人', 60),
        result: z.enum(reinspectionResults),
        text: textSchema('复查情况', 1_000),
        /** Closed (销号) in the same step, by whoever looked at it again. */
        close: z.boolean(),
      }),
    )
    .output(type<{ reinspectionUids: string[] }>()),
  closeOut: reversible('问题隐患销号', 'editInspections')
    .input(
      z.object({
        uids: uidsSchema,
        day: daySchema,
        by: nameSchema('销号人'),
        text: textSchema('销号依据', 1_000).min(1, '请填写销号依据'),
      }),
    )
    .output(type<{ closed: number }>()),
  /** 挂牌督办 of one place with what was found there. */
  putUnderListing: reversible('问题隐患挂牌督办', 'editPapers')
    .input(
      z.object({
        uids: uidsSchema,
        level: z.enum(['province', 'city', 'county']),
        listedOn: daySchema,
        dueOn: daySchema,
        leader: textSchema('包案领导', 60),
        supervisingUnit: textSchema('督办单位', 60),
      }),
    )
    .output(type<{ listedUid: string }>()),

  ...findingResults,
  ...tableImport('问题隐患', 'editInspections', z.null()),
  /** 问题清单 and 整改台账 in one workbook. Starts a job; its result is a WrittenFile. */
  exportLedger: exporting('导出问题清单和整改台账')
    .input(z.object({ filter: filterSchema, uids: z.array(uidSchema).max(2_000).nullable() }))
    .output(type<{ jobUid: string }>()),
};
