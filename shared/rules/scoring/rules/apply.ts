import type { Points } from '../../../points.ts';
import type { RuleInput, RuleOf, ScoringRule } from '../model.ts';
import { applyBelowMinimum } from './below-minimum.ts';
import { applyDiscretion } from './discretion.ts';
import { applyEach } from './each.ts';
import { applyEarn } from './earn.ts';
import { applyFailed } from './failed.ts';
import { applyGrowing } from './growing.ts';
import type { RuleOutcome } from './outcome.ts';
import { applyRate } from './rate.ts';
import { applySteps, largestStep } from './steps.ts';

/** A rule that decides the item's own score; bonus and veto act beside it. */
export type DecidingRule = Exclude<ScoringRule, RuleOf<'bonus'> | RuleOf<'veto'>>;

export function isDeciding(rule: ScoringRule): rule is DecidingRule {
  return rule.kind !== 'bonus' && rule.kind !== 'veto';
}

export function applyRule(rule: DecidingRule, input: RuleInput, maxPoints: Points): RuleOutcome {
  switch (rule.kind) {
    case 'failed':
      return applyFailed(rule, input);
    case 'each':
      return applyEach(rule, input);
    case 'growing':
      return applyGrowing(rule, input);
    case 'steps':
      return applySteps(rule, input, maxPoints);
    case 'belowMinimum':
      return applyBelowMinimum(rule, input);
    case 'rate':
      return applyRate(rule, input);
    case 'discretion':
      return applyDiscretion(rule, input);
    case 'earn':
      return applyEarn(rule, input);
    default:
      return rule satisfies never;
  }
}

/** Points that are not there from the start but have to be given by this rule; 0 for a rule that only takes. */
export function awardable(rule: DecidingRule, maxPoints: Points): Points {
  if (rule.kind === 'earn') return rule.otherwise === null ? rule.points : 0;
  if (rule.kind === 'discretion') return rule.effect === 'award' ? rule.max : 0;
  if (rule.kind === 'steps') return rule.effect === 'award' ? largestStep(rule, maxPoints) : 0;
  return 0;
}

export function isAwarding(rule: DecidingRule): boolean {
  return awardable(rule, 1) > 0;
}
