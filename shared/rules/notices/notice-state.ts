import { addDays } from '../../calendar/days.ts';

/** What a notice's state depends on; days are YYYY-MM-DD. */
export interface NoticeFacts {
  paperStatus: 'draft' | 'review' | 'signing' | 'signed' | 'issued' | 'void';
  sentOn: string | null;
  replyDueOn: string | null;
  /** Of the latest reply; null: there is none. */
  verdict: 'pending' | 'accepted' | 'insufficient' | null;
  /** A further notice was made because of this one. */
  isFollowed: boolean;
  /** Before the program, by a reply that nobody judged here. */
  wasSettled: boolean;
}

export const noticeStates = [
  'drafting',
  'toSend',
  'waiting',
  'dueSoon',
  'overdue',
  'replied',
  'insufficient',
  'settled',
  'followed',
  'void',
] as const;
export type NoticeState = (typeof noticeStates)[number];

/**
 * Where a notice stands on a day: without a reply yellow so many days before its last day, red after it. A reply that
 * does not suffice is red until a better one comes or the next kind of notice follows.
 */
export function noticeState(facts: NoticeFacts, today: string, warningDays: number): NoticeState {
  if (facts.paperStatus === 'void') return 'void';
  if (facts.paperStatus !== 'issued') return 'drafting';
  if (facts.verdict === 'accepted') return 'settled';
  if (facts.isFollowed) return 'followed';
  if (facts.verdict === 'insufficient') return 'insufficient';
  if (facts.wasSettled) return 'settled';
  if (facts.verdict === 'pending') return 'replied';
  if (facts.sentOn === null) return 'toSend';
  if (facts.replyDueOn === null) return 'settled';
  if (today > facts.replyDueOn) return 'overdue';
  return today >= addDays(facts.replyDueOn, -warningDays) ? 'dueSoon' : 'waiting';
}

/** States in which somebody has to be pressed. */
export function needsPressing(state: NoticeState): boolean {
  return state === 'overdue' || state === 'insufficient';
}
