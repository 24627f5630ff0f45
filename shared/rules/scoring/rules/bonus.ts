import type { Points } from '../../../points.ts';
import type { RuleInput, RuleOf } from '../model.ts';

/** Points above full marks, each level as often as it was reached, up to the rule's own cap. */
export function bonusOf(rule: RuleOf<'bonus'>, input: RuleInput): Points {
  const points = rule.levels.reduce(
    (sum, level, place) => sum + level.points * (input.counts?.[place] ?? 0),
    0,
  );
  return rule.cap === null ? points : Math.min(points, rule.cap);
}
