import { Select } from 'antd';
import type { IndicatorCondition } from '#shared/rules/scoring/model.ts';
import { relationNames } from '../model/names.ts';
import styles from './part-form.module.css';
import { DELETED_MARK, useMarks } from './use-marks.ts';

type Relation = NonNullable<IndicatorCondition>['relation'];

const relations = (Object.keys(relationNames) as (keyof typeof relationNames)[]).map((value) => ({
  value,
  label: relationNames[value],
}));

interface ConditionFieldProps {
  condition: IndicatorCondition;
  disabled: boolean;
  onChange: (condition: IndicatorCondition) => void;
}

/** Which objects the indicator applies to, by the marks of organizations. */
export function ConditionField({ condition, disabled, onChange }: ConditionFieldProps) {
  const marks = useMarks();
  const first = marks[0]?.mark ?? '';
  const known = marks.map(({ mark, name }) => ({ value: mark, label: name }));
  const isKnown = condition === null || marks.some(({ mark }) => mark === condition.mark);
  const options = isKnown ? known : [...known, { value: condition.mark, label: DELETED_MARK }];

  return (
    <span className={styles.pair}>
      <Select
        aria-label="适用于"
        style={{ width: 180 }}
        disabled={disabled || (condition === null && first === '')}
        value={condition?.relation ?? 'all'}
        options={relations}
        onChange={(relation: Relation | 'all') =>
          onChange(relation === 'all' ? null : { relation, mark: condition?.mark ?? first })
        }
      />
      {condition !== null && (
        <Select
          aria-label="标记"
          style={{ width: 140 }}
          disabled={disabled}
          value={condition.mark}
          options={options}
          onChange={(mark) => onChange({ ...condition, mark })}
        />
      )}
    </span>
  );
}
