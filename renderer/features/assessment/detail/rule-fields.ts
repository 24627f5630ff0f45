import type { RuleInput, ScoringRule } from '#shared/rules/scoring/model.ts';
import { ruleInputSchema } from '#shared/rules/scoring/model.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';

interface FieldOfRule {
  key: string;
  label: string;
}

/** One thing that can be entered for a rule. */
export type RuleField = FieldOfRule &
  (
    | { kind: 'check'; checked: boolean; set: (checked: boolean) => RuleInput }
    /** `set` gives null for what is no such number; empty text takes the value out. */
    | { kind: 'number'; value: string; unit: string; set: (text: string) => RuleInput | null }
  );

/** What the clerk fills in for a rule, by its kind. */
export function ruleFields(rule: ScoringRule, input: RuleInput): RuleField[] {
  switch (rule.kind) {
    case 'failed':
      return [heldField('未达到要求', input)];
    case 'earn':
      return rule.otherwise === null || input.held !== false
        ? [heldField('达到要求', input)]
        : [heldField('达到要求', input), pointsField('扣', input)];
    case 'each':
      return rule.classes.length === 0
        ? [countField('次数', rule.unit || '次', input)]
        : rule.classes.map(({ name }, place) =>
            classField(name, rule.unit || '次', place, rule.classes.length, input),
          );
    case 'growing':
      return [countField('次数', rule.unit || '次', input)];
    case 'veto':
      return [countField('发生', '次', input)];
    case 'bonus':
      return rule.levels.map(({ name }, place) => classField(name, '次', place, rule.levels.length, input));
    case 'steps':
    case 'belowMinimum':
      return [decimalField('value', '实际', rule.unit, input)];
    case 'rate':
      return [
        decimalField('value', '实际', rule.unit, input),
        decimalField('numerator', '或：分子', '', input),
        decimalField('denominator', '分母', '', input),
      ];
    case 'discretion':
      return [pointsField(rule.effect === 'award' ? '得' : '扣', input)];
    default:
      return rule satisfies never;
  }
}

function heldField(label: string, input: RuleInput): RuleField {
  const set = (held: boolean): RuleInput => ({ ...input, held });
  return { kind: 'check', key: 'held', label, checked: input.held === true, set };
}

function countField(label: string, unit: string, input: RuleInput): RuleField {
  const value = input.count === undefined ? '' : String(input.count);
  return {
    kind: 'number',
    key: 'count',
    label,
    unit,
    value,
    set: (text) => withField(input, 'count', numberOf(text)),
  };
}

function classField(label: string, unit: string, place: number, length: number, input: RuleInput): RuleField {
  const counts = Array.from({ length }, (_unused, index) => input.counts?.[index] ?? 0);
  const own = counts[place] ?? 0;
  const set = (text: string): RuleInput | null => {
    const next = counts.with(place, numberOf(text) ?? 0);
    return withField(input, 'counts', next.every((count) => count === 0) ? undefined : next);
  };
  return { kind: 'number', key: `counts/${place}`, label, unit, value: own === 0 ? '' : String(own), set };
}

function pointsField(label: string, input: RuleInput): RuleField {
  const value = input.points === undefined ? '' : pointsText(input.points);
  const set = (text: string): RuleInput | null => {
    const number = numberOf(text);
    return withField(input, 'points', number === undefined ? undefined : Math.round(number * 1e6) / 1e3);
  };
  return { kind: 'number', key: 'points', label, unit: '分', value, set };
}

function decimalField(
  key: 'value' | 'numerator' | 'denominator',
  label: string,
  unit: string,
  input: RuleInput,
): RuleField {
  const set = (text: string): RuleInput | null =>
    withField(input, key, text === '' ? undefined : text.normalize('NFKC').replace(/%$/u, ''));
  return { kind: 'number', key, label, unit, value: input[key] ?? '', set };
}

/** Empty text is no number; what is not a number becomes NaN, which no field accepts. */
function numberOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  return plain === '' ? undefined : Number(plain);
}

function withField(input: RuleInput, key: keyof RuleInput, value: unknown): RuleInput | null {
  const { [key]: _old, ...rest } = input;
  const read = ruleInputSchema.safeParse(value === undefined ? rest : { ...rest, [key]: value });
  return read.success ? read.data : null;
}
