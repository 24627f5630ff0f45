import * as z from 'zod';
import { daySchema, nameSchema, textSchema } from './fields.ts';

/** Texts of the exported workbook that the clerk may change; remembered for the next time. */
export const exportOptionsSchema = z.object({
  title: textSchema('标题', 100),
  unit: textSchema('单位', 60),
  date: daySchema,
  /** Signature lines below each table, e.g. 考核组长签名. */
  signatures: z.array(textSchema('签名栏', 30)).max(6),
  columnNames: z.record(z.string().max(20), nameSchema('栏目名', 20)),
  fileName: nameSchema('文件名', 80),
  /** Whether 失分分析 is added as sheets; what was remembered before there was such a choice says no. */
  losses: z.boolean().default(false),
});
export type ExportOptions = z.infer<typeof exportOptionsSchema>;
