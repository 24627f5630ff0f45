import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Field } from '../rules/foreign-forms/fields.ts';
import type { FormLayout } from '../rules/foreign-forms/layout.ts';
import { comparisons, type Pointing, pointingLimits, valueFormats } from '../rules/foreign-forms/pointing.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible, service } from './operation.ts';

/** A form that the upper office or somebody else has sent (上级表格), as it is listed. */
export interface ForeignForm {
  uid: string;
  name: string;
  fileName: string;
  bytes: number;
  /** Instant, UTC milliseconds. */
  addedAt: number;
  addedBy: string;
  /** How many cells and columns were pointed at. */
  pointed: number;
}

export interface ForeignFormDetail extends ForeignForm {
  pointing: Pointing;
}

/** A field as it is offered. */
export interface OfferedField extends Field {
  /** Pinyin initials of its name. */
  initials: string;
}

export interface OfferedSource {
  key: string;
  name: string;
  /** Pinyin initials of its name. */
  initials: string;
  kind: 'single' | 'rows';
  /** Tells nothing without an assessment period. */
  needsPeriod: boolean;
  fields: OfferedField[];
}

/** The form as it would be filled. */
export interface FilledPreview {
  layout: FormLayout;
  /** Cells that were filled, by sheet: row and column of each. */
  filled: { sheet: string; cells: [row: number, column: number][] }[];
  /** What the clerk has to look at before the form goes out, in Chinese. */
  remarks: string[];
}

const keySchema = z.string().min(1).max(200);
const placeSchema = z.int().min(1).max(1_048_576);
const sheetSchema = z.string().min(1).max(255);
const headingSchema = z.string().max(400);
const formatSchema = z.enum(valueFormats);

const filtersSchema = z
  .array(z.object({ field: keySchema, comparison: z.enum(comparisons), value: textSchema('条件', 200) }))
  .max(pointingLimits.filters, '条件太多');
const orderSchema = z.object({ field: keySchema, descending: z.boolean() }).nullable();

export const pointingSchema = z.object({
  cells: z
    .array(
      z.object({
        sheet: sheetSchema,
        row: placeSchema,
        column: placeSchema,
        source: keySchema,
        field: keySchema,
        format: formatSchema,
        heading: headingSchema,
      }),
    )
    .max(pointingLimits.cells, '指定的单元格太多'),
  blocks: z
    .array(
      z.object({
        sheet: sheetSchema,
        top: placeSchema,
        bottom: placeSchema,
        source: keySchema,
        columns: z
          .array(
            z.object({ column: placeSchema, field: keySchema, format: formatSchema, heading: headingSchema }),
          )
          .max(pointingLimits.columns, '指定的列太多'),
        filters: filtersSchema,
        order: orderSchema,
        match: z.object({ field: keySchema, ofSheet: keySchema }).nullable(),
        below: headingSchema,
      }),
    )
    .max(pointingLimits.blocks, '重复行太多'),
  repeats: z
    .array(
      z.object({
        sheet: sheetSchema,
        source: keySchema,
        title: keySchema,
        filters: filtersSchema,
        order: orderSchema,
      }),
    )
    .max(pointingLimits.repeats, '重复的工作表太多'),
});

const formNameSchema = nameSchema('表格名称', 60);
const byUid = z.object({ uid: uidSchema });
const fileFields = {
  fileName: nameSchema('文件名', 255),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '文件的校验值不正确'),
};

const fillSchema = z.object({
  uid: uidSchema,
  /** First and last day of what is counted. */
  from: daySchema,
  to: daySchema,
  /** Null: fields of an assessment stay empty. */
  periodUid: uidSchema.nullable(),
});
export type FillChoice = z.infer<typeof fillSchema>;

export const foreignForms = {
  /** The latest first. */
  list: read('上级表格列表').output(type<ForeignForm[]>()),
  get: read('上级表格').input(byUid).output(type<ForeignFormDetail>()),
  /** Everything that a form can be filled with; with a period, what that period's schemes have. */
  fields: read('可填的内容')
    .input(z.object({ periodUid: uidSchema.nullable() }))
    .output(type<OfferedSource[]>()),

  /** Reads an uploaded workbook and keeps it. Starts a job; its result is the form's uid. */
  add: service('新增上级表格', 'export')
    .input(z.object({ fileToken: uidSchema, name: formNameSchema }))
    .output(type<{ jobUid: string }>()),
  /** Puts a newer version of the form in its place. Starts a job; its result is the form's uid. */
  replace: service('更换上级表格', 'export')
    .input(z.object({ uid: uidSchema, fileToken: uidSchema }))
    .output(type<{ jobUid: string }>()),
  /** The row of a file that is kept already. */
  keep: reversible('新增上级表格', 'export')
    .input(z.object({ name: formNameSchema, ...fileFields }))
    .output(type<{ uid: string }>()),
  keepVersion: reversible('更换上级表格', 'export')
    .input(z.object({ uid: uidSchema, ...fileFields }))
    .output(type<{ uid: string }>()),
  update: reversible('修改上级表格', 'export')
    .input(patchSchema({ name: formNameSchema, pointing: pointingSchema }))
    .output(type<{ uid: string }>()),
  remove: reversible('删除上级表格', 'export').input(byUid).output(type<{ uid: string }>()),

  /** Starts a job; its result is a FormLayout. */
  open: service('打开上级表格').input(byUid).output(type<{ jobUid: string }>()),
  /** Starts a job; its result is a FilledPreview. */
  preview: service('预览填好的表格').input(fillSchema).output(type<{ jobUid: string }>()),
  /** Starts a job; its result is a WrittenFile. */
  fillIn: exporting('填写上级表格').input(fillSchema).output(type<{ jobUid: string }>()),
};
