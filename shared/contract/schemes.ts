import { type } from '@orpc/contract';
import * as z from 'zod';
import { nonNegativePointsSchema } from '../points.ts';
import type { SchemeFinding } from '../rules/schemes/findings.ts';
import {
  floorSchema,
  type IndicatorCondition,
  indicatorConditionSchema,
  notApplicableSchema,
  type SchemeSettings,
  type ScoringRule,
  schemeSettingFields,
  scoringRuleSchema,
} from '../rules/scoring/model.ts';
import { daySchema, nameSchema, pastedSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { compensated, exporting, read, reversible, service } from './operation.ts';

export type AppliesTo = 'county' | 'township' | 'village' | 'memberUnit';
const appliesToSchema = z.enum(['county', 'township', 'village', 'memberUnit']);

export interface SchemeSummary {
  uid: string;
  title: string;
  /** Pinyin initials of the title, for searching the list. */
  initials: string;
  documentNumber: string;
  appliesTo: AppliesTo;
  status: 'draft' | 'inForce' | 'replaced';
  inForceFrom: string | null;
  version: number;
  familyUid: string;
  indicatorCount: number;
  /** Sum of the categories that count into the total, thousandths. */
  fullPoints: number;
  /** Periods that were or are scored with it. */
  periodCount: number;
}

export interface Indicator {
  uid: string;
  categoryUid: string;
  number: string;
  content: string;
  maxPoints: number;
  /** The document's own words, kept beside the rules. */
  ruleText: string;
  method: string;
  source: string;
  floor: 'zero' | 'negative';
  notApplicable: 'fullMarks' | 'rescale';
  condition: IndicatorCondition;
  rules: ScoringRule[];
}

export interface SchemeCategory {
  uid: string;
  name: string;
  maxPoints: number;
  bonus: boolean;
}

export interface SchemeDetail extends SchemeSummary {
  issuer: string;
  statedPoints: number | null;
  versionReason: string;
  settings: SchemeSettings;
  notes: string;
  /** In the document's order. */
  categories: SchemeCategory[];
  indicators: Indicator[];
  /** What does not add up or is unfinished; putting in force shows it once more. */
  findings: SchemeFinding[];
}

const schemeFields = {
  title: nameSchema('方案名称', 100),
  documentNumber: textSchema('文号', 60),
  issuer: textSchema('发文单位', 60),
  appliesTo: appliesToSchema,
  statedPoints: nonNegativePointsSchema.nullable(),
  notes: textSchema('说明', 4000),
  ...schemeSettingFields,
};

const categoryFields = {
  name: nameSchema('一级指标名称', 200),
  maxPoints: nonNegativePointsSchema,
  bonus: z.boolean(),
};

export const MOST_RULES = 12;

const indicatorFields = {
  number: textSchema('序号', 20),
  content: textSchema('考评内容', 2000).min(1, '请填写考评内容'),
  maxPoints: nonNegativePointsSchema,
  ruleText: textSchema('评分标准', 2000),
  method: textSchema('考评方式', 500),
  source: textSchema('依据', 500),
  floor: floorSchema,
  notApplicable: notApplicableSchema,
  condition: indicatorConditionSchema,
  rules: z
    .array(scoringRuleSchema)
    .max(MOST_RULES, `一项指标最多 ${MOST_RULES} 条评分规则`)
    .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, '评分规则的编号重复'),
};

const takenRulesSchema = z.object({
  indicatorUid: uidSchema,
  rules: indicatorFields.rules.min(1),
  /** Null leaves it as it is. */
  floor: floorSchema.nullable(),
});
export type TakenRules = z.infer<typeof takenRulesSchema>;

const byUid = z.object({ uid: uidSchema });

/** One row of the workbook as it was read, for the preview. */
export interface ImportedRow {
  row: number;
  /** What the row was taken for. */
  reading: 'category' | 'indicator' | 'note' | 'skipped';
  text: string;
  categoryName: string;
  number: string;
  content: string;
  maxPoints: number | null;
  ruleText: string;
  method: string;
}

export interface ImportProblem {
  /** error: cannot be imported so; warning: the clerk decides. */
  severity: 'error' | 'warning';
  sheet: string;
  row: number;
  /** Letter of the column, or empty. */
  column: string;
  text: string;
}

