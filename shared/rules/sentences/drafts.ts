import type { Bound, Count, Quantity } from './measures.ts';
import type { ReadRule } from './reading.ts';

/** A rule on its way, with what the rules beside it need to know of its sentence. */
export interface Draft {
  rule: ReadRule;
  from: number;
  to: number;
  group: number;
  /** The words of its condition. */
  condition: string;
  /** Introduced by 否则. */
  isOtherwise: boolean;
  /** A range without 酌情: the other side of 记2分 takes it in. */
  isPlainRange: boolean;
  /** 得满分 for what reaches this bound. */
  bound: Bound | null;
  /** 少一次扣1分, without 每: with 少两次扣3分 these are steps. */
  quantity: Quantity | null;
  /** 造成1人死亡: among other words, and no count unless 2人死亡 goes on with it. */
  named: Quantity | null;
  /** 每建成一个得1分: what the points are for. */
  counted: Count | Quantity | null;
  /** 否则不得分 stood behind it. */
  isClosed?: true;
  /** 就高不就低 stood behind it. */
  isOneOf?: true;
  /** Which cases of a growing row it names. */
  cases: number[];
  isFromTotal: boolean;
  /** 不得分 … */
  takesAll: boolean;
  /** … without a bound or a count. */
  isAll: boolean;
}

/** What has been read of the sentence so far. */
export interface State {
  /** Points of the item; null where they are not known. */
  points: number | null;
  drafts: Draft[];
  /** 每年不少于4次: the last number that was asked for. */
  requirement: Bound | null;
  /** The group of clauses that counted against it. */
  countedIn: number | null;
  floor: 0 | 'negative' | null;
  /** 每缺一座消防站,地级市扣5分,县城扣2分: what is counted for all classes of a group. */
  leading: { group: number; count: { per: number; unit: string } } | null;
  unread: { from: number; to: number }[];
}

export function lastDraft(state: State): Draft | undefined {
  return state.drafts.at(-1);
}

export function isTaking({ rule }: Draft): boolean {
  if (rule.kind === 'earn' || rule.kind === 'bonus' || rule.kind === 'veto') return false;
  return !((rule.kind === 'discretion' || rule.kind === 'steps') && rule.effect === 'award');
}

/** What is taken out again stands among what was not understood. */
export function leave(state: State, isLeft: (draft: Draft) => boolean): void {
  state.unread.push(...state.drafts.filter(isLeft));
  state.drafts = state.drafts.filter((draft) => !isLeft(draft));
}
