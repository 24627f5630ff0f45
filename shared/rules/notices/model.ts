import * as z from 'zod';
import { termSchema } from '../calendar/term.ts';

/** 督办通知书, 督办函, 提示(提醒)函, 约谈通知书, 通报, 挂牌督办通知, 摘牌(销案)通知. */
export const noticeKinds = [
  'reminder',
  'letter',
  'order',
  'summons',
  'circular',
  'listing',
  'delisting',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeKindNames: Readonly<Record<NoticeKind, string>> = {
  reminder: '提示函',
  letter: '督办函',
  order: '督办通知书',
  summons: '约谈通知书',
  circular: '通报',
  listing: '挂牌督办通知',
  delisting: '摘牌通知',
};

/** What the office sets for each kind of notice. */
export const noticeRuleSchema = z.object({
  kind: z.enum(noticeKinds),
  /** Within which term a reply is asked for; null: none. */
  replyTerm: termSchema.nullable(),
  /** Whether a reply slip (回执) stands below a cutting line. */
  slip: z.boolean(),
  /** Which kind follows where nobody answers; null: none. */
  next: z.enum(noticeKinds).nullable(),
  /** Where the term is from: 文号, or 惯例. */
  source: z.string().trim().max(100, '依据最多 100 个字'),
});
export type NoticeRule = z.infer<typeof noticeRuleSchema>;

export const noticeSettingsSchema = z.object({
  rules: z.array(noticeRuleSchema).length(noticeKinds.length),
  /** 督办依据, put into new notices. */
  basis: z.string().trim().max(500, '依据最多 500 个字'),
  /** 办理要求, put into new notices. */
  demand: z.string().trim().max(500, '要求最多 500 个字'),
  /** Days before the reply's last day from which the light is yellow. */
  warningDays: z.int('请填写整数').min(0, '不能小于 0').max(60, '最多 60 日'),
  /** Within which term the warning board is hung; 5 workdays in 永政办函〔2016〕80号. */
  boardTerm: termSchema,
  /** Day of each month by which progress is reported; the 30th in 云府办函〔2023〕5号. */
  progressDay: z.int('请填写整数').min(1, '请填写 1 到 31').max(31, '请填写 1 到 31'),
});
export type NoticeSettings = z.infer<typeof noticeSettingsSchema>;
