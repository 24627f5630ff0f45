import { InputNumber, Select } from 'antd';
import type { Term } from '#shared/rules/calendar/term.ts';

interface TermFieldProps {
  label: string;
  term: Term | null;
  onChange: (term: Term | null) => void;
}

const units = [
  { value: 'day' as const, label: '日' },
  { value: 'workday' as const, label: '个工作日' },
];

/** So many days or workdays; emptied: none. */
export function TermField({ label, term, onChange }: TermFieldProps) {
  const unit = term?.unit ?? 'workday';
  const withCount = (count: number | null): Term | null =>
    count === null ? null : { count, unit, movesToWorkday: term?.movesToWorkday ?? false };
  return (
    <span style={{ display: 'inline-flex', gap: 4 }}>
      <InputNumber
        aria-label={label}
        style={{ width: 70 }}
        min={1}
        max={730}
        precision={0}
        value={term?.count ?? null}
        onChange={(count) => onChange(withCount(count))}
      />
      <Select
        aria-label={`${label}的单位`}
        style={{ width: 105 }}
        value={unit}
        options={units}
        disabled={term === null}
        onChange={(value) => term !== null && onChange({ ...term, unit: value })}
      />
    </span>
  );
}
