import * as z from 'zod';
import { positivePointsSchema } from '../../points.ts';
import { termSchema } from '../calendar/term.ts';

/* Terms and lines that the office sets, each with where it is from. */

const monthsSchema = z.int('请填写整数').min(1, '至少 1 个月').max(120, '最多 120 个月');
const sourceSchema = z.string().trim().max(100, '依据最多 100 个字');

const publicitySchema = z
  .object({
    minMonths: monthsSchema,
    maxMonths: monthsSchema,
    /** Proposed with a new decision. */
    usualMonths: monthsSchema,
    /** Of publicity from the decision on, before a repair may be applied for and end it early. */
    repairMonths: monthsSchema,
  })
  .refine(({ minMonths, maxMonths }) => minMonths <= maxMonths, {
    message: '最短公示期不能超过最长公示期',
    path: ['minMonths'],
  })
  .refine(({ minMonths, maxMonths, usualMonths }) => minMonths <= usualMonths && usualMonths <= maxMonths, {
    message: '默认公示期要在最短和最长之间',
    path: ['usualMonths'],
  });
export type PublicityTerms = z.infer<typeof publicitySchema>;

export const creditSettingsSchema = z.object({
  /** 认定依据, put into papers. */
  basis: z.string().trim().max(300, '依据最多 300 个字'),
  /** 陈述申辩期, from the delivery of the notice. */
  objection: z.object({ term: termSchema, source: sourceSchema }),
  ordinary: publicitySchema,
  serious: publicitySchema,
  publicitySource: sourceSchema,
  /** Put into papers. */
  repairSource: sourceSchema,
  repairTermSource: sourceSchema,
  /** Points (thousandths) of the last months from which a discredit decision is proposed. */
  lines: z
    .object({
      ordinary: positivePointsSchema,
      serious: positivePointsSchema,
      months: monthsSchema,
      source: sourceSchema,
    })
    .refine(({ ordinary, serious }) => ordinary < serious, {
      message: '严重失信的分数线要高于一般失信',
      path: ['serious'],
    }),
  /** Days before the end of a term or publicity from which it is pointed out. */
  warningDays: z.int('请填写整数').min(0, '不能小于 0').max(90, '最多 90 日'),
});
export type CreditSettings = z.infer<typeof creditSettingsSchema>;

/** General and grave cases; 国务院办公厅, in force since 2025-06-22. */
const NATIONAL_PLAN = '国办发〔2025〕22号';
/** In force since 2026-04-01, in place of 第58号 of 2023. */
const REPAIR_RULES = '《信用修复管理办法》国家发展改革委令第36号(2025)';

/** Until the office sets its own. */
export const usualCreditSettings: CreditSettings = {
  basis: '《消防安全领域信用管理暂行办法》（应急消〔2020〕331号）',
  objection: {
    term: { count: 5, unit: 'workday', movesToWorkday: false },
    source: '参照《行政处罚法》第六十四条、第八十五条，由本办核定',
  },
  ordinary: { minMonths: 3, maxMonths: 12, usualMonths: 12, repairMonths: 3 },
  serious: { minMonths: 12, maxMonths: 36, usualMonths: 36, repairMonths: 12 },
  publicitySource: `${NATIONAL_PLAN}；${REPAIR_RULES}`,
  repairSource: REPAIR_RULES,
  repairTermSource: `${NATIONAL_PLAN}：最短公示期满后方可申请`,
  lines: { ordinary: 6_000, serious: 12_000, months: 12, source: '本程序拟定，由本办核定' },
  warningDays: 30,
};
