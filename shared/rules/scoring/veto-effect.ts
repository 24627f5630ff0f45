import type { Points } from '../../points.ts';
import type { RuleOf, SchemeSettings } from './model.ts';
import type { TriggeredVeto } from './result.ts';

export interface VetoEffect {
  /** The strictest of those that apply. */
  effect: RuleOf<'veto'>['effect'] | null;
  /** Taken from the total, for all cases together. */
  deducted: Points;
  /** No grade better than the one at this place (0 best). */
  gradeCeiling: number;
  cases: readonly TriggeredVeto[];
}

const BY_STRICTNESS = ['zeroTotal', 'lowestGrade', 'deductAndLimit'] as const;

/**
 * Several vetoes may apply and the strictest decides. Points of deductAndLimit cases come off even beside a
 * stricter one: otherwise a graver event would raise the total.
 */
export function vetoEffect(cases: readonly TriggeredVeto[], settings: SchemeSettings): VetoEffect {
  const lowest = settings.grades.length - 1;
  const limiting = cases.filter(({ rule }) => rule.effect === 'deductAndLimit');
  const effect = BY_STRICTNESS.find((name) => cases.some(({ rule }) => rule.effect === name)) ?? null;
  const limits = limiting.map(({ rule }) => Math.min(rule.bestGrade, lowest));
  return {
    effect,
    deducted: limiting.reduce((sum, { rule, count }) => sum + rule.points * count, 0),
    gradeCeiling: effect === 'zeroTotal' || effect === 'lowestGrade' ? lowest : Math.max(0, ...limits),
    cases,
  };
}
