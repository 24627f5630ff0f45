import * as z from 'zod';
import { decimalSchema, nonNegativePointsSchema, pointsSchema, positivePointsSchema } from '../../points.ts';

/*
 * What a scheme consists of. Kinds of rule are those found in published schemes
 * (国办发〔2013〕16号, 安政〔2007〕19号, 新乡市 2006 and others); an indicator may hold several.
 */

const deductedPoints = z.union([positivePointsSchema, z.literal('all')]);
const capSchema = nonNegativePointsSchema.nullable();
/** A divisor or a scale: zero would leave the score undefined. */
const positiveDecimalSchema = decimalSchema.refine((text) => Number(text) > 0, '请输入大于 0 的数字');
const common = { id: z.string().min(1).max(40), text: z.string().max(500) };

/** 未开展的扣 6 分 / 不得分: points are taken when the condition is not met. */
const failedRule = z.object({ ...common, kind: z.literal('failed'), points: deductedPoints });

/** 少一次扣 3 分; every `per` missing ones cost `points`, or each class of unit its own points. */
const eachRule = z.object({
  ...common,
  kind: z.literal('each'),
  points: positivePointsSchema,
  per: z.int().min(1).max(10_000),
  unit: z.string().max(10),
  classes: z.array(z.object({ name: z.string().min(1).max(30), points: positivePointsSchema })).max(12),
  cap: capSchema,
});

/** 第一起、第二起、第三起分别扣 5、6、7 分,以此类推: beyond the series the last increment goes on. */
const growingRule = z.object({
  ...common,
  kind: z.literal('growing'),
  series: z.array(positivePointsSchema).min(1).max(20),
  continues: z.boolean(),
  unit: z.string().max(10),
  cap: capSchema,
});

/** 低于 95% 扣 1 分,低于 90% 扣 3 分: of all steps that hold, the largest counts. */
const stepsRule = z.object({
  ...common,
  kind: z.literal('steps'),
  effect: z.enum(['deduct', 'award']),
  unit: z.string().max(10),
  steps: z
    .array(
      z.object({ relation: z.enum(['<', '<=', '>', '>=']), bound: decimalSchema, points: deductedPoints }),
    )
    .min(1)
    .max(20),
});

/** 每年不少于 2 次,少一次扣 3 分. */
const belowMinimumRule = z.object({
  ...common,
  kind: z.literal('belowMinimum'),
  minimum: decimalSchema,
  points: positivePointsSchema,
  per: z.int().min(1).max(10_000),
  unit: z.string().max(10),
  cap: capSchema,
});

/** A rate against a target: each `per` below (or above) it costs `points`; `per` null costs them once. */
const rateRule = z.object({
  ...common,
  kind: z.literal('rate'),
  target: decimalSchema,
  direction: z.enum(['atLeast', 'atMost']),
  points: positivePointsSchema,
  per: positiveDecimalSchema.nullable(),
  /** Whether a begun `per` counts in proportion or only when it is whole. */
  partial: z.enum(['proportional', 'whole']),
  /** value = numerator / denominator × scale: 100 for a percentage, 100000 for a rate per 十万人口. */
  scale: positiveDecimalSchema,
  unit: z.string().max(10),
  cap: capSchema,
});

/** 酌情扣 2-6 分 (deduct) or 按落实情况评分 (award); a reason is required. */
const discretionRule = z.object({
  ...common,
  kind: z.literal('discretion'),
  effect: z.enum(['deduct', 'award']),
  min: nonNegativePointsSchema,
  max: positivePointsSchema,
});

/** 有文件得 2 分; 记 2 分,否则扣 1-2 分 (otherwise). */
const earnRule = z.object({
  ...common,
  kind: z.literal('earn'),
  points: positivePointsSchema,
  otherwise: z.object({ min: nonNegativePointsSchema, max: positivePointsSchema }).nullable(),
});

/** 被省、市推广经验的分别奖 3 分、1 分: points above full marks. */
const bonusRule = z.object({
  ...common,
  kind: z.literal('bonus'),
  levels: z
    .array(z.object({ name: z.string().min(1).max(30), points: positivePointsSchema }))
    .min(1)
    .max(12),
  cap: capSchema,
});

/** 一票否决 and its three effects: total becomes 0, grade becomes the lowest, or points off each time and a best grade. */
const vetoRule = z.object({
  ...common,
  kind: z.literal('veto'),
  effect: z.enum(['zeroTotal', 'lowestGrade', 'deductAndLimit']),
  /** Only with deductAndLimit: taken from the total for each case. */
  points: nonNegativePointsSchema,
  /** Only with deductAndLimit: no grade better than the one at this place (0 best) of the scheme's grades. */
  bestGrade: z.int().min(0).max(9),
});

export const scoringRuleSchema = z.discriminatedUnion('kind', [
  failedRule,
  eachRule,
  growingRule,
  stepsRule,
  belowMinimumRule,
  rateRule,
  discretionRule,
  earnRule,
  bonusRule,
  vetoRule,
]);
export type ScoringRule = z.infer<typeof scoringRuleSchema>;
export type ScoringRuleKind = ScoringRule['kind'];
export type RuleOf<Kind extends ScoringRuleKind> = Extract<ScoringRule, { kind: Kind }>;

/** Which objects an indicator applies to; null means all. Marks are keys of organization marks. */
export const indicatorConditionSchema = z
  .object({
    relation: z.enum(['has', 'lacks', 'containsAny', 'containsNone']),
    mark: z.string().min(1).max(40),
  })
  .nullable();
