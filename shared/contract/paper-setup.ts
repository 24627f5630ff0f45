import { type } from '@orpc/contract';
import * as z from 'zod';
import { type Paper, paperLayouts, paperSchema } from '../rules/papers/model.ts';
import { nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { read, reversible } from './operation.ts';

/** A series of document numbers. */
export interface NumberSeries {
  uid: string;
  name: string;
  /** With the places {地}, {年} and {号}. */
  format: string;
  restart: 'yearly' | 'never';
  active: boolean;
  /** The number that a signing today would take. */
  next: string;
  /** Names of the kinds that use it. */
  kinds: string[];
  /** How many numbers were taken in all years. */
  taken: number;
}

/** The office's own words for new papers; empty: what follows from its name and city. */
export interface PaperSettings {
  /** First character of the place in 机关代字: 临. */
  area: string;
  /** 发文机关标志 and 署名 of the office's papers. */
  officeMark: string;
  /** The same of the committee's papers. */
  committeeMark: string;
  /** 印发机关. */
  printer: string;
  copyTo: string;
  /** Whether new papers leave room for the seal. */
  seal: boolean;
  contactPerson: string;
  contactPhone: string;
}

/** In the place of a template's kind: a form that is printed around papers, from which no paper is made. */
export const PRINTED_FORM = 'printedForm';

export interface TemplateSummary {
  key: string;
  /** 0: as it comes with the program. */
  version: number;
  kind: string;
  kindName: string;
  name: string;
  /** Where its order of parts comes from. */
  source: string;
  active: boolean;
  /** Who wrote this version; empty for version 0. */
  createdBy: string;
  /** Instant, UTC milliseconds. */
  createdAt: number | null;
}

export interface TemplateDetail extends TemplateSummary {
  content: Paper;
  /** Every version, the newest first. */
  versions: { version: number; createdBy: string; createdAt: number | null }[];
}

const seriesFields = {
  name: nameSchema('名称', 30),
  format: nameSchema('格式', 40),
  restart: z.enum(['yearly', 'never']),
  active: z.boolean(),
};
const kindFields = {
  name: nameSchema('文种名称', 20),
  layout: z.enum(paperLayouts),
  issuer: z.enum(['office', 'committee']),
  seriesUid: uidSchema,
  needsAddressee: z.boolean(),
  active: z.boolean(),
};
const { active: _series, ...newSeriesFields } = seriesFields;
const { active: _kind, ...newKindFields } = kindFields;
const templateKeySchema = z.string().min(1).max(60);

/** What the office arranges once: series of numbers, kinds, templates, and its own words in new papers. */
export const paperSetup = {
  series: read('文号系列').output(type<NumberSeries[]>()),
  addSeries: reversible('新增文号系列', 'editPapers')
    .input(z.object(newSeriesFields))
    .output(type<{ uid: string }>()),
  updateSeries: reversible('修改文号系列', 'editPapers')
    .input(patchSchema(seriesFields))
    .output(type<{ uid: string }>()),
  addKind: reversible('新增文种', 'editPapers')
    .input(z.object(newKindFields))
    .output(type<{ uid: string }>()),
  updateKind: reversible('修改文种', 'editPapers')
    .input(patchSchema(kindFields))
    .output(type<{ uid: string }>()),

  settings: read('公文设置').output(type<{ stored: PaperSettings; effective: PaperSettings }>()),
  updateSettings: reversible('修改公文设置', 'editPapers')
    .input(
      z.object({
        area: textSchema('机关代字的地名', 6),
        officeMark: textSchema('办公室的发文机关标志', 40),
        committeeMark: textSchema('委员会的发文机关标志', 40),
        printer: textSchema('印发机关', 60),
        copyTo: textSchema('抄送', 2_000),
        seal: z.boolean(),
        contactPerson: textSchema('联系人', 30),
        contactPhone: textSchema('联系电话', 40),
      }),
    )
    .output(type<PaperSettings>()),

  templates: read('公文模板').output(type<TemplateSummary[]>()),
  /** Version null: the newest. */
  template: read('查看公文模板')
    .input(z.object({ key: templateKeySchema, version: z.int().min(0).nullable() }))
    .output(type<TemplateDetail>()),
  /** Writes the next version; papers that were made from earlier ones stay as they are. */
  saveTemplate: reversible('保存公文模板', 'editPapers')
    .input(
      z.object({
        /** Null: a new template. */
        key: templateKeySchema.nullable(),
        /** The version that the page began with. */
        baseVersion: z.int().min(0),
        kind: z.string().min(1).max(40),
        name: nameSchema('模板名称', 40),
        source: textSchema('来源', 200),
        active: z.boolean(),
        content: paperSchema,
      }),
    )
    .output(type<{ key: string; version: number }>()),
};
