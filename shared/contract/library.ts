import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Piece } from '../rules/library/excerpt.ts';
import { libraryLevels, type LibraryLevel, type Standing, validities } from '../rules/library/model.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible, service } from './operation.ts';
import { tableImport } from './table-import.ts';

/** Document library (文件库): laws, standards and papers with their clauses, and who rests on them. */

const entryFields = {
  title: nameSchema('名称', 200),
  number: textSchema('文号', 60),
  issuer: textSchema('发布机关', 60),
  level: z.enum(libraryLevels),
  issuedOn: daySchema.nullable(),
  inForceFrom: daySchema.nullable(),
  inForceTo: daySchema.nullable(),
  validity: z.enum(validities),
  replacedByUid: uidSchema.nullable(),
  /** Words by which it is looked for, parted by blanks. */
  subjects: textSchema('主题词', 200),
  abstract: textSchema('摘要', 2_000),
};
const entrySchema = z.object(entryFields);
export type LibraryFields = z.infer<typeof entrySchema>;

const clauseFields = {
  number: textSchema('条款号', 30),
  heading: textSchema('章节标题', 200),
  text: textSchema('条文', 20_000),
};

/** A clause that was found, as it is shown below its entry. */
export interface LibraryHit {
  /** Null: found in an attached file. */
  clauseUid: string | null;
  /** Of the clause; the name of the file. */
  number: string;
  excerpt: Piece[];
}

export interface LibraryRow {
  uid: string;
  title: string;
  /** The title with what was searched for marked; null where nothing was. */
  marked: Piece[] | null;
  number: string;
  issuer: string;
  level: LibraryLevel;
  issuedOn: string | null;
  standing: Standing;
  clauses: number;
  /** Places of the office's own checklists, schemes and standards that rest on it. */
  citedBy: number;
  hits: LibraryHit[];
}

export interface LibraryPage {
  rows: LibraryRow[];
  /** Where the next page begins; null: there is none. */
  next: string | null;
}

/** A place of the program that rests on an entry. */
export interface CitingPlace {
  /** 检查清单, 考核方案, 建队标准 … */
  kind: string;
  /** Which one, and where in it. */
  name: string;
  /** What it says there, 《消防法》第十六条. */
  text: string;
  /** The page that shows it. */
  path: string;
}

export interface LibraryClause {
  uid: string;
  number: string;
  heading: string;
  text: string;
  citedBy: CitingPlace[];
}

export interface LibraryLink {
  uid: string;
  title: string;
  number: string;
}

export interface LibraryFile {
  uid: string;
  name: string;
  /** Whether its words are found. */
  isRead: boolean;
  /** Why it could not be read; null: it was, or it is still to be. */
  problem: string | null;
}

export interface LibraryDetail extends LibraryFields {
  uid: string;
  standing: Standing;
  replacedBy: LibraryLink | null;
  replaces: LibraryLink[];
  /** The received paper that it was taken over from. */
  received: { uid: string; title: string } | null;
  /** Attached files that can be read (.docx, .pdf, .txt). */
  files: LibraryFile[];
  clauses: LibraryClause[];
  /** Places that rest on it as a whole, or on clauses that are not here. */
  citedBy: CitingPlace[];
  /** All places, those at its clauses too. */
  citedByCount: number;
}

/** What something rests on although it no longer counts. */
export interface OutdatedCitation extends LibraryLink {
  standing: Standing;
  replacedBy: LibraryLink | null;
  places: CitingPlace[];
}

/** A text of a checklist or scheme that cites an entry, and where that is shown. */
export interface CitationLink {
  text: string;
  /** Of the entry, or of its clause where that is here. */
  path: string;
  isOutdated: boolean;
}

const uid = z.object({ uid: uidSchema });
const fileTextsSchema = uid.extend({
  files: z
    .array(
      z.object({
        attachmentUid: uidSchema,
        passages: z.array(z.string().max(2_000)).max(10_000, '附件里的文字太多'),
      }),
    )
    .max(200),
  /** Those that could not be read. */
  unread: z.array(z.object({ attachmentUid: uidSchema, reason: z.string().max(1_000) })).max(200),
});
export type KeptFileTexts = z.infer<typeof fileTextsSchema>;

