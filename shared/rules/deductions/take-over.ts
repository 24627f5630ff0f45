import type { Points } from '../../points.ts';
import { describeEntry } from '../scoring/describe-entry.ts';
import { decidingRules, directEntry, fullEntry } from '../scoring/entry-by-rules.ts';
import { scoreIndicator } from '../scoring/indicator.ts';
import { isGiven, type RuleInput, type ScoredIndicator, type ScoreEntry } from '../scoring/model.ts';
import { inputsWithCase } from './amounts.ts';

/** What a deduction makes of a cell, and how much the score loses by it. */
export type TakenOver = { entry: ScoreEntry; taken: Points } | { problem: string };

const LONGEST_REASON = 1_000;

/**
 * A deduction entered into a cell as a clerk would: one more case of the rule that names its points, else within the
 * discretion that allows them, else the score itself less the points. What was not scored yet begins with full marks.
 */
export function takeOver(
  indicator: ScoredIndicator,
  entry: ScoreEntry | null,
  { points, reason }: { points: Points; reason: string },
): TakenOver {
  const before = entry ?? fullEntry(indicator, null);
  if (before.notApplicable) return { problem: '评分表里这一项是“不适用”，要扣分的请先给它评分' };
  const scored = byRules(indicator, before, points) ?? directly(indicator, before, points);
  const reasons = scored.reason.includes(reason) ? scored.reason : joined(scored.reason, reason);
  if (reasons.length > LONGEST_REASON)
    return { problem: `这一项的扣分理由加上这一条超过 ${LONGEST_REASON} 个字，请先在评分表里精简` };
  const after = { ...scored, reason: reasons };
  return { entry: after, taken: Math.max(0, scoreOf(indicator, before) - scoreOf(indicator, after)) };
}

function byRules(indicator: ScoredIndicator, entry: ScoreEntry, points: Points): ScoreEntry | null {
  if (isGiven(entry)) return null;
  const inputs =
    inputsWithCase(indicator, entry.inputs, points) ?? inputsWithin(indicator, entry.inputs, points);
  return inputs === null ? null : { ...entry, inputs };
}

/** The points added to those of the only discretion that allows the sum. */
function inputsWithin(
  indicator: ScoredIndicator,
  inputs: ScoreEntry['inputs'],
  points: Points,
): Record<string, RuleInput> | null {
  const fitting = decidingRules(indicator).flatMap((rule) => {
    const sum = (inputs[rule.id]?.points ?? 0) + points;
    const isAllowed =
      rule.kind === 'discretion' && rule.effect === 'deduct' && sum >= rule.min && sum <= rule.max;
    return isAllowed ? [{ [rule.id]: { ...inputs[rule.id], points: sum } }] : [];
  });
  const [only, ...others] = fitting;
  return only === undefined || others.length > 0 ? null : { ...inputs, ...only };
}

/** The score itself takes the place of the rules: what they had taken until then is told in the reason. */
function directly(indicator: ScoredIndicator, entry: ScoreEntry, points: Points): ScoreEntry {
  const left = scoreOf(indicator, entry) - points;
  const score = indicator.floor === 'zero' ? Math.max(0, left) : left;
  const words = isGiven(entry) ? '' : describeEntry({ ...indicator, rules: decidingRules(indicator) }, entry);
  return { ...directEntry(indicator, score, entry), reason: joined(words, entry.reason) };
}

function scoreOf(indicator: ScoredIndicator, entry: ScoreEntry): Points {
  return scoreIndicator(indicator, entry, true).points;
}

function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('；');
}
