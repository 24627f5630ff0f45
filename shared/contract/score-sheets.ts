import { type } from '@orpc/contract';
import * as z from 'zod';
import { scoreStages } from '../rules/assessment/stages.ts';
import type { Paper } from '../rules/papers/model.ts';
import { uidSchema } from './fields.ts';
import type { ImportPreview, ImportRow } from './import-preview.ts';
import { exporting, read, reversible, service } from './operation.ts';
import { formFormats } from './papers.ts';

/** As many uploads as are kept at a time. */
export const MOST_SCORE_FILES = 20;
export const MOST_PRINTED_SCORE_SHEETS = 30;

const scopeSchema = z.object({
  groupUid: uidSchema,
  objectUids: z.array(uidSchema).min(1, '请选择单位').max(1_500),
  /** Whose scores are written on the sheets. */
  stage: z.enum(scoreStages),
  /** A sheet for each of these judges; none: one for the stage. */
  judgeUids: z.array(uidSchema).max(15),
  /** With the self scores beside the column that is filled in. */
  withSelf: z.boolean(),
});
export type SheetScope = z.infer<typeof scopeSchema>;

/** One score as it stands on a filled sheet, beside what is stored. */
export interface ScoreImportRow extends ImportRow {
  file: string;
  sheet: string;
  object: string;
  /** 考评分, or 评委 张三. */
  column: string;
  indicator: string;
  /** As cells of the grid are written; empty: not scored. */
  stored: string;
  written: string;
}

export interface ScoreImportPreview extends ImportPreview<ScoreImportRow> {
  /** Which sheets were left empty, wholly or in part. */
  notes: string[];
}

/** Score sheets (评分表) given out to a team, as a workbook or on paper, and read back when they are filled in. */
export const scoreSheets = {
  /** Starts a job; its result is a WrittenFile with a sheet for each object, which `readWorkbooks` reads. */
  exportWorkbook: exporting('导出空白评分表(Excel)').input(scopeSchema).output(type<{ jobUid: string }>()),
  /** As they are printed, to be filled in by hand. */
  forms: read('打印空白评分表').input(scopeSchema).output(type<Paper[]>()),
  /** Starts a job; its result is a WrittenFile. */
  writeForms: exporting('导出打印的评分表')
    .input(scopeSchema.extend({ format: z.enum(formFormats) }))
    .output(type<{ jobUid: string }>()),
  /** Starts a job; its result is a ScoreImportPreview. Nothing is stored until `enterStaged`. */
  readWorkbooks: service('读取填好的评分表', 'view')
    .input(
      z.object({
        periodUid: uidSchema,
        fileTokens: z
          .array(uidSchema)
          .min(1, '请选择填好的表')
          .max(MOST_SCORE_FILES, `一次最多 ${MOST_SCORE_FILES} 个文件，请分几次`),
      }),
    )
    .output(type<{ jobUid: string }>()),
  /** All of them or none. Whose scores somebody may enter was checked when they were read, and is checked again. */
  enterStaged: reversible('读入评分表', 'scoreSelf')
    .input(z.object({ stagedUid: uidSchema }))
    .output(type<{ changed: number }>()),
};
