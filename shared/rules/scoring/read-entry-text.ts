import { POINTS_LIMIT } from '../../points.ts';
import type { Points } from '../../points.ts';
import {
  decidingRules,
  directEntry,
  discretionFor,
  fullEntry,
  notApplicableEntry,
  ruleEntry,
} from './entry-by-rules.ts';
import { folded, ruleForUnit, takesCount, takesMeasure, typedUnit } from './entry-units.ts';
import { withFittingReason } from './kept-reason.ts';
import type { RuleInput, ScoredIndicator, ScoreEntry } from './model.ts';
import { ruleInputSchema } from './model.ts';
import { pointsText } from './points-text.ts';
import { isDeciding } from './rules/apply.ts';

export type EntryReading = { entry: ScoreEntry } | { problem: string } | { clear: true };

const NOT_APPLICABLE = /^(\/|不适用|[—–―]+)$/u;
const FULL_MARKS = /^(满分?|[√✓✔])$/u;
const SCORE = /^(\d+(?:\.\d*)?|\.\d+)分?$/u;
const DEDUCTION = /^(?:[-−﹣]|扣)(\d+(?:\.\d*)?|\.\d+)分?$/u;
const NUMBER_WITH_UNIT = /^(-?\d+(?:\.\d+)?)(\D.*)$/u;
const FINEST = '分数最多 3 位小数';

/** Whether a text is a score, a deduction, a count or a sign for this indicator, and can hardly be a reason. */
export function isEntryText(indicator: ScoredIndicator, text: string): boolean {
  const typed = folded(text);
  if (/^[/=]$/u.test(typed) || SCORE.test(typed) || DEDUCTION.test(typed)) return true;
  const unit = NUMBER_WITH_UNIT.exec(typed)?.[2];
  return unit !== undefined && ruleForUnit(indicator, unit) !== undefined;
}

/** What may be typed into this cell, for a message. */
function help(indicator: ScoredIndicator): string {
  const units = new Set(decidingRules(indicator).flatMap((rule) => typedUnit(rule) ?? []));
  const counted = [...units].map((unit) => `“${unit === '%' ? '93.5' : '3'}${unit}”`);
  const examples = ['得分(如“4.5”)', '扣分(如“-2”)', ...counted, '“满”', '“/”(不适用)'];
  return `可以输入${examples.join('、')}`;
}

function rangeProblem(indicator: ScoredIndicator): string {
  const most = pointsText(indicator.maxPoints);
  if (indicator.maxPoints === 0 && indicator.rules.some((rule) => !isDeciding(rule))) {
    return '本项自身没有分值，加分、否决请在“单项详情”里录入次数';
  }
  return indicator.floor === 'negative'
    ? `本项满分${most}分，得分不能超过${most}分`
    : `本项得分应在0到${most}分之间`;
}

/** Thousandths of a point; null where the number is finer than that. */
function pointsOf(text: string): Points | null {
  const points = Math.round(Number(text) * 1000);
  return points / 1000 === Number(text) ? points : null;
}

function readScore(indicator: ScoredIndicator, text: string, previous: ScoreEntry | null): EntryReading {
  if (Number(text) * 1000 > indicator.maxPoints) return { problem: rangeProblem(indicator) };
  const points = pointsOf(text);
  return points === null ? { problem: FINEST } : { entry: directEntry(indicator, points, previous) };
}

/**
 * A deduction is always from full marks, whatever was in the cell before. A discretion may take more than the item
 * has (the score stops at its floor); a score without a rule may not.
 */
function readDeduction(indicator: ScoredIndicator, text: string, previous: ScoreEntry | null): EntryReading {
  const points = pointsOf(text);
  if (points === null) return { problem: FINEST };
  const rule = discretionFor(indicator, points);
  if (rule !== null) return { entry: ruleEntry(indicator, previous, { ruleId: rule.id, input: { points } }) };
  const most = indicator.floor === 'zero' ? indicator.maxPoints : POINTS_LIMIT;
  if (points > most) return { problem: `本项最多扣${pointsText(most)}分` };
  return { entry: directEntry(indicator, indicator.maxPoints - points, previous) };
}

function readNumberWithUnit(
  indicator: ScoredIndicator,
  [number, unit]: readonly [string, string],
  previous: ScoreEntry | null,
): EntryReading {
  const rule = ruleForUnit(indicator, unit);
  if (rule === undefined) return { problem: `本项没有按“${unit}”计分的标准，${help(indicator)}` };
  const counts = takesCount(rule);
  const input: RuleInput = counts ? { count: Number(number) } : { value: number };
  const negative = number.startsWith('-') && !takesMeasure(rule);
  if (negative || !ruleInputSchema.safeParse(input).success) {
    return {
      problem: counts ? '次数应是0到1000000的整数' : '请检查数字：次数不能小于0，最多12位整数、6位小数',
    };
  }
  return { entry: ruleEntry(indicator, previous, { ruleId: rule.id, input }) };
}

/**
 * What a clerk typed into a cell of the grid. The inputs of bonus and veto rules are kept from the previous entry,
 * and the reason as long as points are lost; everything else is replaced, so that the same text means the same score
 * in every cell.
 */
export function readEntryText(
  indicator: ScoredIndicator,
  text: string,
  previous: ScoreEntry | null,
): EntryReading {
  const reading = readText(indicator, text, previous);
  return 'entry' in reading ? { entry: withFittingReason(indicator, reading.entry, previous) } : reading;
}

function readText(indicator: ScoredIndicator, text: string, previous: ScoreEntry | null): EntryReading {
  const typed = folded(text);
  if (typed === '') return { clear: true };
  if (NOT_APPLICABLE.test(typed)) return { entry: notApplicableEntry(previous) };
  if (FULL_MARKS.test(typed)) return { entry: fullEntry(indicator, previous) };
  const score = SCORE.exec(typed)?.[1];
  if (score !== undefined) return readScore(indicator, score, previous);
  const deduction = DEDUCTION.exec(typed)?.[1];
  if (deduction !== undefined) return readDeduction(indicator, deduction, previous);
  const [, number, unit] = NUMBER_WITH_UNIT.exec(typed) ?? [];
  if (number !== undefined && unit !== undefined) {
    return readNumberWithUnit(indicator, [number, unit], previous);
  }
  return { problem: `看不懂“${text.trim()}”，${help(indicator)}` };
}
