import { fractionOf } from '../../fraction.ts';
import type { RuleInput, RuleOf } from '../model.ts';
import type { RuleOutcome } from './outcome.ts';
import { awarding, deducting, NOTHING } from './outcome.ts';
import { conditionOf } from './wording.ts';

/**
 * 得2分 gives points when met; 记2分,否则扣1-2分 leaves them standing and takes some when broken. Broken without
 * a number: the least is taken, so that it never counts as met.
 */
export function applyEarn(rule: RuleOf<'earn'>, input: RuleInput): RuleOutcome {
  const { otherwise } = rule;
  if (otherwise === null) return input.held === true ? awarding(fractionOf(rule.points)) : NOTHING;
  if (input.held !== false) return NOTHING;
  const points = input.points ?? otherwise.min;
  const outcome = deducting(fractionOf(points), conditionOf(rule, '未达到要求'));
  if (input.points === undefined) {
    return { ...outcome, problem: otherwise.min === otherwise.max ? null : 'inputMissing' };
  }
  const inRange = points >= otherwise.min && points <= otherwise.max;
  return { ...outcome, problem: inRange ? null : 'discretionOutOfRange' };
}
