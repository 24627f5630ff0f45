import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { OfferedField } from '#shared/contract/foreign-forms.ts';
import {
  type BlockFilter,
  comparisonNames,
  comparisons,
  pointingLimits,
} from '#shared/rules/foreign-forms/pointing.ts';
import styles from './pointing.module.css';

interface FilterFieldsProps {
  fields: readonly OfferedField[];
  filters: readonly BlockFilter[];
  onChange: (filters: BlockFilter[]) => void;
}

/** Conditions that all have to hold. One that is being written counts when its field is left. */
export function FilterFields({ fields, filters, onChange }: FilterFieldsProps) {
  const options = fields.map(({ key, name }) => ({ value: key, label: name }));
  const [first] = fields;
  const set = (place: number, changed: BlockFilter | null) =>
    onChange(filters.flatMap((filter, index) => (index === place ? (changed ?? []) : filter)));

  return (
    <div className={styles.stack}>
      {filters.map((filter, place) => (
        // Conditions have no name of their own; they stay in the order in which they were made.
        <div key={`${place} ${filter.field}`} className={styles.filter}>
          <Select
            aria-label={`条件 ${place + 1} 的内容`}
            className={styles.filterField ?? ''}
            showSearch={{ optionFilterProp: 'label' }}
            value={filter.field}
            options={options}
            onChange={(field) => set(place, { ...filter, field })}
          />
          <Select
            aria-label={`条件 ${place + 1} 的关系`}
            value={filter.comparison}
            options={comparisons.map((each) => ({ value: each, label: comparisonNames[each] }))}
            onChange={(comparison) => set(place, { ...filter, comparison })}
          />
          <ValueField
            label={`条件 ${place + 1} 的值`}
            value={filter.value}
            onChange={(value) => set(place, { ...filter, value })}
          />
          <Button
            type="text"
            aria-label={`去掉条件 ${place + 1}`}
            icon={<DeleteOutlined aria-hidden />}
            onClick={() => set(place, null)}
          />
        </div>
      ))}
      {first !== undefined && filters.length < pointingLimits.filters && (
        <Button
          type="dashed"
          onClick={() => onChange([...filters, { field: first.key, comparison: 'is', value: '' }])}
        >
          加一个条件
        </Button>
      )}
    </div>
  );
}

interface ValueFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function ValueField({ label, value, onChange }: ValueFieldProps) {
  const [typed, setTyped] = useState(value);
  const leave = () => {
    if (typed !== value) onChange(typed);
  };
  return (
    <Input
      aria-label={label}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
    />
  );
}
