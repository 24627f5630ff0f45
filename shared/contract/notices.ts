import { type } from '@orpc/contract';
import * as z from 'zod';
import {
  noticeKinds,
  type NoticeKind,
  type NoticeSettings,
  noticeSettingsSchema,
} from '../rules/notices/model.ts';
import { type NoticeState, noticeStates } from '../rules/notices/notice-state.ts';
import type { Paper } from '../rules/papers/model.ts';
import { daySchema, nameSchema, textSchema, uidSchema } from './fields.ts';
import { compensated, exporting, read, reversible } from './operation.ts';
import { tableImport } from './table-import.ts';

export interface NoticeRow {
  uid: string;
  kind: NoticeKind;
  paperUid: string;
  title: string;
  /** 文号; empty until it is taken. */
  number: string;
  issuedOn: string | null;
  organizationUid: string | null;
  /** As it stands on the paper. */
  unit: string;
  taskCount: number;
  sentOn: string | null;
  channel: string;
  receivedOn: string | null;
  receivedBy: string;
  replyDueOn: string | null;
  repliedOn: string | null;
  state: NoticeState;
  batchUid: string;
  /** Issued before the program, which has no text of it. */
  isEarlier: boolean;
}

export interface NoticeReply {
  uid: string;
  day: string;
  person: string;
  text: string;
  verdict: 'pending' | 'accepted' | 'insufficient';
  judgedOn: string | null;
  judgement: string;
}

/** A step of the chain from the first resolution to the last paper. */
export interface NoticeLink {
  uid: string;
  kind: NoticeKind;
  number: string;
  title: string;
  issuedOn: string | null;
  state: NoticeState;
}

export interface NoticeTask {
  uid: string;
  title: string;
  dueOn: string | null;
  status: string;
  pressedCount: number;
  /** What the task comes from: 市消安委2026年第三次全体会议纪要. */
  sourceText: string;
}

export interface NoticeDetail extends NoticeRow {
  tasks: NoticeTask[];
  /** Oldest first. */
  replies: NoticeReply[];
  /** The whole chain this notice stands in, oldest first, itself among them. */
  chain: NoticeLink[];
  /** The hazard under listed supervision that it puts on the list or takes off it. */
  listed: { uid: string; name: string } | null;
  /** What the office would send next; null: nothing follows. */
  next: NoticeKind | null;
}

/** One unit that gets a paper of its own. */
export interface ProposedUnit {
  organizationUid: string | null;
  unit: string;
  taskUids: string[];
  /** The unanswered notice that this one follows. */
  previousUid: string | null;
}

export interface NoticeProposal {
  kind: NoticeKind;
  day: string;
  /** Null: no reply is asked for. */
  replyDueOn: string | null;
  /** False where holidays of that year are not known yet. */
  certain: boolean;
  units: ProposedUnit[];
}

/** How each unit answered. */
export interface ReplyStatistics {
  unit: string;
  sent: number;
  repliedInTime: number;
  repliedLate: number;
  unanswered: number;
  /** Notices that followed an unanswered one. */
  pressed: number;
}

/** todo: somebody has to be pressed, a reply looked at, a paper sent. */
const noticeViews = ['all', 'todo', ...noticeStates] as const;

const uidsSchema = z.array(uidSchema).min(1, '请至少选择一份通知').max(500, '一次最多 500 份');
const kindSchema = z.enum(noticeKinds);
const dayOrNone = daySchema.nullable();
const byUid = z.object({ uid: uidSchema });
const personSchema = textSchema('姓名', 30);

const unitSchema = z.object({
  organizationUid: uidSchema.nullable(),
  unit: nameSchema('单位', 200),
  taskUids: z.array(uidSchema).max(200),
  previousUid: uidSchema.nullable(),
});

const listFilterSchema = z.object({
  view: z.enum(noticeViews),
  kind: kindSchema.nullable(),
  unitUid: uidSchema.nullable(),
  /** Title, number, unit, also by pinyin initials. */
  text: z.string().trim().max(60),
});
export type NoticeFilter = z.infer<typeof listFilterSchema>;

const earlierSchema = z.object({
  /** Of rows that do not say any. */
  kind: kindSchema,
  /** What stands for a row that says no state: that it is settled, or what its days say. */
  unstated: z.enum(['settled', 'byDays']),
});
export type EarlierNoticeOptions = z.infer<typeof earlierSchema>;

