import * as z from 'zod';
import { nonNegativePointsSchema } from '../../points.ts';
import {
  floorSchema,
  indicatorConditionSchema,
  notApplicableSchema,
  schemeSettingsSchema,
  scoringRuleSchema,
} from '../scoring/model.ts';

/** What one field may hold at most, in characters. */
export const textLimits = {
  title: 100,
  documentNumber: 60,
  issuer: 60,
  notes: 4_000,
  categoryName: 200,
  number: 20,
  content: 2_000,
  ruleText: 2_000,
  method: 500,
  source: 500,
} as const;

const indicatorContentSchema = z.object({
  number: z.string().max(textLimits.number),
  content: z.string().min(1).max(textLimits.content),
  maxPoints: nonNegativePointsSchema,
  ruleText: z.string().max(textLimits.ruleText),
  method: z.string().max(textLimits.method),
  source: z.string().max(textLimits.source),
  floor: floorSchema,
  notApplicable: notApplicableSchema,
  condition: indicatorConditionSchema,
  rules: z.array(scoringRuleSchema).max(12),
});
export type IndicatorContent = z.infer<typeof indicatorContentSchema>;

const categoryContentSchema = z.object({
  name: z.string().min(1).max(textLimits.categoryName),
  maxPoints: nonNegativePointsSchema,
  bonus: z.boolean(),
  indicators: z.array(indicatorContentSchema),
});
export type CategoryContent = z.infer<typeof categoryContentSchema>;

const headSchema = z.object({
  title: z.string().max(textLimits.title),
  documentNumber: z.string().max(textLimits.documentNumber),
  issuer: z.string().max(textLimits.issuer),
  /** Null where the workbook does not say it. */
  appliesTo: z.enum(['county', 'township', 'village', 'memberUnit']).nullable(),
  statedPoints: nonNegativePointsSchema.nullable(),
  settings: schemeSettingsSchema,
  notes: z.string().max(textLimits.notes),
});

/** A scheme by its content alone, without uids: as it is copied, written to a workbook and read from one. */
export const schemeContentSchema = headSchema.extend({ categories: z.array(categoryContentSchema) });
export type SchemeContent = z.infer<typeof schemeContentSchema>;
export type SchemeHead = z.infer<typeof headSchema>;
export { categoryContentSchema, headSchema, indicatorContentSchema };
