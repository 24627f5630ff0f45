import { type } from '@orpc/contract';
import * as z from 'zod';
import {
  collectionLimits,
  type CollectionDefinition,
  type CollectionOrigin,
  columnKinds,
  type DesignedForm,
  rowKinds,
  type RowValues,
} from '../rules/collections/definition.ts';
import type { HeadRows } from '../rules/collections/propose/heads.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible, service } from './operation.ts';

/** A round of handing out workbooks and collecting them (下发收集), as it is listed. */
export interface Collection {
  uid: string;
  title: string;
  origin: CollectionOrigin;
  /** 自评分, 督办任务反馈, 自定义表格. */
  originName: string;
  dueOn: string;
  closedOn: string | null;
  /** Instant, UTC milliseconds. */
  createdAt: number;
  createdBy: string;
  counts: Record<UnitState, number>;
}

/** Where a unit stands: its workbook is not written yet, is out, has come back in order, must be corrected, is merged. */
export const unitStates = ['notHanded', 'handedOut', 'returned', 'mustCorrect', 'merged'] as const;
export type UnitState = (typeof unitStates)[number];

export const unitStateNames: Readonly<Record<UnitState, string>> = {
  notHanded: '未下发',
  handedOut: '未交回',
  returned: '已交回',
  mustCorrect: '要改正',
  merged: '已合并',
};

export interface CollectionUnit {
  uid: string;
  organizationUid: string;
  name: string;
  version: number;
  givenRows: number;
  handedOn: string | null;
  state: UnitState;
  /** Nothing came back in order and the day is over. */
  isLate: boolean;
  /** The latest return. */
  returned: {
    uid: string;
    fileName: string;
    receivedAt: number;
    receivedBy: string;
    problems: number;
  } | null;
}

/** The board: late units first. */
export interface CollectionDetail extends Collection {
  instruction: string;
  definition: CollectionDefinition;
  units: CollectionUnit[];
}

/** Something that can be handed out, as it is offered. */
export interface OfferedOrigin {
  origin: CollectionOrigin;
  name: string;
  /** Proposed for the new collection. */
  title: string;
  instruction: string;
}

export interface ProposedUnit {
  organizationUid: string;
  name: string;
  /** 区县, 乡镇街道, 成员单位. */
  levelName: string;
  /** What it would be handed; a unit without rows gets nothing unless it may write its own. */
  givenRows: number;
  /** Chosen until the clerk chooses himself. */
  isUsual: boolean;
}

export interface ProposedHandOut {
  definition: CollectionDefinition;
  units: ProposedUnit[];
}

/** A table of the clerk's own as one of his workbooks proposes it, and where in that it was read. */
export interface ReadForm {
  form: DesignedForm;
  sheet: string;
  /** All that could be chosen. */
  sheets: string[];
  heads: HeadRows;
}

/** What was collected of a table of the clerk's own. */
export interface CollectedTable {
  columns: CollectionDefinition['columns'];
  rows: { uid: string; unit: string; key: string | null; values: RowValues }[];
  /** Canonical sums of the columns of numbers. */
  sums: RowValues;
}

export const keySchema = z.string().regex(/^[0-9A-Za-z-]{1,80}$/, '标识不正确');
const valueSchema = z.string().max(2_000, '一格最多 2000 个字');
const boundSchema = valueSchema.nullable();

export const definitionSchema = z.object({
  columns: z
    .array(
      z.object({
        key: keySchema,
        heading: nameSchema('栏目名称', 60),
        kind: z.enum(columnKinds),
        required: z.boolean(),
        locked: z.boolean(),
        choices: z.array(nameSchema('可选的内容', 60)).max(collectionLimits.choices, '可选的内容太多'),
        min: boundSchema,
        max: boundSchema,
        decimals: z.int().min(0).max(6),
        hint: textSchema('填写说明', 200),
        whenYes: keySchema.nullable().default(null),
      }),
    )
    .min(1, '请至少设一栏')
    .max(collectionLimits.columns, `最多 ${collectionLimits.columns} 栏`),
  rows: z.enum(rowKinds),
  blankRows: z.int().min(0).max(collectionLimits.blankRows, `最多留 ${collectionLimits.blankRows} 行`),
});

