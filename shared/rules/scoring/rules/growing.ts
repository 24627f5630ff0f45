import { fractionOf } from '../../fraction.ts';
import type { RuleInput, RuleOf } from '../model.ts';
import type { RuleOutcome } from './outcome.ts';
import { capped, deducting, NOTHING } from './outcome.ts';
import { countingVerb, unitOf } from './wording.ts';

/**
 * Points of the cases beyond the series, each the last increment above the one before. A series that falls goes
 * down to nothing, never below. Summed by formula: a count may be large.
 */
function beyondSeries(series: readonly number[], cases: number): bigint {
  const last = series.at(-1) ?? 0;
  const increment = last - (series.at(-2) ?? last);
  const paying = increment < 0 ? Math.min(cases, Math.floor(last / -increment)) : cases;
  const count = BigInt(paying);
  return count * BigInt(last) + (BigInt(increment) * count * (count + 1n)) / 2n;
}

/** A series that does not continue names all it takes: further cases cost nothing more. */
export function applyGrowing(rule: RuleOf<'growing'>, input: RuleInput): RuleOutcome {
  const count = input.count ?? 0;
  if (count === 0) return NOTHING;
  const listed = rule.series.slice(0, count).reduce((sum, points) => sum + BigInt(points), 0n);
  const further = count - rule.series.length;
  const beyond = rule.continues && further > 0 ? beyondSeries(rule.series, further) : 0n;
  const occurrence = `${countingVerb(rule)}${count}${unitOf(rule)}`;
  return deducting(capped(fractionOf(listed + beyond), rule.cap), occurrence);
}
