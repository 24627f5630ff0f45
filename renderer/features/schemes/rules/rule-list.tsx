import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button } from 'antd';
import { useState } from 'react';
import type { Indicator } from '#shared/contract/schemes.ts';
import type { SchemeSettings, ScoringRule } from '#shared/rules/scoring/model.ts';
import { KindDialog } from './kind-dialog.tsx';
import { newRule } from './kinds.ts';
import { RuleCard } from './rule-card.tsx';
import styles from './rules.module.css';

interface RuleListProps {
  indicator: Indicator;
  settings: SchemeSettings;
  inBonusCategory: boolean;
  disabled: boolean;
  /** @param seen the rules with the changed field as it stood when typing began */
  onChange: (rules: ScoringRule[], seen: ScoringRule[]) => void;
}

const MOST = 12;

/** The rules of one indicator; several kinds may stand beside each other. */
export function RuleList({ indicator, settings, inBonusCategory, disabled, onChange }: RuleListProps) {
  const [isChoosing, setChoosing] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const { rules } = indicator;
  return (
    <div className={styles.list}>
      {rules.map((rule, place) => (
        <RuleCard
          key={rule.id}
          isNew={rule.id === added}
          indicator={indicator}
          rule={rule}
          settings={settings}
          inBonusCategory={inBonusCategory}
          disabled={disabled}
          onChange={(changed, seen) => onChange(rules.with(place, changed), rules.with(place, seen))}
          onRemove={() => onChange(rules.toSpliced(place, 1), rules)}
        />
      ))}
      {rules.length === 0 && (
        <p className={styles.none}>
          还没有评分规则。对照左边的原文，一条一条加进来；没有规则的指标打分时只能直接填分。
        </p>
      )}
      {!disabled && (
        <Button
          icon={<PlusOutlined aria-hidden />}
          disabled={rules.length >= MOST}
          onClick={() => setChoosing(true)}
        >
          加一条规则
        </Button>
      )}
      {isChoosing && (
        <KindDialog
          onChoose={(kind) => {
            setChoosing(false);
            const rule = newRule(kind, indicator.maxPoints);
            setAdded(rule.id);
            onChange([...rules, rule], rules);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}
