import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { IndicatorCondition } from '#shared/rules/scoring/model.ts';
import { api } from '#renderer/app/client.ts';
import styles from './part-form.module.css';

type Relation = NonNullable<IndicatorCondition>['relation'];

const relations: readonly { value: Relation | 'all'; label: string }[] = [
  { value: 'all', label: '全部被考评单位' },
  { value: 'has', label: '有标记的单位' },
  { value: 'lacks', label: '没有标记的单位' },
  { value: 'containsAny', label: '下辖有标记单位的' },
  { value: 'containsNone', label: '下辖没有标记单位的' },
];

interface ConditionFieldProps {
  condition: IndicatorCondition;
  disabled: boolean;
  onChange: (condition: IndicatorCondition) => void;
}

/** Which objects the indicator applies to, by the marks of organizations. */
export function ConditionField({ condition, disabled, onChange }: ConditionFieldProps) {
  const { data: marks = [] } = useQuery(
    api.organizations.marks.queryOptions({ meta: { tables: ['organization_mark', 'organization_state'] } }),
  );
  const first = marks[0]?.mark ?? '';
  const known = marks.map(({ mark, name }) => ({ value: mark, label: name }));
  const isKnown = condition === null || marks.some(({ mark }) => mark === condition.mark);
  const options = isKnown ? known : [...known, { value: condition.mark, label: '已删除的标记' }];

  return (
    <span className={styles.pair}>
      <Select
        aria-label="适用于"
        style={{ width: 180 }}
        disabled={disabled || (condition === null && first === '')}
        value={condition?.relation ?? 'all'}
        options={[...relations]}
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
