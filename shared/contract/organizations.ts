import { type } from '@orpc/contract';
import * as z from 'zod';
import { organizationLevels, type OrganizationLevel } from '../rules/organizations/levels.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import { tableImport } from './table-import.ts';

/** An organization as it is on one day. */
export interface OrganizationNode {
  uid: string;
  level: OrganizationLevel;
  name: string;
  shortName: string;
  parentUid: string | null;
  /** Protocol order among its siblings; only comparison means anything. */
  order: number;
  /** Keys of marks. */
  marks: string[];
  /** Code of the administrative division. */
  code: string | null;
  /** Pinyin initials of name and short name, further readings behind a space. */
  initials: string;
  /** A township whose villages are in the bundled divisions and not yet entered. */
  villagesAvailable: boolean;
}

export interface OrganizationMark {
  uid: string;
  /** Stable key: developmentZone, nationalKeyTown, or made for an own mark. */
  mark: string;
  name: string;
  builtIn: boolean;
  /** Organizations that carry it on any day. */
  usedBy: number;
}

export interface OrganizationStateRecord {
  uid: string;
  firstDay: string;
  lastDay: string | null;
  name: string;
  shortName: string;
  parentUid: string | null;
  parentName: string;
  marks: string[];
  document: string;
  note: string;
}

export interface OrganizationSuccession {
  kind: 'merge' | 'split';
  /** to: this one went on as the other; from: the other went on as this one. */
  direction: 'from' | 'to';
  otherUid: string;
  otherName: string;
  day: string;
  document: string;
  takesOver: boolean;
}

/** Something open under an organization's name that a merge or split can pass on. */
export interface HandOverItem {
  /** Which feature keeps it: scores. */
  kind: string;
  /** Chinese: 正在进行的考核的分数. */
  kindName: string;
  uid: string;
  organizationUid: string;
  /** Where it stands, and that place's Chinese name: the group of a period. */
  slot: string;
  slotName: string;
  /** Whether an organization can have only one in this place. */
  exclusive: boolean;
  /** Chinese: 已评 12 项. */
  state: string;
  /** Chinese: what becomes of it under the old name, 仍以原名参加排名. */
  stays: string;
}

export interface OrganizationDetail {
  uid: string;
  level: OrganizationLevel;
  code: string | null;
  /** Oldest first. */
  states: OrganizationStateRecord[];
  successions: OrganizationSuccession[];
  /** Titles of the assessment periods in which it is assessed, newest first. */
  usedIn: string[];
  /** Whether an edit must say 更正 or 变更; otherwise 更正 is meant. */
  asksHow: boolean;
}

const levelSchema = z.enum(organizationLevels);
const marksSchema = z.array(z.string().min(1).max(40)).max(20, '一个机构最多 20 个标记');
const documentSchema = textSchema('依据文件', 200);
const fullNameSchema = nameSchema('名称', 60);
const shortNameSchema = nameSchema('简称', 30);
const uidsSchema = z.array(uidSchema).min(1, '请至少选择一个机构').max(3_000, '一次最多 3000 个机构');
/** The day of a 变更; null: a 更正. */
const changeDaySchema = daySchema.nullable();

const itemSchema = z.object({
  level: levelSchema,
  parentUid: uidSchema,
  name: fullNameSchema,
  /** Empty: the usual short form. */
  shortName: textSchema('简称', 30),
  marks: marksSchema,
});

const changeableFields = {
  name: fullNameSchema,
  shortName: shortNameSchema,
  parentUid: uidSchema,
  marks: marksSchema,
};

const stateFields = {
  ...changeableFields,
  firstDay: daySchema,
  lastDay: daySchema.nullable(),
  document: documentSchema,
  note: textSchema('备注', 500),
};

const newOrganizationSchema = z.object({
  name: fullNameSchema,
  shortName: textSchema('简称', 30),
  parentUid: uidSchema,
  marks: marksSchema,
});
/** One of `openItems`. */
const giftSchema = z.object({ kind: z.string().min(1).max(40), uid: uidSchema });

/** An existing organization or a new one of the same level. */
const successorSchema = z.union([z.object({ uid: uidSchema }), z.object({ new: newOrganizationSchema })]);

/** Where pasted or read rows stand when they do not say so themselves. */
const importPlaceSchema = z.object({ parentUid: uidSchema, level: levelSchema, from: changeDaySchema });
export type OrganizationImportPlace = z.infer<typeof importPlaceSchema>;

