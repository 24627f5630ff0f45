import type { Fraction } from '../../fraction.ts';
import { fractionOf, fractionOfDecimal, roundHalfUp, ZERO } from '../../fraction.ts';
import type { RuleInput, RuleOf } from '../model.ts';
import type { RuleOutcome } from './outcome.ts';
import { capped, deducting, NOTHING } from './outcome.ts';

type Measured = { rate: Fraction; text: string } | 'missing' | 'unusable';

const SHOWN_DECIMALS = 100;

/** Four decimals are for reading only; the deduction is taken from the exact quotient. */
function quotientText(rate: Fraction): string {
  return String(roundHalfUp(rate.mul(fractionOf(SHOWN_DECIMALS ** 2))) / SHOWN_DECIMALS ** 2);
}

function measure(rule: RuleOf<'rate'>, input: RuleInput): Measured {
  const { value, numerator, denominator } = input;
  if (value !== undefined) return { rate: fractionOfDecimal(value), text: value };
  if (numerator === undefined && denominator === undefined) return 'missing';
  if (numerator === undefined || denominator === undefined) return 'unusable';
  const divisor = fractionOfDecimal(denominator);
  if (divisor.lte(ZERO)) return 'unusable';
  const rate = fractionOfDecimal(numerator).mul(fractionOfDecimal(rule.scale)).div(divisor);
  return { rate, text: quotientText(rate) };
}

function pointsFor(rule: RuleOf<'rate'>, gap: Fraction): Fraction {
  if (rule.per === null) return fractionOf(rule.points);
  const steps = gap.div(fractionOfDecimal(rule.per));
  return (rule.partial === 'whole' ? steps.floor() : steps).mul(fractionOf(rule.points));
}

export function applyRate(rule: RuleOf<'rate'>, input: RuleInput): RuleOutcome {
  const measured = measure(rule, input);
  if (measured === 'missing') return NOTHING;
  if (measured === 'unusable') return { ...NOTHING, problem: 'inputMissing' };
  const target = fractionOfDecimal(rule.target);
  const gap = rule.direction === 'atLeast' ? target.sub(measured.rate) : measured.rate.sub(target);
  if (gap.lte(ZERO)) return NOTHING;
  const occurrence = `实际${measured.text}${rule.unit}，目标${rule.target}${rule.unit}`;
  return deducting(capped(pointsFor(rule, gap), rule.cap), occurrence);
}
