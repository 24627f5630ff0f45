import type { Fraction } from '../fraction.ts';
import { compareFractions, fractionOf, fractionText, sumFractions } from '../fraction.ts';
import { scoreIndicator } from './indicator.ts';
import type { RuleInput, ScoredIndicator, SchemeSettings, ScoreEntry, ScoringRule } from './model.ts';

/* Several judges (评委) score the same item, each by himself: what they come to together. */

export type JudgesWay = SchemeSettings['judges'];

export const judgesWayNames: Readonly<Record<JudgesWay, string>> = {
  mean: '平均分',
  trimmed: '去掉一个最高分和一个最低分，再平均',
};

/** Without the highest and the lowest at least one has to be left. */
const FEWEST_TRIMMED = 3;
const LONGEST_REASON = 1_000;

/** What one judge said; null: nothing yet, which is no zero. */
export interface JudgeSaid {
  name: string;
  entry: ScoreEntry | null;
}

export function fewestJudges(way: JudgesWay): number {
  return way === 'trimmed' ? FEWEST_TRIMMED : 1;
}

/** Null where there are too few for this way. */
export function meanOf(scores: readonly Fraction[], way: JudgesWay): Fraction | null {
  if (scores.length < fewestJudges(way)) return null;
  const left = new Set(leftOut(scores, way));
  const counted = scores.filter((_, place) => !left.has(place));
  return sumFractions(counted).div(fractionOf(counted.length));
}

/** The places of what does not count: one lowest and one highest, where there are enough for that. */
export function leftOut(scores: readonly Fraction[], way: JudgesWay): number[] {
  if (way === 'mean' || scores.length < FEWEST_TRIMMED) return [];
  const order = [...scores.keys()].toSorted((one, other) => {
    const [left, right] = [scores[one], scores[other]];
    return left === undefined || right === undefined ? 0 : compareFractions(left, right);
  });
  return [order[0], order.at(-1)].filter((place) => place !== undefined);
}

/** The entry that several judges came to; null while one of them has said nothing, or there are too few. */
export function judgedEntry(
  indicator: ScoredIndicator,
  said: readonly JudgeSaid[],
  { way, inBonusCategory }: { way: JudgesWay; inBonusCategory: boolean },
): ScoreEntry | null {
  const entries = said.flatMap(({ entry }) => entry ?? []);
  if (entries.length < said.length) return null;
  const mean = meanOf(
    entries.map((entry) => scoreIndicator(indicator, entry, true, inBonusCategory).score),
    way,
  );
  if (mean === null) return null;
  return {
    direct: null,
    mean: fractionText(mean),
    inputs: sharedInputs(indicator, entries),
    notApplicable: false,
    reason: joinedReasons(said),
  };
}

/** Bonus and veto are facts, of which no mean can be made: whether judges say different ones. */
export function judgesDiffer(indicator: ScoredIndicator, entries: readonly ScoreEntry[]): boolean {
  return factRules(indicator).some((rule) => {
    const [first, ...others] = entries.map((entry) => factsText(rule, entry));
    return others.some((other) => other !== first);
  });
}

function factRules({ rules }: ScoredIndicator): ScoringRule[] {
  return rules.filter(({ kind }) => kind === 'bonus' || kind === 'veto');
}

function factsText(rule: ScoringRule, { inputs }: ScoreEntry): string {
  const { count = 0, counts = [] } = inputs[rule.id] ?? {};
  const levels = rule.kind === 'bonus' ? rule.levels.length : 0;
  return [count, ...Array.from({ length: levels }, (_, place) => counts[place] ?? 0)].join(' ');
}

/** Where they differ the stricter stands until they agree: every veto, and only the bonus that all have given. */
function sharedInputs(indicator: ScoredIndicator, entries: readonly ScoreEntry[]): ScoreEntry['inputs'] {
  const shared: Record<string, RuleInput> = {};
  for (const rule of factRules(indicator)) {
    const given = entries.map(({ inputs }) => inputs[rule.id] ?? {});
    if (rule.kind === 'veto') {
      const count = Math.max(0, ...given.map((input) => input.count ?? 0));
      if (count > 0) shared[rule.id] = { count };
    }
    if (rule.kind === 'bonus') {
      const counts = rule.levels.map((_, place) =>
        Math.min(...given.map((input) => input.counts?.[place] ?? 0)),
      );
      if (counts.some((count) => count > 0)) shared[rule.id] = { counts };
    }
  }
  return shared;
}

/** 张三：台账不全；李四：… Each one's own words stay whole with the judge's score. */
function joinedReasons(said: readonly JudgeSaid[]): string {
  const words = said.flatMap(({ name, entry }) => {
    const reason = entry?.reason.trim() ?? '';
    return reason === '' ? [] : [`${name}：${reason}`];
  });
  const text = words.join('；');
  return text.length <= LONGEST_REASON ? text : `${text.slice(0, LONGEST_REASON - 1)}…`;
}
