import type { Points } from '../../points.ts';
import type { Fraction } from '../fraction.ts';
import type { RuleOf } from './model.ts';

/**
 * What is wrong with an entry. The score stands nevertheless (bounded by the item's points), so that a sheet can
 * be filled in any order; finalising is what has to refuse it.
 */
export type ScoreProblemCode = 'reasonMissing' | 'discretionOutOfRange' | 'directOutOfRange' | 'inputMissing';

export interface ScoreProblem {
  code: ScoreProblemCode;
  /** Null where the entry as a whole is meant. */
  ruleId: string | null;
}

export interface Deduction {
  /** Null for a score typed in place of the rules. */
  ruleId: string | null;
  /** Thousandths of a point. */
  points: Fraction;
  /** 少2次,扣6分 */
  text: string;
}

export interface TriggeredVeto {
  rule: RuleOf<'veto'>;
  count: number;
}

export interface IndicatorScore {
  status: 'empty' | 'scored' | 'notApplicable';
  /** Thousandths of a point, exact; zero while empty or taken out. */
  score: Fraction;
  /** The score rounded once, for storage and display. */
  points: Points;
  /** From bonus rules, in thousandths of a point; not part of the score. */
  bonus: Points;
  vetoes: readonly TriggeredVeto[];
  deductions: readonly Deduction[];
  problems: readonly ScoreProblem[];
}
