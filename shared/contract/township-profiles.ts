import { type } from '@orpc/contract';
import * as z from 'zod';
import type { TownshipProfile } from '../rules/township-profiles/profile.ts';
import type { Paper } from '../rules/papers/model.ts';
import { daySchema, uidSchema } from './fields.ts';
import { exporting, read } from './operation.ts';
import { formFormats } from './papers.ts';
import { type BehindNumber, offsetSchema } from './reports.ts';

const choiceFields = { uid: uidSchema, from: daySchema, to: daySchema };
const inOrder = ({ from, to }: { from: string; to: string }) => from <= to;
const order = { message: '截止日期不能早于起始日期', path: ['to'] };
const choiceSchema = z.object(choiceFields).refine(inOrder, order);
export type ProfileChoice = z.infer<typeof choiceSchema>;

/** Everything that the office knows of one township, on one page (乡镇概况). */
export const townshipProfiles = {
  show: read('乡镇概况').input(choiceSchema).output(type<TownshipProfile>()),
  records: read('乡镇概况的明细')
    .input(
      z
        .object({ ...choiceFields, measure: z.string().min(1).max(120), offset: offsetSchema })
        .refine(inOrder, order),
    )
    .output(type<BehindNumber>()),
  paper: read('打印乡镇概况').input(choiceSchema).output(type<Paper>()),
  /** Starts a job; its result is a WrittenFile. */
  writePaper: exporting('导出乡镇概况')
    .input(z.object({ ...choiceFields, format: z.enum(formFormats) }).refine(inOrder, order))
    .output(type<{ jobUid: string }>()),
  exportWorkbook: exporting('导出乡镇概况(Excel)').input(choiceSchema).output(type<{ jobUid: string }>()),
};