/** Supervision notices (督办通知) and what came back. Hazards under listed supervision are in listed-supervision.ts. */
export const notices = {
  settings: read('督办通知设置').output(type<NoticeSettings>()),
  updateSettings: reversible('修改督办通知设置', 'editPapers')
    .input(noticeSettingsSchema)
    .output(type<NoticeSettings>()),

  list: read('督办通知列表').input(listFilterSchema).output(type<NoticeRow[]>()),
  get: read('查看督办通知').input(byUid).output(type<NoticeDetail>()),
  /** The notices that press a task. */
  ofTask: read('任务的督办通知').input(byUid).output(type<NoticeLink[]>()),

  /** What would be made of these tasks, or of notices that were not answered: a paper for each lead unit. */
  propose: read('督办通知的内容')
    .input(
      z.object({
        kind: kindSchema.nullable(),
        taskUids: z.array(uidSchema).max(500),
        noticeUids: z.array(uidSchema).max(500),
      }),
    )
    .output(type<NoticeProposal>()),
  /** A paper for each unit, from the kind's template; each pressed task counts it once it is issued. */
  create: reversible('拟制督办通知', 'editPapers')
    .input(
      z.object({
        kind: kindSchema,
        day: daySchema,
        replyDueOn: dayOrNone,
        units: z.array(unitSchema).min(1, '请至少选择一个单位').max(200, '一次最多 200 个单位'),
      }),
    )
    .output(type<{ uids: string[]; batchUid: string }>()),
  /** 挂牌督办通知, or 摘牌通知 once the hazard was accepted. */
  createListed: reversible('拟制挂牌或摘牌通知', 'editPapers')
    .input(z.object({ listedUid: uidSchema, kind: z.enum(['listing', 'delisting']), day: daySchema }))
    .output(type<{ uid: string; paperUid: string }>()),
  ofListed: read('挂牌督办的通知').input(byUid).output(type<(NoticeLink & { paperUid: string })[]>()),
  /** 考核结果通报 of a finalised period, as a draft. */
  resultCircular: reversible('拟制考核结果通报', 'editPapers')
    .input(z.object({ periodUid: uidSchema }))
    .output(type<{ paperUid: string }>()),
  /** The papers of one batch, for one print job. */
  papersOfBatch: read('同批督办通知的公文')
    .input(z.object({ batchUid: uidSchema }))
    .output(type<{ uid: string; number: string; content: Paper }[]>()),
  /** Only while its paper has no number. */
  remove: reversible('删除督办通知', 'editPapers')
    .input(z.object({ uids: uidsSchema }))
    .output(type<{ removed: number }>()),
  /** Takes numbers in the order of the batch, issues, and counts the pressing at the tasks. */
  signAndIssue: compensated('签发督办通知', 'signPapers', '作废公文')
    .input(z.object({ uids: uidsSchema, day: daySchema, person: personSchema }))
    .output(type<{ numbers: string[] }>()),

  send: reversible('登记送达', 'editPapers')
    .input(
      z.object({
        uids: uidsSchema,
        sentOn: daySchema,
        channel: textSchema('送达方式', 30),
        receivedOn: dayOrNone,
        receivedBy: personSchema,
      }),
    )
    .output(type<{ changed: number }>()),
  reply: reversible('登记回复', 'editPapers')
    .input(
      z.object({
        uid: uidSchema,
        day: daySchema,
        person: personSchema,
        text: textSchema('回复内容', 4_000).min(1, '请填写回复内容'),
      }),
    )
    .output(type<{ replyUid: string }>()),
  judge: reversible('审定回复', 'editPapers')
    .input(
      z.object({
        replyUid: uidSchema,
        verdict: z.enum(['accepted', 'insufficient']),
        day: daySchema,
        text: textSchema('意见', 500),
      }),
    )
    .output(type<{ replyUid: string }>()),
  removeReply: reversible('删除回复', 'editPapers')
    .input(z.object({ replyUid: uidSchema }))
    .output(type<{ replyUid: string }>()),

  /** Notices issued before the program, with their numbers: the series go on after the highest. */
  ...tableImport('以前的督办通知', 'signPapers', earlierSchema),

  statistics: read('督办通知回复情况')
    .input(z.object({ from: daySchema, to: daySchema }))
    .output(type<ReplyStatistics[]>()),
  /** Starts a job; its result is a WrittenFolder with a file for each notice that Word and WPS can edit. */
  exportDocx: exporting('导出督办通知文档')
    .input(z.object({ uids: uidsSchema }))
    .output(type<{ jobUid: string }>()),
  exportLedger: exporting('导出督办通知台账')
    .input(z.object({ from: daySchema, to: daySchema }))
    .output(type<{ jobUid: string }>()),
};
