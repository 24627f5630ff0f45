import { addDays, addMonths } from '../../calendar/days.ts';
import { type DecisionFacts, isPublished } from './course.ts';
import { creditLevelNames } from './levels.ts';
import type { CreditSettings } from './settings.ts';

type Publicity = Pick<DecisionFacts, 'level' | 'decidedOn' | 'publishedUntil'>;

/** The first day on which a repair may be applied for; null: not decided, or publicity ends by itself before it. */
export function repairableFrom(
  { level, decidedOn, publishedUntil }: Publicity,
  settings: CreditSettings,
): string | null {
  if (decidedOn === null || publishedUntil === null) return null;
  const from = afterLeast(decidedOn, settings[level].repairMonths);
  return from > publishedUntil ? null : from;
}

/** The day after so many months of publicity. */
function afterLeast(decidedOn: string, months: number): string {
  return addDays(addMonths(decidedOn, months), 1);
}

/** Why a repair cannot be applied for on a day, with the rule's source; null: it can. */
export function repairProblem(facts: DecisionFacts, day: string, settings: CreditSettings): string | null {
  const { level, publishedUntil } = facts;
  if (!isPublished(facts, day)) return '只有正在公示的失信认定才能申请修复，请核对申请日期。';
  const from = repairableFrom(facts, settings);
  const rule = `${creditLevelNames[level]}认定满 ${settings[level].repairMonths} 个月才能申请修复`;
  if (from === null)
    return `${rule}，这项认定公示期满(${publishedUntil ?? ''})自行结束，不用修复（依据：${sourceOf(settings)}）。`;
  return day >= from ? null : `${rule}，最早 ${from}，请到时再登记（依据：${sourceOf(settings)}）。`;
}

function sourceOf({ repairSource, repairTermSource }: CreditSettings): string {
  return `${repairSource}；期限：${repairTermSource}`;
}

/** Why publicity cannot end by a repair before a day; null: it can. @param endsOn first day that is not public */
export function repairEndProblem(
  { level, decidedOn, publishedUntil }: DecisionFacts,
  endsOn: string,
  grantedOn: string,
  settings: CreditSettings,
): string | null {
  if (decidedOn === null || publishedUntil === null) return '这项认定没有公示，不用修复。';
  if (endsOn < grantedOn) return `停止公示的日期不能早于修复决定的 ${grantedOn}。`;
  if (endsOn > addDays(publishedUntil, 1))
    return `公示到 ${publishedUntil} 就自行结束，停止公示的日期不能更晚。`;
  const { repairMonths } = settings[level];
  const least = afterLeast(decidedOn, repairMonths);
  if (endsOn >= least) return null;
  return `${creditLevelNames[level]}至少公示 ${repairMonths} 个月才能修复，停止公示的日期最早 ${least}（依据：${sourceOf(settings)}）。`;
}
