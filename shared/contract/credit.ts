import { type } from '@orpc/contract';
import * as z from 'zod';
import { positivePointsSchema } from '../points.ts';
import type { DecisionFacts, DecisionStage } from '../rules/credit/course.ts';
import { discreditLevels, eventEffects, type EventEffect } from '../rules/credit/levels.ts';
import type { Rating } from '../rules/credit/rating.ts';
import { type CreditSettings, creditSettingsSchema } from '../rules/credit/settings.ts';
import type { Paper } from '../rules/papers/model.ts';
import { type CreditState, creditViews } from '../rules/credit/state.ts';
import { creditCourse } from './credit-course.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { formFormats } from './papers.ts';
import { exporting, read, reversible } from './operation.ts';
import { tableImport } from './table-import.ts';

export interface EnterpriseRow {
  uid: string;
  name: string;
  /** 统一社会信用代码; empty: not known. */
  code: string;
  countyUid: string | null;
  countyName: string;
  townshipName: string;
  state: CreditState;
  rating: Rating;
  /** 陈述申辩期到 2026-12-05, 公示至 2029-03-12. */
  remark: string;
  eventCount: number;
  lastEventOn: string | null;
}

export interface CreditEvent {
  uid: string;
  kindUid: string;
  kindName: string;
  effect: EventEffect;
  points: number;
  day: string;
  text: string;
  number: string;
  decisionUid: string | null;
  /** Whether it stays as it is: a decision is on its way or stands upon it. */
  isFixed: boolean;
  /** What it comes from in this program. */
  finding: { uid: string; what: string } | null;
  listed: { uid: string; name: string } | null;
}

export interface CreditRepair {
  uid: string;
  appliedOn: string;
  text: string;
  decidedOn: string | null;
  isGranted: boolean | null;
  opinion: string;
  number: string;
}

export interface CreditDecision extends DecisionFacts {
  uid: string;
  reason: string;
  noticeNumber: string;
  deliveryWay: string;
  objection: string;
  answer: string;
  dropReason: string;
  number: string;
  revokeReason: string;
  stage: DecisionStage;
  objectionDueOn: string | null;
  /** False where holidays that it depends on are not known. */
  isObjectionDueCertain: boolean;
  /** From which day a repair may be applied for; null: not decided, or publicity ends before. */
  repairableFrom: string | null;
  /** The last day that is really public. */
  lastPublicDay: string | null;
  /** Oldest first. */
  repairs: CreditRepair[];
}

export interface EnterpriseDetail extends EnterpriseRow {
  organizationUid: string | null;
  siteUid: string | null;
  siteName: string;
  legalPerson: string;
  phone: string;
  address: string;
  note: string;
  /** The latest first. */
  events: CreditEvent[];
  /** The latest first. */
  decisions: CreditDecision[];
  /** Incentives or penalties of its level. */
  measures: { text: string; source: string }[];
}

export interface EnterprisePage {
  rows: EnterpriseRow[];
  /** Where the next page begins; null: there is none. */
  next: number | null;
}

export interface CreditCounts {
  /** Of each view, with the same text. */
  views: Record<(typeof creditViews)[number], number>;
}

const filterSchema = z.object({
  view: z.enum(creditViews),
  countyUid: uidSchema.nullable(),
  /** Name, pinyin initials, code, place. */
  text: z.string().trim().max(60),
});
export type CreditFilter = z.infer<typeof filterSchema>;

/** trusted: the red list; discredited: the black one, with what is 一般失信. */
export const creditLists = ['trusted', 'discredited'] as const;
export type CreditList = (typeof creditLists)[number];
const listSchema = z.object({ day: daySchema, list: z.enum(creditLists) });
export type CreditListChoice = z.infer<typeof listSchema>;

const byUid = z.object({ uid: uidSchema });
const enterpriseFields = {
  name: nameSchema('企业名称', 100),
  /** Checked by the core: GB 32100-2015. */
  code: z.string().trim().max(40),
  organizationUid: uidSchema.nullable(),
  siteUid: uidSchema.nullable(),
  legalPerson: textSchema('法定代表人', 60),
  phone: textSchema('电话', 60),
  address: textSchema('地址', 200),
  note: textSchema('备注', 500),
};
const enterpriseSchema = z.object(enterpriseFields);
export type EnterpriseFields = z.infer<typeof enterpriseSchema>;

/** Whose event it is: one that is known, a key site, or one that is entered by name and code. */
const subjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('enterprise'), uid: uidSchema }),
  z.object({ kind: z.literal('site'), siteUid: uidSchema }),
  z.object({
    kind: z.literal('new'),
    name: enterpriseFields.name,
    code: enterpriseFields.code,
    organizationUid: uidSchema.nullable(),
  }),
]);
export type CreditSubject = z.infer<typeof subjectSchema>;

const originSchema = z.object({ kind: z.enum(['finding', 'listed']), uid: uidSchema });
export type CreditOrigin = z.infer<typeof originSchema>;

