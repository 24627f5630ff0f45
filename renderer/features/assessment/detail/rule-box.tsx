import { App, Checkbox } from 'antd';
import type { Indicator } from '#shared/contract/schemes.ts';
import { describeEntry } from '#shared/rules/scoring/describe-entry.ts';
import { describeRule } from '#shared/rules/scoring/describe-rule.ts';
import { isGiven, type RuleInput, type ScoreEntry, type ScoringRule } from '#shared/rules/scoring/model.ts';
import { CommitField } from '../commit-field.tsx';
import styles from './detail-panel.module.css';
import { type RuleField, ruleFields } from './rule-fields.ts';

interface RuleBoxProps {
  indicator: Indicator;
  rule: ScoringRule;
  entry: ScoreEntry | null;
  /** What an edit rests on: the entry of the stage that is being entered. */
  seen: ScoreEntry | null;
  inBonus: boolean;
  readOnly: boolean;
  onInput: (rule: ScoringRule, input: RuleInput, seen: ScoreEntry | null) => void;
}

/** One rule: what it says, what is entered for it, and what follows in words. */
export function RuleBox({ indicator, rule, entry, seen, inBonus, readOnly, onInput }: RuleBoxProps) {
  const { message } = App.useApp();
  const input = entry?.inputs[rule.id] ?? {};
  const result = entry === null ? '' : resultText(indicator, rule, entry, inBonus);

  function commit(
    field: Extract<RuleField, { kind: 'number' }>,
    text: string,
    base: ScoreEntry | null,
  ): void {
    const next = field.set(text.trim());
    if (next === null) void message.warning(`“${text}”不能用作${field.label}，请输入数字`);
    else onInput(rule, next, base);
  }

  return (
    <div className={styles.rule}>
      <div className={styles.ruleText}>{describeRule(rule)}</div>
      {rule.text !== '' && <div className={styles.source}>{rule.text}</div>}
      <div className={styles.fields}>
        {ruleFields(rule, input).map((field) =>
          field.kind === 'check' ? (
            <Checkbox
              key={field.key}
              checked={field.checked}
              disabled={readOnly}
              onChange={(event) => onInput(rule, field.set(event.target.checked), seen)}
            >
              {field.label}
            </Checkbox>
          ) : (
            <div key={field.key} className={styles.field}>
              {field.label}
              <CommitField
                small
                label={field.label}
                className={styles.number ?? ''}
                disabled={readOnly}
                value={field.value}
                suffix={field.unit}
                seen={() => seen}
                onCommit={(text, base) => commit(field, text, base)}
              />
            </div>
          ),
        )}
      </div>
      {result !== '' && <div className={styles.result}>{result}</div>}
    </div>
  );
}

function resultText(indicator: Indicator, rule: ScoringRule, entry: ScoreEntry, inBonus: boolean): string {
  const isBeside = rule.kind === 'bonus' || rule.kind === 'veto';
  if (entry.inputs[rule.id] === undefined || (isGiven(entry) && !isBeside)) return '';
  const { mean: _mean, ...rest } = entry;
  return describeEntry({ ...indicator, rules: [rule] }, { ...rest, direct: null }, inBonus);
}
