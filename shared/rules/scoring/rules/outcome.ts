import type { Fraction } from '../../fraction.ts';
import { fractionOf, smaller, ZERO } from '../../fraction.ts';
import type { Points } from '../../../points.ts';
import type { ScoreProblemCode } from '../result.ts';

/** What one rule makes of its input. */
export interface RuleOutcome {
  /** Thousandths of a point; 'all' takes whatever the other rules leave. */
  deducted: Fraction | 'all';
  awarded: Fraction;
  /** What happened, in Chinese, to go before the deducted points: 少2次. */
  occurrence: string;
  /** A judgement the clerk has to give a reason for. */
  asksReason: boolean;
  problem: ScoreProblemCode | null;
}

export const NOTHING: RuleOutcome = {
  deducted: ZERO,
  awarded: ZERO,
  occurrence: '',
  asksReason: false,
  problem: null,
};

export function deducting(points: Fraction | 'all', occurrence: string): RuleOutcome {
  return { ...NOTHING, deducted: points, occurrence };
}

export function awarding(points: Fraction): RuleOutcome {
  return { ...NOTHING, awarded: points };
}

export function capped(points: Fraction, cap: Points | null): Fraction {
  return cap === null ? points : smaller(points, fractionOf(cap));
}
