import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Paper } from '../rules/papers/model.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible, service } from './operation.ts';
import { formFormats } from './papers.ts';
import { tableImport } from './table-import.ts';
import { newTaskSchema, newTasksSchema, type TaskProposal, type TaskRow } from './tasks.ts';

export const receivedViews = ['open', 'done', 'all'] as const;
export type ReceivedView = (typeof receivedViews)[number];

/** 拟办, 批示, 传阅, 办理结果. */
export const receivedEntryKinds = ['proposal', 'instruction', 'circulation', 'result'] as const;
export type ReceivedEntryKind = (typeof receivedEntryKinds)[number];

export interface ReceivedSummary {
  uid: string;
  /** 收文编号: the serial of its year. */
  year: number;
  serial: number;
  /** 来文单位. */
  sender: string;
  theirNumber: string;
  title: string;
  receivedOn: string;
  dueOn: string | null;
  status: 'open' | 'done';
  doneOn: string | null;
  /** To whom it was handed and who has not read it yet. */
  unread: string[];
}

export interface ReceivedEntry {
  uid: string;
  kind: ReceivedEntryKind;
  person: string;
  /** Of a circulation: when it was handed over; else when it was said. */
  day: string;
  readOn: string | null;
  text: string;
}

export interface ReceivedDetail extends ReceivedSummary {
  urgency: string;
  secrecy: string;
  copies: number;
  note: string;
  registeredBy: string;
  entries: ReceivedEntry[];
}

export interface ReceivedPage {
  rows: ReceivedSummary[];
  next: string | null;
}

const uid = z.object({ uid: uidSchema });
const personSchema = textSchema('姓名', 30);
const fields = {
  sender: nameSchema('来文单位', 60),
  theirNumber: textSchema('来文字号', 40),
  title: nameSchema('标题', 200),
  receivedOn: daySchema,
  dueOn: daySchema.nullable(),
  urgency: textSchema('紧急程度', 4),
  secrecy: textSchema('密级', 20),
  copies: z.int('份数应是整数').min(1, '份数至少 1').max(10_000, '份数最多 10000'),
  note: textSchema('备注', 500),
};
const entryFields = {
  person: personSchema,
  day: daySchema,
  readOn: daySchema.nullable(),
  text: textSchema('内容', 1_000),
};

const receivedFilterSchema = z.object({
  view: z.enum(receivedViews),
  year: z.int().min(1950).max(2200).nullable(),
  text: z.string().trim().max(60),
});
export type ReceivedFilter = z.infer<typeof receivedFilterSchema>;

export const receivedPapers = {
  list: read('收文列表')
    .input(
      receivedFilterSchema.extend({
        after: z.string().max(60).nullable(),
        limit: z.int().min(1).max(500),
      }),
    )
    .output(type<ReceivedPage>()),
  counts: read('收文数量').output(type<Record<ReceivedView, number>>()),
  get: read('查看收文').input(uid).output(type<ReceivedDetail>()),
  register: reversible('登记收文', 'editPapers').input(z.object(fields)).output(type<{ uid: string }>()),
  correct: reversible('修改收文', 'editPapers').input(patchSchema(fields)).output(type<{ uid: string }>()),
  remove: reversible('删除收文', 'editPapers').input(uid).output(type<{ uid: string }>()),

  /** One entry for each person; without a person one for nobody in particular. */
  addEntries: reversible('登记收文办理', 'editPapers')
    .input(
      uid.extend({
        kind: z.enum(receivedEntryKinds),
        persons: z.array(personSchema).max(50, '一次最多 50 人'),
        day: daySchema,
        text: entryFields.text,
      }),
    )
    .output(type<{ uids: string[] }>()),
  correctEntry: reversible('修改收文办理', 'editPapers')
    .input(patchSchema(entryFields))
    .output(type<{ uid: string }>()),
  removeEntry: reversible('删除收文办理', 'editPapers').input(uid).output(type<{ uid: string }>()),
  finish: reversible('办结收文', 'editPapers')
    .input(uid.extend({ day: daySchema, result: nameSchema('办理结果', 1_000) }))
    .output(type<{ uid: string }>()),
  reopen: reversible('重新办理收文', 'editPapers').input(uid).output(type<{ uid: string }>()),
  ...tableImport('收文', 'editPapers', z.null()),
  /** Starts a job; its result is a WrittenFile in a layout that `readTable` reads. */
  exportRegister: exporting('导出收文登记簿').input(receivedFilterSchema).output(type<{ jobUid: string }>()),

  /** Supervised tasks that were made from its 批示 or marked in its text, in the order of entering. */
  tasks: read('收文转出的督办任务').input(uid).output(type<TaskRow[]>()),
  /** What a recorded 批示 asks for, as a task; nothing is stored. */
  proposeTask: read('由批示拟督办任务', 'editTasks')
    .input(z.object({ entryUid: uidSchema }))
    .output(type<TaskProposal>()),
  /** Given out at once, with the received paper as their source. */
  addTasks: reversible('批示转督办任务', 'editTasks')
    .input(
      z.object({
        entryUid: uidSchema,
        items: z.array(newTaskSchema).min(1, '请至少填写一项任务').max(50, '一次最多 50 项'),
      }),
    )
    .output(type<{ uids: string[] }>()),

  /** Reads a file that came with it. Starts a job; its result is an OpenedText that names the paper as source. */
  openText: service('打开收文附件里的文字', 'editTasks')
    .input(uid.extend({ attachmentUid: uidSchema }))
    .output(type<{ jobUid: string }>()),
  /** What was marked in its own text; given out at once, with the received paper as their source. */
  addMarkedTasks: reversible('来文转督办任务', 'editTasks')
    .input(uid.extend({ items: newTasksSchema }))
    .output(type<{ uids: string[] }>()),

  /** 收文处理单 as pages, with room for what is still to be written by hand. */
  handlingForm: read('收文处理单').input(uid).output(type<Paper>()),
  /** Starts a job; its result is a WrittenFile. */
  writeHandlingForm: exporting('导出收文处理单')
    .input(uid.extend({ format: z.enum(formFormats) }))
    .output(type<{ jobUid: string }>()),
};
