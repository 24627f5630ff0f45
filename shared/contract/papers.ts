import { type } from '@orpc/contract';
import * as z from 'zod';
import { type Paper, type PaperLayout, paperSchema } from '../rules/papers/model.ts';
import type { PaperStatus, PaperStepKind } from '../rules/papers/steps.ts';
import { paperStatuses } from '../rules/papers/steps.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { compensated, exporting, read, reversible } from './operation.ts';
import { paperSetup } from './paper-setup.ts';
import { tableImport } from './table-import.ts';

/** 文种. `code` is stable; the rest is the office's. */
export interface PaperKind {
  uid: string;
  code: string;
  name: string;
  layout: PaperLayout;
  issuer: 'office' | 'committee';
  seriesUid: string;
  needsAddressee: boolean;
  active: boolean;
}

/** What a paper was made for: kind `meeting`, `task`, `rosterChange` … and its uid. */
const subjectSchema = z.object({ kind: z.string().regex(/^[a-zA-Z]{2,40}$/), uid: uidSchema });
export type PaperSubject = z.infer<typeof subjectSchema>;

export interface PaperSummary {
  uid: string;
  kind: string;
  kindName: string;
  title: string;
  addressee: string;
  /** 文号 as printed; empty until it is taken. */
  number: string;
  status: PaperStatus;
  /** earlier: issued before the program, without text. */
  origin: 'own' | 'earlier';
  draftedBy: string;
  /** For whom it waits; empty: for anybody. */
  holderName: string;
  signedOn: string | null;
  issuedOn: string | null;
  /** Why its number was spoiled. */
  voidReason: string;
  /** Instant, UTC milliseconds. */
  updatedAt: number;
}

export interface PaperStep {
  kind: PaperStepKind;
  fromStatus: PaperStatus | null;
  toStatus: PaperStatus;
  /** Instant, UTC milliseconds. */
  at: number;
  userName: string;
  /** Whose step it was, where the user entered it for somebody else. */
  person: string;
  opinion: string;
}

const answers = ['agreed', 'changes', 'refused'] as const;
export type CosignAnswer = (typeof answers)[number];

export interface PaperCosigner {
  uid: string;
  unit: string;
  sentOn: string;
  person: string;
  answeredOn: string | null;
  answer: CosignAnswer | null;
  opinion: string;
}

export interface PaperDetail extends PaperSummary {
  /** Null: a paper from before the program. */
  content: Paper | null;
  seriesUid: string;
  subject: PaperSubject | null;
  templateKey: string;
  templateVersion: number;
  copies: number;
  scope: string;
  holderUid: string | null;
  signedBy: string;
  /** SHA-256 of the content as it was issued. */
  fingerprint: string | null;
  /** Oldest first. */
  steps: PaperStep[];
  cosigners: PaperCosigner[];
  /** What stands in the way of signing, in words. */
  problems: string[];
}

/** 待我办, one status, or the register of everything that has a number. */
export const paperViews = ['all', 'mine', ...paperStatuses, 'register'] as const;
export type PaperView = (typeof paperViews)[number];

export interface PaperPage {
  rows: PaperSummary[];
  /** Hand it back as `after` for the rows that follow; null: there are none. */
  next: string | null;
}

/** What a form around a paper is written as. */
export const formFormats = ['pdf', 'docx'] as const;
export type FormFormat = (typeof formFormats)[number];

const uid = z.object({ uid: uidSchema });
const opinionSchema = textSchema('意见', 500);
const personSchema = textSchema('姓名', 30);
const reasonSchema = nameSchema('原因', 200);
const titleSchema = nameSchema('标题', 200);
const unitSchema = nameSchema('单位', 60);
const holderSchema = uidSchema.nullable();
const kindCodeSchema = z.string().min(1).max(40);
const scopeSchema = textSchema('印发范围', 300);
const copiesSchema = z.int('份数应是整数').min(0, '份数不能小于 0').max(100_000, '份数最多 100000');

export const paperFilterSchema = z.object({
  view: z.enum(paperViews),
  kind: kindCodeSchema.nullable(),
  /** Of the day of issue; only in the register. */
  year: z.int().min(1950).max(2200).nullable(),
  text: z.string().trim().max(60),
});
export type PaperFilter = z.infer<typeof paperFilterSchema>;

const earlierFields = {
  title: titleSchema,
  addressee: textSchema('主送机关', 2_000),
  serial: z.int('序号应是整数').min(1, '序号从 1 开始').max(99_999, '序号最大 99999'),
  issuedOn: daySchema,
};

const earlierImportSchema = z.object({ kind: kindCodeSchema, seriesUid: uidSchema });
export type EarlierImportOptions = z.infer<typeof earlierImportSchema>;