const filterSchema = z.object({
  text: z.string().trim().max(60),
  level: z.enum(libraryLevels).nullable(),
  /** inForce: still counts; outdated: no longer, or only from a later day; cited: no longer counts and is still cited. */
  view: z.enum(['all', 'inForce', 'outdated', 'cited']),
});
export type LibraryFilter = z.infer<typeof filterSchema>;
/** Of what a text finds. relevance: by title or number before clauses, then the latest; day: the latest only. */
export const libraryOrders = ['relevance', 'day'] as const;
export type LibraryOrder = (typeof libraryOrders)[number];

export const library = {
  /** The latest first; what a text finds in the order that is asked for. */
  list: read('文件库')
    .input(
      filterSchema.extend({
        order: z.enum(libraryOrders).default('relevance'),
        after: z.string().max(60).nullable(),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(type<LibraryPage>()),
  counts: read('文件库数量').output(type<{ total: number; cited: number }>()),
  get: read('查看文件').input(uid).output(type<LibraryDetail>()),
  /** Entries of the same title or number. */
  similar: read('查找相同的文件')
    .input(z.object({ title: z.string().max(200), number: z.string().max(60) }))
    .output(type<LibraryLink[]>()),
  add: reversible('新增文件', 'editPapers').input(entrySchema).output(type<{ uid: string }>()),
  correct: reversible('修改文件', 'editPapers')
    .input(patchSchema(entryFields))
    .output(type<{ uid: string }>()),
  remove: reversible('删除文件', 'editPapers').input(uid).output(type<{ uid: string }>()),

  addClauses: reversible('录入条款', 'editPapers')
    .input(
      uid.extend({
        /** In the place of those that are there. */
        replaces: z.boolean(),
        clauses: z
          .array(z.object(clauseFields))
          .min(1, '请先录入条款')
          .max(3_000, '一份文件最多 3000 条，请分成几份录入'),
      }),
    )
    .output(type<{ uid: string }>()),
  correctClause: reversible('修改条款', 'editPapers')
    .input(patchSchema(clauseFields))
    .output(type<{ uid: string }>()),
  removeClause: reversible('删除条款', 'editPapers').input(uid).output(type<{ uid: string }>()),
  /** Reads an attached .docx, .pdf or .txt. Starts a job; its result is an OpenedText. */
  openText: service('读取文件附件里的文字', 'editPapers')
    .input(uid.extend({ attachmentUid: uidSchema }))
    .output(type<{ jobUid: string }>()),

  /** Reads the attached files that are not read yet. Starts a job; its result tells what could not be read. */
  readFiles: service('读入附件文字', 'editPapers').input(uid).output(type<{ jobUid: string }>()),
  /** What was read of them, in the place of what was read before. */
  keepFileTexts: reversible('保存附件文字', 'editPapers')
    .input(fileTextsSchema)
    .output(type<{ uid: string }>()),

  ofReceived: read('收文在文件库里的条目')
    .input(z.object({ receivedUid: uidSchema }))
    .output(type<LibraryLink | null>()),
  /** Of a received paper, with its files. What is there already is linked, or a second one is made on purpose. */
  takeOver: reversible('收文收入文件库', 'editPapers')
    .input(
      z.object({
        receivedUid: uidSchema,
        /** The entry that it is; null: a new one. */
        linkToUid: uidSchema.nullable(),
        /** A new one although there is a similar one. */
        anyway: z.boolean(),
      }),
    )
    .output(type<{ uid: string }>()),
  /** Titles and numbers that come with the program; what is there stays as it is. */
  loadCatalogue: reversible('载入常用法规目录', 'editPapers').output(type<{ added: number }>()),

  /** What a checklist or a scheme rests on although it no longer counts. */
  outdated: read('仍引用的失效文件')
    .input(z.object({ path: z.string().max(100) }))
    .output(type<OutdatedCitation[]>()),

  /** Where the texts of a checklist or a scheme lead. */
  links: read('依据的文件和条款')
    .input(z.object({ path: z.string().max(100) }))
    .output(type<CitationLink[]>()),

  ...tableImport('文件', 'editPapers', z.null()),
  /** Starts a job; its result is a WrittenFile in a layout that `readTable` reads. */
  exportList: exporting('导出文件目录').input(filterSchema).output(type<{ jobUid: string }>()),
};
