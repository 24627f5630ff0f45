import { type } from '@orpc/contract';
import * as z from 'zod';
import { columnKeys, type SheetKind, sheetKinds } from '../rules/assessment/export-form/definitions.ts';
import { formLimits } from '../rules/assessment/export-form/limits.ts';
import { type ExportForm, paperSizes } from '../rules/assessment/export-form/model.ts';
import { daySchema, nameSchema, patchSchema, uidSchema } from './fields.ts';
import { read, reversible } from './operation.ts';
import { type PeriodKind, periodKindSchema } from './period-kinds.ts';

/** A form (导出格式) as the office keeps it. */
export interface KeptForm {
  uid: string;
  periodKind: PeriodKind;
  name: string;
  form: ExportForm;
}

/** One cell of a previewed sheet. */
export interface PreviewCell {
  text: string;
  across: number;
  down: number;
  align: 'left' | 'center' | 'right';
  /** Of the font, in points. */
  size: number;
  bold: boolean;
  bordered: boolean;
  /** Shown where the pointer rests on the cell. */
  note: string;
  /** The workbook works the number out by itself. */
  live: boolean;
}

export interface PreviewRow {
  /** In points. */
  height: number | null;
  cells: PreviewCell[];
}

export interface PreviewSheet {
  kind: SheetKind;
  name: string;
  /** Of the columns, in characters. */
  widths: number[];
  rows: PreviewRow[];
  /** Rows left out of the middle, and after which row. */
  omitted: { after: number; count: number } | null;
}

export interface FormPreview {
  /** Whose scores fill it; null: there is no period yet. */
  periodTitle: string | null;
  /** The first of each kind, in the order of the workbook. */
  sheets: PreviewSheet[];
  sheetCount: number;
}

/* What is wrong in words is said by `formProblems`; these are the bounds of what is read at all. */
const textSchema = z.string().trim().max(1_000, '内容太长');
const marginSchema = z.number();
const formFields = {
  title: textSchema,
  unit: textSchema,
  signatures: z.array(textSchema).max(50, '签名栏太多'),
  seal: z.boolean(),
  fileName: textSchema,
  decimals: z.number().nullable(),
  sheets: z
    .array(
      z.object({
        kind: z.enum(sheetKinds),
        shown: z.boolean(),
        ending: textSchema,
        orientation: z.enum(['landscape', 'portrait']),
        columns: z.array(z.object({ key: z.enum(columnKeys), name: textSchema })).max(100, '栏目太多'),
      }),
    )
    .max(50, '表太多'),
  page: z.object({
    paper: z.enum(paperSizes),
    margins: z.object({ top: marginSchema, bottom: marginSchema, left: marginSchema, right: marginSchema }),
    fitToWidth: z.boolean(),
    repeatHeads: z.boolean(),
  }),
};
export const exportFormSchema = z.object(formFields);

const formNameSchema = nameSchema('格式名称', formLimits.name);
const byUid = z.object({ uid: uidSchema });

export const exportForms = {
  /** Those for one kind of period, the one taken last first; at least one. */
  list: read('导出格式列表')
    .input(z.object({ periodKind: periodKindSchema }))
    .output(type<KeptForm[]>()),
  /** A new one as an office begins with. */
  add: reversible('新增导出格式', 'export')
    .input(z.object({ periodKind: periodKindSchema, name: formNameSchema }))
    .output(type<{ uid: string }>()),
  copy: reversible('复制导出格式', 'export')
    .input(z.object({ uid: uidSchema, periodKind: periodKindSchema, name: formNameSchema }))
    .output(type<{ uid: string }>()),
  update: reversible('修改导出格式', 'export')
    .input(patchSchema({ name: formNameSchema, ...formFields }))
    .output(type<{ uid: string }>()),
  /** Not the only one of its kind of period. */
  remove: reversible('删除导出格式', 'export').input(byUid).output(type<{ uid: string }>()),
  /** It is offered first from now on. */
  choose: reversible('选用导出格式', 'export').input(byUid).output(type<{ uid: string }>()),

  /** How the sheets would look, drawn by the rules that write the workbook; nothing is stored. */
  preview: read('导出格式预览')
    .input(
      z.object({
        periodKind: periodKindSchema,
        /** Null: the latest of this kind, else the latest of all. */
        periodUid: uidSchema.nullable(),
        form: exportFormSchema,
        date: daySchema.nullable(),
      }),
    )
    .output(type<FormPreview>()),
};
