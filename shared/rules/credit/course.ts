import { addDays, addMonths } from '../../calendar/days.ts';
import { type LastDay, lastDayOf, termText } from '../calendar/term.ts';
import type { Workdays } from '../calendar/workdays.ts';
import { creditLevelNames, type DiscreditLevel } from './levels.ts';
import type { CreditSettings } from './settings.ts';

/*
 * A discredit decision: 拟认定 → 事先告知 → 陈述申辩 → 决定 → 公示, which ends by itself on its day, by a repair or by
 * being revoked. Days YYYY-MM-DD; null: not yet, or not at all.
 */

export interface DecisionFacts {
  level: DiscreditLevel;
  proposedOn: string;
  noticedOn: string | null;
  deliveredOn: string | null;
  /** 书面放弃陈述申辩. */
  waivedOn: string | null;
  objectedOn: string | null;
  answeredOn: string | null;
  /** 不予认定. */
  droppedOn: string | null;
  decidedOn: string | null;
  /** The last day of publicity as decided. */
  publishedUntil: string | null;
  /** First day that is not public any more, by a repair. */
  repairedOn: string | null;
  /** First day that is not public any more, because the decision was wrong. */
  revokedOn: string | null;
}

export const decisionStages = [
  'proposed',
  'noticed',
  'objecting',
  'objected',
  'ready',
  'published',
  'expired',
  'repaired',
  'revoked',
  'dropped',
] as const;
/**
 * noticed: sent, not delivered. objecting: the time for objection runs. objected: to be answered. ready: may be
 * decided.
 */
export type DecisionStage = (typeof decisionStages)[number];

export const decisionStageNames: Readonly<Record<DecisionStage, string>> = {
  proposed: '待事先告知',
  noticed: '待送达',
  objecting: '陈述申辩期',
  objected: '待答复申辩',
  ready: '可以决定',
  published: '公示中',
  expired: '公示期满',
  repaired: '已修复',
  revoked: '已撤销',
  dropped: '不予认定',
};

/** The last day on which the enterprise may object; null: nothing was delivered yet. */
export function objectionEnd(
  { deliveredOn }: Pick<DecisionFacts, 'deliveredOn'>,
  { objection }: Pick<CreditSettings, 'objection'>,
  workdays: Workdays,
): LastDay | null {
  return deliveredOn === null ? null : lastDayOf(deliveredOn, objection.term, workdays);
}

/** @param dueOn day of `objectionEnd` */
export function stageOf(facts: DecisionFacts, dueOn: string | null, day: string): DecisionStage {
  if (facts.droppedOn !== null) return 'dropped';
  if (facts.decidedOn !== null) return stageOfDecided(facts, day);
  if (facts.noticedOn === null) return 'proposed';
  if (facts.deliveredOn === null) return 'noticed';
  if (facts.objectedOn !== null && facts.answeredOn === null) return 'objected';
  return facts.waivedOn !== null || dueOn === null || day > dueOn ? 'ready' : 'objecting';
}

function stageOfDecided(facts: DecisionFacts, day: string): DecisionStage {
  if (facts.revokedOn !== null && day >= facts.revokedOn) return 'revoked';
  if (facts.repairedOn !== null && day >= facts.repairedOn) return 'repaired';
  return isPublished(facts, day) ? 'published' : 'expired';
}

/** Whether the decision is public, and so in force, on a day. */
export function isPublished(facts: DecisionFacts, day: string): boolean {
  const { decidedOn, publishedUntil, repairedOn, revokedOn } = facts;
  if (decidedOn === null || publishedUntil === null || day < decidedOn || day > publishedUntil) return false;
  return [repairedOn, revokedOn].every((end) => end === null || day < end);
}

/** The last day that is really public; null where there is none. */
export function lastPublicDay(facts: DecisionFacts): string | null {
  const { decidedOn, publishedUntil, repairedOn, revokedOn } = facts;
  if (decidedOn === null || publishedUntil === null) return null;
  const ends = [repairedOn, revokedOn].flatMap((end) => (end === null ? [] : [addDays(end, -1)]));
  const last = [publishedUntil, ...ends].toSorted()[0] ?? publishedUntil;
  return last < decidedOn ? null : last;
}

/** Why it must not be decided on a day, with the rule's source; null: it may. */
export function decisionProblem(
  facts: DecisionFacts,
  day: string,
  due: LastDay | null,
  { objection, publicitySource }: CreditSettings,
): string | null {
  const rule = `（依据：${publicitySource}）`;
  if (facts.noticedOn === null) return `还没有事先告知，不能作出认定决定，请先登记告知。${rule}`;
  if (facts.deliveredOn === null) return `告知书还没有送达，不能作出认定决定，请先登记送达。${rule}`;
  if (facts.objectedOn !== null && facts.answeredOn === null)
    return `当事人的陈述申辩还没有答复，不能作出认定决定，请先登记答复。${rule}`;
  if (facts.waivedOn !== null)
    return day < facts.waivedOn ? `决定日期不能早于当事人放弃陈述申辩的 ${facts.waivedOn}。` : null;
  const dueProblem = due === null ? null : dueProblemOf(due, day, objection);
  if (dueProblem !== null) return dueProblem;
  if (facts.answeredOn !== null && day < facts.answeredOn)
    return `决定日期不能早于答复申辩的 ${facts.answeredOn}。`;
  return null;
}

function dueProblemOf(
  { day: dueOn, certain }: LastDay,
  day: string,
  { term, source }: CreditSettings['objection'],
): string | null {
  const rule = `（送达后 ${termText(term)}；依据：${source}）`;
  if (day <= dueOn)
    return `陈述申辩期到 ${dueOn} 为止，过了这一天才能作出认定决定；当事人书面放弃的，请先登记放弃。${rule}`;
  if (certain) return null;
  return `陈述申辩期算到 ${dueOn}，但这段时间的节假日还没有公布或录入，可能还没有期满；请先在“值班”的“节假日”里录入放假安排，当事人书面放弃的请登记放弃。${rule}`;
}

/** The last day of so many months of publicity: the same date, of a shorter month its last one. */
export function publicityEnd(decidedOn: string, months: number): string {
  return addMonths(decidedOn, months);
}

/** Why so many months are no publicity of this level; null: they are. */
export function publicityProblem(
  level: DiscreditLevel,
  months: number,
  settings: CreditSettings,
): string | null {
  const { minMonths, maxMonths } = settings[level];
  if (minMonths <= months && months <= maxMonths) return null;
  const name = creditLevelNames[level];
  return `${name}的公示期最短 ${minMonths} 个月、最长 ${maxMonths} 个月，自认定之日起算（依据：${settings.publicitySource}）。`;
}