export const organizations = {
  /** Every organization of one day (null: today), parents before children, siblings in protocol order. */
  tree: read('机构列表')
    .input(z.object({ day: daySchema.nullable() }))
    .output(type<OrganizationNode[]>()),
  get: read('查看机构')
    .input(z.object({ uid: uidSchema }))
    .output(type<OrganizationDetail>()),

  add: reversible('新增机构', 'editOrganizations')
    .input(
      z.object({
        items: z.array(itemSchema).min(1, '请至少填写一个机构').max(3_000, '一次最多新增 3000 个机构'),
        /** Null: it was there before the office's records began. */
        from: daySchema.nullable(),
        document: documentSchema,
        /** Behind which sibling; null: at the end. */
        afterUid: uidSchema.nullable(),
      }),
    )
    .output(type<{ uids: string[] }>()),
  /** 更正 of one row of the history; `uid` is the row's. */
  correct: reversible('更正机构', 'editOrganizations')
    .input(patchSchema(stateFields))
    .output(type<{ uid: string }>()),
  /** Takes one 变更 out of the history, as if it had never been. */
  removeState: reversible('删除机构变更', 'editOrganizations')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ uid: string }>()),
  /** 变更 from a day; `uid` is the organization's. */
  change: reversible('变更机构', 'editOrganizations')
    .input(
      patchSchema(changeableFields).extend({
        from: daySchema,
        document: documentSchema,
        note: textSchema('备注', 500),
      }),
    )
    .output(type<{ uid: string }>()),
  setMarks: reversible('设置机构标记', 'editOrganizations')
    .input(
      z.object({
        uids: uidsSchema,
        add: marksSchema,
        remove: marksSchema,
        from: changeDaySchema,
        document: documentSchema,
      }),
    )
    .output(type<{ changed: number }>()),
  /** To another place among the siblings, or below another parent. */
  move: reversible('移动机构', 'editOrganizations')
    .input(
      z.object({
        uids: uidsSchema,
        parentUid: uidSchema,
        /** Behind which sibling: null to the front, `last` to the end. */
        after: z.union([uidSchema, z.literal('last')]).nullable(),
        from: changeDaySchema,
        document: documentSchema,
      }),
    )
    .output(type<{ moved: number }>()),
  close: reversible('撤销机构', 'editOrganizations')
    .input(
      z.object({
        uids: uidsSchema,
        /** First day without it. */
        from: daySchema,
        document: documentSchema,
        withDescendants: z.boolean(),
      }),
    )
    .output(type<{ closed: number }>()),
  /** Only where nothing refers to it: it was entered by mistake. */
  remove: reversible('删除机构', 'editOrganizations')
    .input(z.object({ uids: uidsSchema, withDescendants: z.boolean() }))
    .output(type<{ removed: number }>()),
  /** What these organizations have open on or after a day: scores of running periods and the like. */
  openItems: read('合并拆分时待交接的事项')
    .input(z.object({ uids: uidsSchema, day: daySchema }))
    .output(type<HandOverItem[]>()),
  merge: reversible('合并机构', 'editOrganizations')
    .input(
      z.object({
        uids: uidsSchema,
        into: successorSchema,
        from: daySchema,
        document: documentSchema,
        /** What goes to the successor; the rest stays with the old names. */
        handOver: z.array(giftSchema).max(3_000),
      }),
    )
    .output(type<{ uid: string; handedOver: number }>()),
  split: reversible('拆分机构', 'editOrganizations')
    .input(
      z.object({
        uid: uidSchema,
        into: z.array(successorSchema).min(1, '请至少填写一个拆分后的机构').max(50),
        /** Whether the organization itself goes on beside the new ones. */
        keep: z.boolean(),
        from: daySchema,
        document: documentSchema,
        /** Children that go to a successor, by its place in `into`; without `keep` the others go to the first. */
        children: z.array(z.object({ uid: uidSchema, to: z.int().min(0).max(49) })).max(3_000),
        /** What goes to which successor, by its place in `into`; the rest stays with the old name. */
        handOver: z.array(giftSchema.extend({ to: z.int().min(0).max(49) })).max(3_000),
      }),
    )
    .output(type<{ uids: string[]; handedOver: number }>()),

  marks: read('机构标记').output(type<OrganizationMark[]>()),
  addMark: reversible('新增机构标记', 'editOrganizations')
    .input(z.object({ name: nameSchema('标记名称', 20) }))
    .output(type<{ mark: string }>()),
  renameMark: reversible('修改机构标记', 'editOrganizations')
    .input(z.object({ uid: uidSchema, name: nameSchema('标记名称', 20) }))
    .output(type<{ mark: string }>()),
  removeMark: reversible('删除机构标记', 'editOrganizations')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ mark: string }>()),

  addVillages: reversible('补充村(社区)', 'editOrganizations')
    .input(z.object({ townshipUids: uidsSchema }))
    .output(type<{ added: number; withoutVillages: number }>()),

  ...tableImport('机构', 'editOrganizations', importPlaceSchema),
  /** Starts a job; its result is a WrittenFile in a layout that `readTable` reads. */
  exportWorkbook: exporting('导出机构表')
    .input(z.object({ day: daySchema.nullable() }))
    .output(type<{ jobUid: string }>()),
};
