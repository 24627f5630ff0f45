import { type } from '@orpc/contract';
import * as z from 'zod';
import type { YearSettings } from '../rules/scoring/year.ts';
import { WHOLE_WEIGHT } from '../rules/scoring/year.ts';
import { textSchema, uidSchema } from './fields.ts';
import { read, reversible } from './operation.ts';

const compositionSchema = z.object({
  /** Empty: the year is scored like any other period. */
  parts: z
    .array(
      z.object({
        /** Null: what is scored in the year itself. */
        sourceUid: uidSchema.nullable(),
        /** 平时, 年终; parts of one name stand together. */
        name: textSchema('部分的名称', 20),
        /** Thousandths of a percent. */
        weight: z.int('权重最多 3 位小数').min(1, '权重要大于 0').max(WHOLE_WEIGHT, '权重最多 100%'),
      }),
    )
    .max(12, '年度最多由 12 部分组成'),
  settings: z.object({
    missing: z.enum(['open', 'rescale']),
    bonus: z.enum(['weighted', 'apart', 'none']),
    veto: z.enum(['year', 'part']),
    source: textSchema('依据', 200),
  }),
});
export type YearComposition = z.infer<typeof compositionSchema>;

/** A period that the year may be made of. */
export interface YearPartChoice {
  uid: string;
  title: string;
  code: string;
  status: 'open' | 'final';
}

export interface YearPart {
  sourceUid: string | null;
  /** 平时, or empty. */
  name: string;
  /** 第一季度, or 年终评分 for what is scored in the year itself. */
  label: string;
  weight: number;
  /** Of the period; null for the year itself. */
  status: 'open' | 'final' | null;
}

export interface YearRow {
  objectUid: string;
  name: string;
  /** In the order of the parts, on the year's scale, thousandths; null where the object has no score. */
  parts: (number | null)[];
  bonus: number;
  /** What vetoes take from the sum; null where they take no points. */
  veto: number | null;
  total: number | null;
  converted: number | null;
  rank: number | null;
  grade: string;
  remark: string;
  complete: boolean;
}

export interface YearGroup {
  groupUid: string;
  groupName: string;
  decimals: number;
  /** Points of the larger assessment that the total is converted to; null: none. */
  convertTo: number | null;
  grades: string[];
  /** In rank order. */
  rows: YearRow[];
}

export interface YearResult {
  parts: YearPart[];
  settings: YearSettings & { source: string };
  groups: YearGroup[];
}

/** A yearly period made of weighted quarters, half-years and parts. */
export const year = {
  composition: read('年度的组成')
    .input(z.object({ periodUid: uidSchema }))
    .output(type<{ composition: YearComposition; choices: YearPartChoice[] }>()),
  setComposition: reversible('设置年度的组成', 'score')
    .input(
      z.object({
        periodUid: uidSchema,
        /** What the page saw. */
        base: compositionSchema,
        composition: compositionSchema,
      }),
    )
    .output(type<{ parts: number }>()),
  /** Null for a period that is not made of parts. */
  results: read('年度成绩')
    .input(z.object({ periodUid: uidSchema }))
    .output(type<YearResult | null>()),
};
