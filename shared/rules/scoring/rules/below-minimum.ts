import { fractionOf, fractionOfDecimal, ZERO } from '../../fraction.ts';
import type { RuleInput, RuleOf } from '../model.ts';
import type { RuleOutcome } from './outcome.ts';
import { capped, deducting, NOTHING } from './outcome.ts';
import { unitOf } from './wording.ts';

export function applyBelowMinimum(rule: RuleOf<'belowMinimum'>, input: RuleInput): RuleOutcome {
  if (input.value === undefined) return NOTHING;
  const missing = fractionOfDecimal(rule.minimum).sub(fractionOfDecimal(input.value));
  if (missing.lte(ZERO)) return NOTHING;
  const points = missing.div(fractionOf(rule.per)).floor().mul(fractionOf(rule.points));
  return deducting(capped(points, rule.cap), `少${missing.toString()}${unitOf(rule)}`);
}
