import { Checkbox, Select } from 'antd';
import { OptionalPointsField, PointsField } from '../fields/fields.tsx';
import { AllOrPoints } from './measuring-forms.tsx';
import { NamedPoints } from './named-points.tsx';
import type { RuleFormProps } from './rule-props.ts';
import styles from './rules.module.css';

interface Range {
  min: number;
  max: number;
}

interface RangeFieldsProps {
  range: Range;
  disabled: boolean;
  /** @param seen what stood there when typing began */
  onChange: (range: Range, seen: Range) => void;
}

function RangeFields({ range, disabled, onChange }: RangeFieldsProps) {
  return (
    <span className={styles.phrase}>
      <PointsField
        label="最少"
        mayBeZero
        value={range.min}
        disabled={disabled}
        onCommit={(min, seen) => onChange({ ...range, min }, { ...range, min: seen })}
      />
      至
      <PointsField
        label="最多"
        value={range.max}
        disabled={disabled}
        onCommit={(max, seen) => onChange({ ...range, max }, { ...range, max: seen })}
      />
    </span>
  );
}

export function FailedForm({ rule, disabled, onChange }: RuleFormProps<'failed'>) {
  return (
    <div className={styles.sentence}>
      没做到
      <AllOrPoints
        verb="扣"
        all="不得分"
        value={rule.points}
        disabled={disabled}
        onChange={(points, seen) => onChange({ ...rule, points }, { ...rule, points: seen })}
      />
    </div>
  );
}

export function DiscretionForm({ rule, disabled, onChange }: RuleFormProps<'discretion'>) {
  return (
    <div className={styles.sentence}>
      <Select
        aria-label="扣分还是得分"
        style={{ width: 148 }}
        value={rule.effect}
        disabled={disabled}
        options={[
          { value: 'deduct', label: '酌情扣' },
          { value: 'award', label: '按落实情况得' },
        ]}
        onChange={(effect) => onChange({ ...rule, effect }, rule)}
      />
      <RangeFields
        range={rule}
        disabled={disabled}
        onChange={(range, seen) => onChange({ ...rule, ...range }, { ...rule, ...seen })}
      />
    </div>
  );
}

export function EarnForm({ rule, disabled, onChange }: RuleFormProps<'earn'>) {
  const { otherwise } = rule;
  return (
    <div className={styles.sentence}>
      {otherwise === null ? '做到得' : '记'}
      <PointsField
        label="得分"
        value={rule.points}
        disabled={disabled}
        onCommit={(points, seen) => onChange({ ...rule, points }, { ...rule, points: seen })}
      />
      <Checkbox
        checked={otherwise !== null}
        disabled={disabled}
        onChange={({ target }) =>
          onChange({ ...rule, otherwise: target.checked ? { min: 0, max: rule.points } : null }, rule)
        }
      >
        否则扣
      </Checkbox>
      {otherwise !== null && (
        <RangeFields
          range={otherwise}
          disabled={disabled}
          onChange={(range, seen) => onChange({ ...rule, otherwise: range }, { ...rule, otherwise: seen })}
        />
      )}
    </div>
  );
}

export function BonusForm({ rule, disabled, onChange }: RuleFormProps<'bonus'>) {
  return (
    <>
      <NamedPoints
        what="级别"
        verb="加"
        items={rule.levels}
        least={1}
        disabled={disabled}
        onChange={(levels, seen) => onChange({ ...rule, levels }, { ...rule, levels: seen })}
      />
      <div className={styles.sentence}>
        本条最多加
        <OptionalPointsField
          label="最多加"
          placeholder="不限"
          value={rule.cap}
          disabled={disabled}
          onCommit={(cap, seen) => onChange({ ...rule, cap }, { ...rule, cap: seen })}
        />
      </div>
    </>
  );
}

export function VetoForm({ rule, disabled, settings, onChange }: RuleFormProps<'veto'>) {
  const grades = settings.grades.map(({ name }, value) => ({ value, label: name }));
  return (
    <div className={styles.sentence}>
      <Select
        aria-label="否决的后果"
        style={{ width: 200 }}
        value={rule.effect}
        disabled={disabled}
        options={[
          { value: 'zeroTotal', label: '总分记 0 分' },
          { value: 'lowestGrade', label: `等次定为${settings.grades.at(-1)?.name ?? '最低'}` },
          { value: 'deductAndLimit', label: '每次扣总分并限制等次' },
        ]}
        onChange={(effect) => onChange({ ...rule, effect }, rule)}
      />
      {rule.effect === 'deductAndLimit' && (
        <>
          每次扣总分
          <PointsField
            label="每次扣总分"
            mayBeZero
            value={rule.points}
            disabled={disabled}
            onCommit={(points, seen) => onChange({ ...rule, points }, { ...rule, points: seen })}
          />
          最高评为
          <Select
            aria-label="最高评为"
            style={{ width: 100 }}
            value={rule.bestGrade}
            disabled={disabled}
            options={grades}
            onChange={(bestGrade) => onChange({ ...rule, bestGrade }, rule)}
          />
        </>
      )}
    </div>
  );
}
