import type { Points } from '../../points.ts';
import { describeRule } from '../scoring/describe-rule.ts';
import { decidingRules } from '../scoring/entry-by-rules.ts';
import type { RuleInput, ScoredIndicator } from '../scoring/model.ts';
import { pointsText } from '../scoring/points-text.ts';
import type { DecidingRule } from '../scoring/rules/apply.ts';

/** A rule's amount for one case, as it is offered. */
export interface RuleAmount {
  points: Points;
  /** 每少1次扣3分 */
  words: string;
}

interface RuleCase extends RuleAmount {
  /** The rule's input with this case in it; null where it follows from a measured value, which is never invented. */
  input: RuleInput | null;
}

/** Amounts that the rules of an indicator name for one case, in their order, each once. */
export function ruleAmounts(indicator: ScoredIndicator): RuleAmount[] {
  const amounts = new Map<Points, RuleAmount>();
  for (const rule of decidingRules(indicator))
    for (const { points, words } of casesOf(rule, {}, indicator.maxPoints))
      if (!amounts.has(points)) amounts.set(points, { points, words });
  return [...amounts.values()];
}

/** The inputs with one more case of the only rule that names these points for one; null where none or several do. */
export function inputsWithCase(
  indicator: ScoredIndicator,
  inputs: Readonly<Record<string, RuleInput>>,
  points: Points,
): Record<string, RuleInput> | null {
  const fitting = decidingRules(indicator).flatMap((rule) =>
    casesOf(rule, inputs[rule.id] ?? {}, indicator.maxPoints)
      .filter((one) => one.points === points)
      .flatMap(({ input }) => (input === null ? [] : [{ ruleId: rule.id, input }])),
  );
  const [only, ...others] = fitting;
  return only === undefined || others.length > 0 ? null : { ...inputs, [only.ruleId]: only.input };
}

function casesOf(rule: DecidingRule, input: RuleInput, maxPoints: Points): RuleCase[] {
  const counted = { ...input, count: (input.count ?? 0) + 1 };
  switch (rule.kind) {
    case 'each':
      if (rule.per > 1) return [];
      if (rule.classes.length === 0)
        return [{ points: rule.points, words: describeRule(rule), input: counted }];
      return rule.classes.map(({ name, points }, place) => ({
        points,
        words: `${name}扣${pointsText(points)}分`,
        input: withClass(input, place, rule.classes.length),
      }));
    case 'growing':
      // Proposed by the amount of a first case; what it really costs follows from how many there were before.
      return [{ points: rule.series[0] ?? 0, words: describeRule(rule), input: counted }];
    case 'belowMinimum':
      return rule.per > 1 ? [] : [{ points: rule.points, words: describeRule(rule), input: null }];
    case 'failed':
      if (input.held === true) return [];
      return [
        {
          points: rule.points === 'all' ? maxPoints : rule.points,
          words: describeRule(rule),
          input: { ...input, held: true },
        },
      ];
    default:
      return [];
  }
}

function withClass(input: RuleInput, place: number, classes: number): RuleInput {
  const counts = Array.from({ length: classes }, (_unused, index) => input.counts?.[index] ?? 0);
  return { ...input, counts: counts.with(place, (counts[place] ?? 0) + 1) };
}
