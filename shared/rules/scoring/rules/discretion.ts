import { fractionOf } from '../../fraction.ts';
import type { RuleInput, RuleOf } from '../model.ts';
import type { RuleOutcome } from './outcome.ts';
import { awarding, deducting, NOTHING } from './outcome.ts';
import { conditionOf } from './wording.ts';

/** Points outside the range are taken as typed, with a problem; nothing taken or given is always allowed. */
export function applyDiscretion(rule: RuleOf<'discretion'>, input: RuleInput): RuleOutcome {
  const { points } = input;
  if (points === undefined || (points === 0 && rule.effect === 'deduct')) return NOTHING;
  const outcome =
    rule.effect === 'award'
      ? awarding(fractionOf(points))
      : deducting(fractionOf(points), conditionOf(rule, '酌情'));
  const inRange = points === 0 || (points >= rule.min && points <= rule.max);
  return { ...outcome, asksReason: true, problem: inRange ? null : 'discretionOutOfRange' };
}
