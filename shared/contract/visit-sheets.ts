import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Paper } from '../rules/papers/model.ts';
import { uidSchema } from './fields.ts';
import type { ImportPreview, ImportRow } from './import-preview.ts';
import { exporting, read, reversible, service } from './operation.ts';
import { formFormats } from './papers.ts';

/** A team of the campaign's schedule with the targets that it has and nobody has recorded. */
export interface SheetTeam {
  id: string;
  name: string;
  targetUids: string[];
}

/** A filled record sheet as it was understood; `row` is its place among all that were read. */
export interface SheetImportRow extends ImportRow {
  /** Of the workbook, and in it. */
  file: string;
  sheet: string;
  target: string;
  countyName: string;
  day: string;
  team: string;
  questions: number;
  answered: number;
  failed: number;
  findings: number;
}

export interface SheetImportPreview extends ImportPreview<SheetImportRow> {
  /** Of a secret campaign: what was read has left the disk, and has to be chosen anew to be read again. */
  isSecret: boolean;
}

/** As many uploads as are kept at a time. */
export const MOST_SHEET_FILES = 20;
export const MOST_PRINTED_SHEETS = 30;

const scopeSchema = z.discriminatedUnion('kind', [
  /** All that have no record. */
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('targets'), uids: z.array(uidSchema).min(1, '请选择督查对象').max(1_000) }),
  /** Those of a team that have no record, in the order of its days. */
  z.object({ kind: z.literal('team'), teamId: z.string().min(1).max(100) }),
]);
export type SheetScope = z.infer<typeof scopeSchema>;

const targetUidsSchema = z
  .array(uidSchema)
  .min(1, '请选择督查对象')
  .max(MOST_PRINTED_SHEETS, `一次最多打印 ${MOST_PRINTED_SHEETS} 个对象，请分几次`);

/** Record sheets (检查记录表): given out as a workbook or on paper, filled in on the spot, and read back. */
export const visitSheets = {
  teams: read('各组待登记的督查对象')
    .input(z.object({ campaignUid: uidSchema }))
    .output(type<SheetTeam[]>()),
  /** Starts a job; its result is a WrittenFile with a sheet for each target, which `readWorkbooks` reads. */
  exportWorkbook: exporting('导出检查记录表(Excel)')
    .input(z.object({ campaignUid: uidSchema, scope: scopeSchema }))
    .output(type<{ jobUid: string }>()),
  /** Starts a job; its result is a SheetImportPreview. Nothing is stored until `recordStaged`. */
  readWorkbooks: service('读取检查记录表', 'editInspections')
    .input(
      z.object({
        campaignUid: uidSchema,
        fileTokens: z
          .array(uidSchema)
          .min(1, '请选择填好的表')
          .max(MOST_SHEET_FILES, `一次最多 ${MOST_SHEET_FILES} 个文件，请分几次`),
      }),
    )
    .output(type<{ jobUid: string }>()),
  /** All of them or none. */
  recordStaged: reversible('登记检查记录表', 'editInspections')
    .input(z.object({ stagedUid: uidSchema }))
    .output(type<{ records: number; findings: number }>()),

  /** As they are printed, to be filled in by hand: one for each target. */
  forms: read('打印检查记录表')
    .input(z.object({ targetUids: targetUidsSchema }))
    .output(type<Paper[]>()),
  /** Starts a job; its result is a WrittenFile. Of several targets only as PDF. */
  writeForms: exporting('导出打印的检查记录表')
    .input(z.object({ targetUids: targetUidsSchema, format: z.enum(formFormats) }))
    .output(type<{ jobUid: string }>()),
};
