import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { Indicator } from '#shared/contract/schemes.ts';
import { describeEntry } from '#shared/rules/scoring/describe-entry.ts';
import { scoreIndicator } from '#shared/rules/scoring/indicator.ts';
import type { RuleInput, ScoringRule } from '#shared/rules/scoring/model.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { type TrialField, trialFields, trialInput } from './trial-fields.ts';
import styles from './rules.module.css';

interface TrialProps {
  indicator: Indicator;
  rule: ScoringRule;
  inBonusCategory: boolean;
}

/** 试算: what one entry would make of the item by this rule alone. */
export function Trial({ indicator, rule, inBonusCategory }: TrialProps) {
  const [input, setInput] = useState<RuleInput>({});
  const isTried = Object.keys(input).length > 0;
  return (
    <div className={styles.trial}>
      <span className={styles.trialName}>试算</span>
      {trialFields(rule).map((field) => (
        <TrialInput key={field.kind} field={field} input={input} onChange={setInput} />
      ))}
      {isTried && <output>{resultText(indicator, rule, input, inBonusCategory)}</output>}
    </div>
  );
}

interface TrialInputProps {
  field: TrialField;
  input: RuleInput;
  onChange: (input: RuleInput) => void;
}

function TrialInput({ field, input, onChange }: TrialInputProps) {
  if (field.kind === 'held') {
    return (
      <Checkbox
        checked={input.held ?? false}
        onChange={({ target }) => onChange({ ...input, held: target.checked })}
      >
        {field.label}
      </Checkbox>
    );
  }
  if (field.kind === 'number') {
    return (
      <Input
        aria-label={`试算：${field.label}`}
        size="small"
        style={{ width: 110 }}
        suffix={field.label}
        onChange={({ target }) => {
          const { count: _count, value: _value, points: _points, ...rest } = input;
          onChange({ ...rest, ...trialInput(field.name, target.value) });
        }}
      />
    );
  }
  return field.labels.map((label, place) => (
    <Input
      key={label}
      aria-label={`试算：${label}`}
      size="small"
      style={{ width: 120 }}
      suffix={label}
      onChange={({ target }) => {
        const counts = field.labels.map((_, at) => input.counts?.[at] ?? 0);
        onChange({ ...input, counts: counts.with(place, trialInput('count', target.value)?.count ?? 0) });
      }}
    />
  ));
}

function resultText(
  indicator: Indicator,
  rule: ScoringRule,
  input: RuleInput,
  inBonusCategory: boolean,
): string {
  const entry = { direct: null, inputs: { [rule.id]: input }, notApplicable: false, reason: '试算' };
  const alone = { ...indicator, rules: [rule] };
  const text = describeEntry(alone, entry, inBonusCategory) || '不扣分';
  const { points } = scoreIndicator(alone, entry, true, inBonusCategory);
  return rule.kind === 'bonus' || rule.kind === 'veto' ? text : `${text}，本项得 ${pointsText(points)} 分`;
}
