import * as z from 'zod';
import { daySchema } from '../../contract/fields.ts';
import { bodyLimits } from './limits.ts';

/*
 * One official paper as data, independent of how it is drawn: pages in the DOM and .docx are made from this
 * same model. Its parts follow GB/T 9704-2012: head (版头), body (主体), end matter (版记).
 */

/** 文件格式 (cl. 7), 信函格式 (cl. 10.1), 纪要格式 (cl. 10.3); form: the office's own plain forms, without red marks. */
export const paperLayouts = ['standard', 'letter', 'minutes', 'form'] as const;
export type PaperLayout = (typeof paperLayouts)[number];

/**
 * A stretch of text in one look. A run with `field` is a place that the template leaves open: as long as its text
 * is empty the paper cannot be signed. A run with `resolution` is (part of) a decided item, by its uid.
 */
const runSchema = z.object({
  text: z.string().max(bodyLimits.runText),
  bold: z.boolean().optional(),
  /** Chinese name of the field: 反馈期限. */
  field: z.string().max(30).optional(),
  resolution: z.string().max(40).optional(),
});
export type PaperRun = z.infer<typeof runSchema>;
const runsSchema = z.array(runSchema).max(bodyLimits.runs);

const headingSchema = z.object({
  kind: z.literal('heading'),
  /** 1 一、 黑体; 2 （一） 楷体; 3 1. 仿宋; 4 （1） 仿宋 (cl. 7.3.3). The number itself is made by position, not stored. */
  level: z.int().min(1).max(4),
  runs: runsSchema,
});
const paragraphSchema = z.object({
  kind: z.literal('paragraph'),
  /** indented: 左空二字, as body text is; flush, center and right stand without it. */
  place: z.enum(['indented', 'flush', 'center', 'right']),
  runs: runsSchema,
});
const cellSchema = z.object({
  text: z.string().max(bodyLimits.cellText),
  bold: z.boolean().optional(),
  align: z.enum(['left', 'center', 'right']),
  /** Columns and rows that it covers; the covered places are left out of their rows. */
  across: z.int().min(1).max(bodyLimits.columns),
  down: z.int().min(1).max(200),
  /** Millimetres that its row is high at least, as in forms that are gone on with by hand. */
  height: z.number().positive().max(200).optional(),
  /** What it holds begins at its top: there is room below to write by hand. */
  top: z.boolean().optional(),
});
export type PaperCell = z.infer<typeof cellSchema>;
const tableSchema = z.object({
  kind: z.literal('table'),
  /** Above the table, centred; empty: none. */
  caption: z.string().max(bodyLimits.caption),
  /** Widths as shares of the whole. */
  columns: z.array(z.number().positive().max(1_000)).min(1).max(bodyLimits.columns),
  /** How many of the rows are heads, repeated on every page. */
  headRows: z.int().min(0).max(bodyLimits.headRows),
  rows: z.array(z.array(cellSchema).max(bodyLimits.columns)).max(bodyLimits.rows),
  /** On landscape pages of its own (cl. 8). */
  landscape: z.boolean(),
});
const pageBreakSchema = z.object({ kind: z.literal('pageBreak') });

export const paperBlockSchema = z.discriminatedUnion('kind', [
  headingSchema,
  paragraphSchema,
  tableSchema,
  pageBreakSchema,
]);
export type PaperBlock = z.infer<typeof paperBlockSchema>;
export type PaperTable = z.infer<typeof tableSchema>;
const blocksSchema = z.array(paperBlockSchema).max(bodyLimits.blocks);

const dayOrNoneSchema = z.union([z.literal(''), daySchema]);
const line = (limit: number) => z.string().max(limit);

export const paperSchema = z.object({
  layout: z.enum(paperLayouts),
  head: z.object({
    /** 份号, six digits; empty: none (cl. 7.2.1). */
    copyNumber: line(6),
    /** 密级和保密期限, e.g. 秘密★1年 (cl. 7.2.2). */
    secrecy: line(20),
    /** 特急, 加急 or empty (cl. 7.2.3). */
    urgency: line(4),
    /** 发文机关标志: names of the issuers, the leading one first; joint issue has several (cl. 7.2.4). */
    issuers: z.array(line(40)).max(10),
    /** 文件, 纪要, 简报 … printed after the names; empty: the names alone. */
    markSuffix: line(10),
    /** 发文字号 as printed: 临消安办〔2026〕12号, or 第3期; empty until it is taken. */
    number: line(40),
    /** 签发人, upward papers only (cl. 7.2.6). */
    signers: z.array(line(20)).max(10),
    /** 纪要 and 简报: the line between number and red line, unit at the left and day at the right. */
    issueLine: z.object({ left: line(40), right: line(40) }).nullable(),
  }),
  /** A line break is where the clerk turns the line (cl. 7.3.1). */
  title: z.string().max(200),
  /** 主送机关, without the colon; empty: none. */
  addressee: z.string().max(2_000),
  /** Too many to leave room for the body on page 1: they stand in the end matter (cl. 7.3.2). */
  addresseeInEndMatter: z.boolean(),
  body: blocksSchema,
  /** 附件说明 and the attachments themselves, numbered by their order when there are several (cl. 7.3.4, 7.3.7). */
  attachments: z.array(z.object({ title: z.string().max(100), body: blocksSchema })).max(50),
  /** 出席, 请假, 列席 below the body of minutes (cl. 10.3). */
  attendance: z.array(z.object({ label: line(10), people: z.string().max(4_000) })).max(10),
  /** Null: unsigned, as minutes are. `seal`: room is left for the seal over name and date (cl. 7.3.5). */
  signature: z
    .object({ units: z.array(line(60)).max(10), day: dayOrNoneSchema, seal: z.boolean() })
    .nullable(),
  /** 附注, printed in parentheses (cl. 7.3.6). */
  note: z.string().max(200),
  /** 版记; null: none. `printer` and `printedOn` are left out in letters (cl. 7.4, 10.1). */
  endMatter: z
    .object({ copyTo: z.string().max(2_000), printer: line(60), printedOn: dayOrNoneSchema })
    .nullable(),
  /** 回执 below a cutting line, on the last page or one of its own; null: none. */
  slip: z
    .object({
      title: line(40),
      rows: z.array(z.object({ label: line(30), value: z.string().max(200) })).max(20),
    })
    .nullable(),
});
export type Paper = z.infer<typeof paperSchema>;
