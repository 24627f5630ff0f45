import { fractionOf } from '../../fraction.ts';
import type { RuleInput, RuleOf } from '../model.ts';
import type { RuleOutcome } from './outcome.ts';
import { deducting, NOTHING } from './outcome.ts';
import { conditionOf } from './wording.ts';

export function applyFailed(rule: RuleOf<'failed'>, input: RuleInput): RuleOutcome {
  if (input.held !== true) return NOTHING;
  return deducting(rule.points === 'all' ? 'all' : fractionOf(rule.points), conditionOf(rule, '未达到要求'));
}