export interface SchemeImportPreview {
  stagedUid: string;
  /** Empty for a paste. */
  fileName: string;
  sheet: string;
  sheets: string[];
  title: string;
  /** Null where the workbook does not say it. */
  appliesTo: AppliesTo | null;
  documentNumber: string;
  /** Whether it carries the rules and settings of an own export. */
  ownExport: boolean;
  /** Which column was taken for what, by letter. */
  columns: { letter: string; heading: string; meaning: string }[];
  rows: ImportedRow[];
  categories: SchemeCategory[];
  indicatorCount: number;
  fullPoints: number;
  problems: ImportProblem[];
}

export const schemes = {
  list: read('考核方案列表').output(type<SchemeSummary[]>()),
  get: read('查看考核方案').input(byUid).output(type<SchemeDetail>()),

  create: reversible('新建考核方案', 'editSchemes')
    .input(z.object({ title: nameSchema('方案名称', 100), appliesTo: appliesToSchema }))
    .output(type<{ uid: string }>()),
  update: reversible('修改考核方案', 'editSchemes')
    .input(patchSchema(schemeFields))
    .output(type<{ uid: string }>()),
  remove: reversible('删除方案草稿', 'editSchemes').input(byUid).output(type<{ uid: string }>()),
  putInForce: compensated('方案施行', 'editSchemes', '停止施行，退回草稿')
    .input(z.object({ uid: uidSchema, from: daySchema }))
    .output(type<{ uid: string }>()),
  /** Takes putInForce back where no period uses the scheme yet. */
  withdraw: compensated('方案退回草稿', 'editSchemes', '重新施行')
    .input(byUid)
    .output(type<{ uid: string }>()),
  newVersion: reversible('另起方案新版本', 'editSchemes')
    .input(z.object({ uid: uidSchema, reason: textSchema('修订原因', 500).min(1, '请填写修订原因') }))
    .output(type<{ uid: string }>()),

  addCategory: reversible('新增一级指标', 'editSchemes')
    .input(z.object({ schemeUid: uidSchema, ...categoryFields }))
    .output(type<{ uid: string }>()),
  updateCategory: reversible('修改一级指标', 'editSchemes')
    .input(patchSchema(categoryFields))
    .output(type<{ uid: string }>()),
  removeCategory: reversible('删除一级指标', 'editSchemes').input(byUid).output(type<{ uid: string }>()),

  addIndicator: reversible('新增指标', 'editSchemes')
    .input(z.object({ categoryUid: uidSchema, afterUid: uidSchema.nullable(), ...indicatorFields }))
    .output(type<{ uid: string }>()),
  updateIndicator: reversible('修改指标', 'editSchemes')
    .input(patchSchema(indicatorFields))
    .output(type<{ uid: string }>()),
  removeIndicator: reversible('删除指标', 'editSchemes').input(byUid).output(type<{ uid: string }>()),
  /** Adds rules recognised in the standards of several indicators, in one step; what is there already stays. */
  takeRules: reversible('采用认出的评分规则', 'editSchemes')
    .input(z.object({ uid: uidSchema, taken: z.array(takenRulesSchema).min(1).max(2_000) }))
    .output(type<{ count: number }>()),
  /** Moves a category, or an indicator also into another category, behind another one (null: to the front). */
  move: reversible('移动指标', 'editSchemes')
    .input(z.object({ uid: uidSchema, categoryUid: uidSchema.nullable(), afterUid: uidSchema.nullable() }))
    .output(type<{ uid: string }>()),

  /** Starts a job; its result is a SchemeImportPreview. Nothing is stored until `importStaged`. */
  readPaste: service('读取粘贴的方案', 'editSchemes')
    .input(z.object({ text: pastedSchema }))
    .output(type<{ jobUid: string }>()),
  readWorkbook: service('读取方案表格', 'editSchemes')
    .input(z.object({ fileToken: uidSchema, sheet: z.string().max(60).nullable() }))
    .output(type<{ jobUid: string }>()),
  importStaged: reversible('导入考核方案', 'editSchemes')
    .input(z.object({ stagedUid: uidSchema, title: nameSchema('方案名称', 100), appliesTo: appliesToSchema }))
    .output(type<{ uid: string }>()),
  /** Starts a job; its result is a WrittenFile in the layout that `readWorkbook` reads. */
  exportWorkbook: exporting('导出考核方案').input(byUid).output(type<{ jobUid: string }>()),
};
