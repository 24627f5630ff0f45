import type { Points } from '../../../points.ts';
import { compareFractions, fractionOf, fractionOfDecimal } from '../../fraction.ts';
import type { RuleInput, RuleOf } from '../model.ts';
import type { RuleOutcome } from './outcome.ts';
import { awarding, deducting, NOTHING } from './outcome.ts';

type Step = RuleOf<'steps'>['steps'][number];

function holds(step: Step, value: string): boolean {
  const order = compareFractions(fractionOfDecimal(value), fractionOfDecimal(step.bound));
  if (step.relation === '<') return order < 0;
  if (step.relation === '<=') return order <= 0;
  return step.relation === '>' ? order > 0 : order >= 0;
}

function weight(step: Step): number {
  return step.points === 'all' ? Number.POSITIVE_INFINITY : step.points;
}

/** Of several steps that hold the largest counts, so that their order in the scheme does not matter. */
function largest(steps: readonly Step[]): Step | undefined {
  return steps.reduce<Step | undefined>(
    (best, step) => (best !== undefined && weight(best) >= weight(step) ? best : step),
    undefined,
  );
}

/** Most points the steps can give; 'all' is the whole item. */
export function largestStep(rule: RuleOf<'steps'>, maxPoints: Points): Points {
  const best = largest(rule.steps);
  return best === undefined || best.points === 'all' ? maxPoints : best.points;
}

export function applySteps(rule: RuleOf<'steps'>, input: RuleInput, maxPoints: Points): RuleOutcome {
  const { value } = input;
  if (value === undefined) return NOTHING;
  const step = largest(rule.steps.filter((candidate) => holds(candidate, value)));
  if (step === undefined) return NOTHING;
  if (rule.effect === 'award') return awarding(fractionOf(step.points === 'all' ? maxPoints : step.points));
  return deducting(step.points === 'all' ? 'all' : fractionOf(step.points), `实际${value}${rule.unit}`);
}