export const papers = {
  list: read('公文列表')
    .input(
      paperFilterSchema.extend({
        after: z.string().max(60).nullable(),
        limit: z.int().min(1).max(500),
      }),
    )
    .output(type<PaperPage>()),
  /** How many there are in each view, without the register. */
  counts: read('公文数量').output(type<Record<Exclude<PaperView, 'register'>, number>>()),
  get: read('查看公文').input(uid).output(type<PaperDetail>()),
  ofSubject: read('相关公文').input(subjectSchema).output(type<PaperSummary[]>()),
  kinds: read('文种').output(type<PaperKind[]>()),
  /** The number that a signing on that day would take. */
  nextNumber: read('下一个文号')
    .input(z.object({ seriesUid: uidSchema, day: daySchema }))
    .output(type<{ text: string; serial: number }>()),

  create: reversible('拟稿', 'editPapers')
    .input(
      z.object({
        kind: kindCodeSchema,
        /** Null: an empty paper in the kind's layout. */
        templateKey: z.string().min(1).max(60).nullable(),
        subject: subjectSchema.nullable(),
      }),
    )
    .output(type<{ uid: string }>()),
  /** A new draft with the text of another paper. */
  copy: reversible('复制公文', 'editPapers').input(uid).output(type<{ uid: string }>()),
  save: reversible('修改公文', 'editPapers')
    .input(
      patchSchema({
        ...paperSchema.shape,
        seriesUid: uidSchema,
        copies: copiesSchema,
        scope: scopeSchema,
      }),
    )
    .output(type<{ uid: string }>()),
  /** Only a draft that never had a number; others are 作废. */
  remove: reversible('删除公文草稿', 'editPapers').input(uid).output(type<{ uid: string }>()),

  submit: reversible('送核稿', 'editPapers')
    .input(uid.extend({ to: z.enum(['review', 'signing']), holderUid: holderSchema, opinion: opinionSchema }))
    .output(type<{ uid: string }>()),
  approve: reversible('核稿通过', 'editPapers')
    .input(uid.extend({ holderUid: holderSchema, person: personSchema, opinion: opinionSchema }))
    .output(type<{ uid: string }>()),
  /** A number that was taken stays with the paper. */
  return: reversible('退回公文', 'editPapers')
    .input(uid.extend({ to: z.enum(['draft', 'review', 'signing']), reason: reasonSchema }))
    .output(type<{ uid: string }>()),
  sign: compensated('签发并取号', 'signPapers', '退回或作废')
    .input(
      uid.extend({
        /** 成文日期; its year is the number's. */
        day: daySchema,
        /** Who signed; empty: the user. */
        person: personSchema,
        opinion: opinionSchema,
        /** The number that the page showed: taken by another paper meanwhile, it is refused. Null: whichever is next. */
        expected: z.string().max(40).nullable(),
      }),
    )
    .output(type<{ uid: string; number: string }>()),
  issue: compensated('印发', 'signPapers', '作废')
    .input(uid.extend({ day: daySchema }))
    .output(type<{ uid: string; fingerprint: string }>()),
  void: compensated('作废公文', 'signPapers', '复制为新公文')
    .input(uid.extend({ reason: reasonSchema }))
    .output(type<{ uid: string }>()),

  addCosigners: reversible('送会签', 'editPapers')
    .input(
      uid.extend({
        units: z.array(unitSchema).min(1, '请至少填写一个单位').max(50, '一次最多 50 个单位'),
        sentOn: daySchema,
      }),
    )
    .output(type<{ uid: string }>()),
  answerCosigner: reversible('登记会签意见', 'editPapers')
    .input(
      uid.extend({
        answer: z.enum(answers),
        answeredOn: daySchema,
        person: personSchema,
        opinion: opinionSchema,
      }),
    )
    .output(type<{ uid: string }>()),
  removeCosigner: reversible('取消会签', 'editPapers').input(uid).output(type<{ uid: string }>()),

  /** Papers issued before the program, for their numbers. */
  enterEarlier: reversible('补录公文', 'signPapers')
    .input(
      z.object({
        kind: kindCodeSchema,
        seriesUid: uidSchema,
        items: z
          .array(z.object(earlierFields))
          .min(1, '请至少填写一份公文')
          .max(2_000, '一次最多补录 2000 份'),
      }),
    )
    .output(type<{ uids: string[] }>()),
  ...tableImport('以前的公文', 'signPapers', earlierImportSchema),
  correctEarlier: reversible('更正补录的公文', 'signPapers')
    .input(patchSchema(earlierFields))
    .output(type<{ uid: string }>()),
  removeEarlier: reversible('删除补录的公文', 'signPapers').input(uid).output(type<{ uid: string }>()),
  /** Starts a job; its result is a WrittenFile. */
  exportRegister: exporting('导出发文登记簿')
    .input(paperFilterSchema.omit({ view: true }))
    .output(type<{ jobUid: string }>()),

  /** Starts a job; its result is a WrittenFile: all papers in one PDF, in this order. */
  writePdf: exporting('生成公文 PDF')
    .input(z.object({ uids: z.array(uidSchema).min(1).max(500, '一次最多 500 份公文') }))
    .output(type<{ jobUid: string }>()),

  /** Starts a job; its result is a WrittenFile that Word and WPS can edit. */
  writeDocx: exporting('导出公文文档').input(uid).output(type<{ jobUid: string }>()),

  /** 发文稿纸 of a paper as pages: what its way has brought so far, with room for the rest. */
  draftForm: read('发文稿纸').input(uid).output(type<Paper>()),
  /** Starts a job; its result is a WrittenFile. */
  writeDraftForm: exporting('导出发文稿纸')
    .input(uid.extend({ format: z.enum(formFormats) }))
    .output(type<{ jobUid: string }>()),

  ...paperSetup,
};
