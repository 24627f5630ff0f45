import type { RuleInput, ScoringRule } from '#shared/rules/scoring/model.ts';

/** What the clerk would enter for a rule when scoring, to try it out. */
export type TrialField =
  | { kind: 'held'; label: string }
  | { kind: 'number'; label: string; name: 'count' | 'value' | 'points' }
  | { kind: 'counts'; labels: string[] };

export function trialFields(rule: ScoringRule): TrialField[] {
  switch (rule.kind) {
    case 'failed':
      return [{ kind: 'held', label: '没做到' }];
    case 'earn': {
      const held: TrialField = { kind: 'held', label: '做到了' };
      return rule.otherwise === null ? [held] : [held, { kind: 'number', label: '扣', name: 'points' }];
    }
    case 'each':
      return rule.classes.length === 0
        ? [{ kind: 'number', label: rule.unit || '次', name: 'count' }]
        : [{ kind: 'counts', labels: rule.classes.map(({ name }) => name) }];
    case 'growing':
      return [{ kind: 'number', label: rule.unit || '次', name: 'count' }];
    case 'veto':
      return [{ kind: 'number', label: '次', name: 'count' }];
    case 'bonus':
      return [{ kind: 'counts', labels: rule.levels.map(({ name }) => name) }];
    case 'steps':
    case 'rate':
    case 'belowMinimum':
      return [{ kind: 'number', label: `实际${rule.unit === '' ? '' : `(${rule.unit})`}`, name: 'value' }];
    case 'discretion':
      return [{ kind: 'number', label: rule.effect === 'award' ? '得' : '扣', name: 'points' }];
    default:
      return rule satisfies never;
  }
}

/** A number of the trial as the rule wants it; null: not understood. */
export function trialInput(name: 'count' | 'value' | 'points', text: string): RuleInput | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s%]/gu, '');
  if (name === 'value') return /^-?\d{1,12}(\.\d{1,6})?$/u.test(plain) ? { value: plain } : null;
  if (name === 'count') return /^\d{1,6}$/u.test(plain) ? { count: Number(plain) } : null;
  return /^\d{1,5}(\.\d{1,3})?$/u.test(plain) ? { points: Math.round(Number(plain) * 1_000) } : null;
}
