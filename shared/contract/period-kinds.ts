import * as z from 'zod';

export const periodKinds = ['quarter', 'halfYear', 'year', 'spotCheck'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const periodKindSchema = z.enum(periodKinds);