const givenRowsSchema = z
  .array(
    z.object({
      key: keySchema,
      values: z.record(keySchema, valueSchema),
      ranges: z.record(keySchema, z.object({ min: boundSchema, max: boundSchema })),
    }),
  )
  .max(collectionLimits.givenRows, `最多 ${collectionLimits.givenRows} 行`);

export const originSchema: z.ZodType<CollectionOrigin> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('selfScores'), groupUid: uidSchema }),
  z.object({ kind: z.literal('ledger'), ledger: keySchema }),
  z.object({ kind: z.literal('form') }),
]);

const headRowSchema = z.int().min(1).max(1_000);
const headRowsSchema = z
  .object({ top: headRowSchema, bottom: headRowSchema })
  .refine(({ top, bottom }) => top <= bottom, '栏目名称的最后一行不能在第一行的上面');

const titleSchema = nameSchema('名称', 60);
const instructionSchema = textSchema('填报要求', 2_000);
const byUid = z.object({ uid: uidSchema });
const ofUnits = byUid.extend({
  unitUids: z.array(uidSchema).min(1, '请选择单位').max(collectionLimits.units),
});

const newCollectionSchema = z.object({
  title: titleSchema,
  origin: originSchema,
  instruction: instructionSchema,
  dueOn: daySchema,
  organizationUids: z.array(uidSchema).min(1, '请选择单位').max(collectionLimits.units),
  /** Of the origin `form`; else null. */
  form: z.object({ definition: definitionSchema, rows: givenRowsSchema }).nullable(),
});
export type NewCollection = z.infer<typeof newCollectionSchema>;

export const collections = {
  /** The latest first. */
  list: read('下发收集列表').output(type<Collection[]>()),
  get: read('下发收集').input(byUid).output(type<CollectionDetail>()),
  /** What can be handed out besides tables of the clerk's own. */
  origins: read('可以下发的内容').output(type<OfferedOrigin[]>()),
  /** Of a table of the clerk's own: without columns. */
  propose: read('下发给哪些单位')
    .input(z.object({ origin: originSchema }))
    .output(type<ProposedHandOut>()),
  /** Starts a job; its result is a ReadForm, proposed from the headings on a sheet of a workbook. */
  readForm: service('读取自己的表格', 'editTasks')
    .input(
      z.object({
        fileToken: uidSchema,
        /** Null: the one with most headings. */
        sheet: z.string().max(60).nullable(),
        /** Null: they are looked for. */
        heads: headRowsSchema.nullable(),
      }),
    )
    .output(type<{ jobUid: string }>()),

  /** The rows of each unit are kept as they are now. */
  create: reversible('新增下发收集', 'editTasks').input(newCollectionSchema).output(type<{ uid: string }>()),
  update: reversible('修改下发收集', 'editTasks')
    .input(
      patchSchema({
        title: titleSchema,
        instruction: instructionSchema,
        dueOn: daySchema,
        closedOn: daySchema.nullable(),
      }),
    )
    .output(type<{ uid: string }>()),
  remove: reversible('删除下发收集', 'editTasks').input(byUid).output(type<{ uid: string }>()),
  /** Gives units a new version of their workbook, with the rows as they are now. */
  reissue: reversible('重新下发', 'editTasks').input(ofUnits).output(type<{ uid: string }>()),

  /** New units, each with its rows as they are now. */
  addUnits: reversible('增加下发单位', 'editTasks')
    .input(
      byUid.extend({
        organizationUids: z.array(uidSchema).min(1, '请选择单位').max(collectionLimits.units),
      }),
    )
    .output(type<{ uid: string; unitUids: string[] }>()),
  /** Takes away units that have returned nothing. */
  removeUnits: reversible('去掉下发单位', 'editTasks').input(ofUnits).output(type<{ uid: string }>()),

  /** Starts a job; its result is a WrittenFolder or, of a .zip or one unit, a WrittenFile. */
  handOut: exporting('下发表格', 'editTasks')
    .input(ofUnits.extend({ as: z.enum(['folder', 'zip']) }))
    .output(type<{ jobUid: string }>()),
  /** The workbooks of these units have been written. */
  markHanded: reversible('登记下发', 'editTasks').input(ofUnits).output(type<{ uid: string }>()),

  /** Of a table of the clerk's own. */
  table: read('收集到的内容').input(byUid).output(type<CollectedTable>()),
  /** Starts a job; its result is a WrittenFile. */
  exportTable: exporting('导出收集到的内容').input(byUid).output(type<{ jobUid: string }>()),
};
