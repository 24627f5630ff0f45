import { addDays, addMonths } from '../../calendar/days.ts';
import { type DecisionFacts, isPublished } from './course.ts';
import { creditLevelNames } from './levels.ts';
import type { CreditSettings } from './settings.ts';

/** The first day on which a repair may be applied for. */
export function repairableFrom(
  { level, decidedOn }: Pick<DecisionFacts, 'level'> & { decidedOn: string },
  settings: CreditSettings,
): string {
  return addDays(addMonths(decidedOn, settings[level].repairMonths), 1);
}

/** Why a repair cannot be applied for on a day, with the rule's source; null: it can. */
export function repairProblem(facts: DecisionFacts, day: string, settings: CreditSettings): string | null {
  const { level, decidedOn } = facts;
  if (decidedOn === null || !isPublished(facts, day))
    return '只有正在公示的失信认定才能申请修复，请核对申请日期。';
  const from = repairableFrom({ level, decidedOn }, settings);
  if (day >= from) return null;
  const { repairMonths } = settings[level];
  return `${creditLevelNames[level]}认定满 ${repairMonths} 个月才能申请修复，最早 ${from}，请到时再登记（依据：${settings.repairSource}）。`;
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
  const least = addDays(addMonths(decidedOn, settings[level].minMonths), 1);
  if (endsOn >= least) return null;
  return `公示期最短到 ${addDays(least, -1)}，停止公示的日期最早 ${least}（依据：${settings.publicitySource}）。`;
}