export type IndicatorCondition = z.infer<typeof indicatorConditionSchema>;

/** zero: 扣完为止; negative: the rest goes over to the whole score. */
export const floorSchema = z.enum(['zero', 'negative']);
/** fullMarks: 不适用给满分; rescale: taken out, the total is rescaled to the scheme's full points. */
export const notApplicableSchema = z.enum(['fullMarks', 'rescale']);

/** A change of some of them leaves the others out: none of these fills in what is not given. */
export const schemeSettingFields = {
  /** Best first; the last one takes everything below. 国办发〔2013〕16号: 90, 80, 60; a bound belongs to its grade. */
  grades: z
    .array(z.object({ name: z.string().min(1).max(20), atLeast: pointsSchema.nullable() }))
    .min(1)
    .max(10),
  gradesSource: z.string().max(200),
  /** Decimals that are shown and printed; never used to decide a grade or a rank. */
  decimals: z.int().min(0).max(3),
  decimalsSource: z.string().max(200),
  /** skip: 1, 1, 3 (default where no document settles it); dense: 1, 1, 2. */
  ties: z.enum(['skip', 'dense']),
  tiesSource: z.string().max(200),
  /** At most so many percent of a group's objects (rounded down) may hold the best grade; null: no quota. */
  bestGradeQuota: z.int().min(1).max(100).nullable(),
  /** At most so many objects of a group may hold the best grade; beside a percentage the smaller counts. */
  bestGradeMost: z.int().min(1).max(1_500).nullable(),
  quotaSource: z.string().max(200),
  /** Upper bound of all bonus points of one object; null: none. */
  bonusCap: nonNegativePointsSchema.nullable(),
  bonusSource: z.string().max(200),
  /** The total, without bonus, converted to so many points of a larger assessment; null: no conversion. */
  convertTo: positivePointsSchema.nullable(),
  convertSource: z.string().max(200),
  /** Whether a self score counts where nobody has checked it. */
  selfCounts: z.boolean(),
  selfCountsSource: z.string().max(200),
  /** What the scores of several judges come to: their mean, or the mean without the highest and the lowest. */
  judges: z.enum(['mean', 'trimmed']),
  judgesSource: z.string().max(200),
};

/** Settings as they are kept, with what those of an older file say nothing about. */
export const schemeSettingsSchema = z.object({
  ...schemeSettingFields,
  decimalsSource: schemeSettingFields.decimalsSource.default(''),
  bestGradeMost: schemeSettingFields.bestGradeMost.default(null),
  quotaSource: schemeSettingFields.quotaSource.default(''),
  bonusSource: schemeSettingFields.bonusSource.default(''),
  convertSource: schemeSettingFields.convertSource.default(''),
  selfCounts: schemeSettingFields.selfCounts.default(false),
  selfCountsSource: schemeSettingFields.selfCountsSource.default(''),
  judges: schemeSettingFields.judges.default('mean'),
  judgesSource: schemeSettingFields.judgesSource.default(''),
});
export type SchemeSettings = z.infer<typeof schemeSettingsSchema>;

/** What scoring needs of an indicator. */
export interface ScoredIndicator {
  uid: string;
  categoryUid: string;
  maxPoints: number;
  floor: z.infer<typeof floorSchema>;
  notApplicable: z.infer<typeof notApplicableSchema>;
  condition: IndicatorCondition;
  rules: readonly ScoringRule[];
}

/** What scoring needs of a category; points of a bonus category count outside the scheme's full points. */
export interface ScoredCategory {
  uid: string;
  maxPoints: number;
  bonus: boolean;
}

export interface ScoredScheme {
  categories: readonly ScoredCategory[];
  indicators: readonly ScoredIndicator[];
  settings: SchemeSettings;
}

/** What the clerk entered for one rule; which fields count depends on the rule's kind. */
export const ruleInputSchema = z.object({
  /** failed, earn: whether the condition was broken (failed) or met (earn). */
  held: z.boolean().optional(),
  /** each, growing, veto: how many times. */
  count: z.int().min(0).max(1_000_000).optional(),
  /** each with classes, bonus: how many of each class or level, in their order. */
  counts: z.array(z.int().min(0).max(1_000_000)).max(12).optional(),
  /** steps, belowMinimum, rate: the measured value … */
  value: decimalSchema.optional(),
  /** … or, for a rate, what it is made of. */
  numerator: decimalSchema.optional(),
  denominator: decimalSchema.optional(),
  /** discretion, earn-otherwise: the points taken or given. */
  points: nonNegativePointsSchema.optional(),
});
export type RuleInput = z.infer<typeof ruleInputSchema>;

/** One cell of the grid. No entry at all means 未评: never a silent 0 and never silent full marks. */
export const scoreEntrySchema = z.object({
  /** The score itself, typed in place of the rules; null: the rules decide. */
  direct: pointsSchema.nullable(),
  /** What several judges came to, exact: a quotient of thousandths, 12200/3. It stands in place of the rules as well. */
  mean: z
    .string()
    .regex(/^-?\d{1,80}\/[1-9]\d{0,79}$/u)
    .optional(),
  /** By rule id. */
  inputs: z.record(z.string().min(1).max(40), ruleInputSchema),
  notApplicable: z.boolean(),
  reason: z.string().max(1000),
});
export type ScoreEntry = z.infer<typeof scoreEntrySchema>;

/** Whether the score itself stands in the entry, so that the rules do not decide it. */
export function isGiven({ direct, mean }: Pick<ScoreEntry, 'direct' | 'mean'>): boolean {
  return direct !== null || mean !== undefined;
}