const eventFields = {
  kindUid: uidSchema,
  day: daySchema,
  text: textSchema('事由', 500),
  number: textSchema('文号', 60),
};

/** What an event that comes from a finding or a listed hazard begins with. */
export interface ProposedEvent {
  /** Null: the place is no key site and no known enterprise; its name is proposed. */
  subject: CreditSubject | null;
  name: string;
  organizationUid: string | null;
  text: string;
  /** Events that were made of it before. */
  made: { enterpriseUid: string; enterpriseName: string; kindName: string; day: string }[];
}

const kindSchema = z
  .object({
    uid: uidSchema.nullable(),
    name: nameSchema('名称', 60),
    effect: z.enum(eventEffects),
    /** Thousandths; null unless the effect is points. */
    points: positivePointsSchema.nullable(),
    months: z.int('请填写整数').min(1, '至少 1 个月').max(120, '最多 120 个月'),
    validFrom: daySchema,
    validTo: daySchema.nullable(),
    source: textSchema('依据', 100),
  })
  .refine(({ effect, points }) => (effect === 'points') === (points !== null), {
    message: '“计分”的事项要填写分值，其他的不填',
    path: ['points'],
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, {
    message: '停用日期不能早于启用日期',
    path: ['validTo'],
  });
export type WantedCreditKind = z.infer<typeof kindSchema>;
export type CreditKind = WantedCreditKind & { uid: string; usedBy: number };

const measureSchema = z.object({
  uid: uidSchema.nullable(),
  level: z.enum(['trusted', ...discreditLevels]),
  text: nameSchema('措施', 200),
  source: textSchema('依据', 100),
});
export type WantedMeasure = z.infer<typeof measureSchema>;
export type CreditMeasure = WantedMeasure & { uid: string };

const kindsSchema = z.array(kindSchema).min(1, '至少留一种').max(60, '最多 60 种');
const measuresSchema = z.array(measureSchema).max(100, '最多 100 条');

/** Credit supervision (信用监管): who is trusted, who is discredited, by what, until when. */
export const credit = {
  /** In the order of entering. */
  list: read('信用监管')
    .input(filterSchema.extend({ after: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(type<EnterprisePage>()),
  counts: read('信用监管数量')
    .input(filterSchema.omit({ view: true }))
    .output(type<CreditCounts>()),
  get: read('查看企业信用').input(byUid).output(type<EnterpriseDetail>()),
  addEnterprise: reversible('新增信用监管企业', 'editInspections')
    .input(enterpriseSchema)
    .output(type<{ uid: string }>()),
  updateEnterprise: reversible('修改信用监管企业', 'editInspections')
    .input(patchSchema(enterpriseFields))
    .output(type<{ uid: string }>()),
  /** Only what was entered by mistake: nothing hangs on it. */
  removeEnterprise: reversible('删除信用监管企业', 'editInspections')
    .input(byUid)
    .output(type<{ uid: string }>()),

  /** What an event of a finding or listed hazard would say. */
  propose: read('拟信用事项').input(originSchema).output(type<ProposedEvent>()),
  addEvent: reversible('登记信用事项', 'editInspections')
    .input(z.object({ subject: subjectSchema, origin: originSchema.nullable(), ...eventFields }))
    .output(type<{ uid: string; enterpriseUid: string }>()),
  updateEvent: reversible('修改信用事项', 'editInspections')
    .input(patchSchema(eventFields))
    .output(type<{ uid: string }>()),
  removeEvent: reversible('删除信用事项', 'editInspections').input(byUid).output(type<{ uid: string }>()),

  ...creditCourse,

  kinds: read('信用事项的种类').output(type<CreditKind[]>()),
  setKinds: reversible('修改信用事项的种类', 'editInspections')
    .input(z.object({ base: kindsSchema, set: kindsSchema }))
    .output(type<{ count: number }>()),
  measures: read('激励和惩戒措施').output(type<CreditMeasure[]>()),
  setMeasures: reversible('修改激励和惩戒措施', 'editInspections')
    .input(z.object({ base: measuresSchema, set: measuresSchema }))
    .output(type<{ count: number }>()),
  settings: read('信用监管的期限和分数线').output(type<CreditSettings>()),
  setSettings: reversible('修改信用监管的期限和分数线', 'editInspections')
    .input(z.object({ base: creditSettingsSchema, set: creditSettingsSchema }))
    .output(type<CreditSettings>()),

  ...tableImport('信用事项', 'editInspections', z.null()),
  /** 红名单 and 黑名单 of a day, and the ledger of what the page shows. Starts a job; its result is a WrittenFile. */
  exportLists: exporting('导出信用名单')
    .input(z.object({ day: daySchema, filter: filterSchema }))
    .output(type<{ jobUid: string }>()),
  /** 红名单 or 黑名单 of a day as it is printed. */
  paper: read('信用名单').input(listSchema).output(type<Paper>()),
  writePaper: exporting('导出信用名单')
    .input(listSchema.extend({ format: z.enum(formFormats) }))
    .output(type<{ jobUid: string }>()),
};
