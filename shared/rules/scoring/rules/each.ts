import { fractionOf } from '../../fraction.ts';
import type { RuleInput, RuleOf } from '../model.ts';
import type { RuleOutcome } from './outcome.ts';
import { capped, deducting, NOTHING } from './outcome.ts';
import { countingVerb, unitOf } from './wording.ts';

interface CountedCase {
  name: string;
  count: number;
  points: number;
}

/** With classes every class is counted, and `per` taken, by itself. */
function countedCases(rule: RuleOf<'each'>, input: RuleInput): CountedCase[] {
  const cases =
    rule.classes.length === 0
      ? [{ name: '', count: input.count ?? 0, points: rule.points }]
      : rule.classes.map(({ name, points }, place) => ({ name, points, count: input.counts?.[place] ?? 0 }));
  return cases.filter(({ count }) => count > 0);
}

export function applyEach(rule: RuleOf<'each'>, input: RuleInput): RuleOutcome {
  const cases = countedCases(rule, input);
  if (cases.length === 0) return NOTHING;
  const points = cases.reduce(
    (sum, counted) => sum + BigInt(Math.floor(counted.count / rule.per)) * BigInt(counted.points),
    0n,
  );
  const verb = countingVerb(rule);
  const occurrence = cases.map(({ name, count }) => `${name}${verb}${count}${unitOf(rule)}`).join('、');
  return deducting(capped(fractionOf(points), rule.cap), occurrence);
}
