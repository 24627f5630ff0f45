import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Indicator } from '#shared/contract/schemes.ts';
import { describeRule } from '#shared/rules/scoring/describe-rule.ts';
import type { ScoringRule, SchemeSettings } from '#shared/rules/scoring/model.ts';
import { TextField } from '../fields/fields.tsx';
import { BelowMinimumForm, EachForm, GrowingForm } from './counting-forms.tsx';
import { BonusForm, DiscretionForm, EarnForm, FailedForm, VetoForm } from './judging-forms.tsx';
import { ruleKinds } from './kinds.ts';
import { RateForm, StepsForm } from './measuring-forms.tsx';
import styles from './rules.module.css';
import { Trial } from './trial.tsx';

interface RuleCardProps {
  indicator: Indicator;
  rule: ScoringRule;
  /** Just added: the focus goes to its first figure. */
  isNew: boolean;
  settings: SchemeSettings;
  inBonusCategory: boolean;
  disabled: boolean;
  /** @param seen the rule with the changed field as it stood when typing began */
  onChange: (rule: ScoringRule, seen: ScoringRule) => void;
  onRemove: () => void;
}

const TEXT_CHARACTERS = 500;

/** One rule: its figures, how it reads in a sentence, and a place to try it. */
export function RuleCard(props: RuleCardProps) {
  const { indicator, rule, isNew, settings, inBonusCategory, disabled, onChange, onRemove } = props;
  const { name } = ruleKinds[rule.kind];
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const field = isNew ? card.current?.querySelector('input') : null;
    field?.focus();
    field?.select();
  }, [isNew]);

  return (
    <section ref={card} className={styles.card} aria-label={name}>
      <header className={styles.cardHead}>
        <strong>{name}</strong>
        <span className={styles.reading}>{describeRule(rule)}</span>
        {!disabled && (
          <Button
            type="text"
            size="small"
            aria-label={`删除规则：${name}`}
            icon={<CloseOutlined aria-hidden />}
            onClick={onRemove}
          />
        )}
      </header>
      <RuleForm rule={rule} settings={settings} disabled={disabled} onChange={onChange} />
      {(!disabled || rule.text !== '') && (
        <TextField
          label="原文中的这一句"
          placeholder="原文中的这一句，如：未组织研究的扣3分(打分时写进扣分理由)"
          most={TEXT_CHARACTERS}
          value={rule.text}
          disabled={disabled}
          onCommit={(text, seen) => onChange({ ...rule, text }, { ...rule, text: seen })}
        />
      )}
      <Trial indicator={indicator} rule={rule} inBonusCategory={inBonusCategory} />
    </section>
  );
}

interface RuleFormProps {
  rule: ScoringRule;
  settings: SchemeSettings;
  disabled: boolean;
  onChange: RuleCardProps['onChange'];
}

function RuleForm({ rule, ...props }: RuleFormProps) {
  switch (rule.kind) {
    case 'failed':
      return <FailedForm rule={rule} {...props} />;
    case 'each':
      return <EachForm rule={rule} {...props} />;
    case 'growing':
      return <GrowingForm rule={rule} {...props} />;
    case 'steps':
      return <StepsForm rule={rule} {...props} />;
    case 'belowMinimum':
      return <BelowMinimumForm rule={rule} {...props} />;
    case 'rate':
      return <RateForm rule={rule} {...props} />;
    case 'discretion':
      return <DiscretionForm rule={rule} {...props} />;
    case 'earn':
      return <EarnForm rule={rule} {...props} />;
    case 'bonus':
      return <BonusForm rule={rule} {...props} />;
    case 'veto':
      return <VetoForm rule={rule} {...props} />;
    default:
      return rule satisfies never;
  }
}
