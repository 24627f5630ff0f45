import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface DayFieldProps {
  /** YYYY-MM-DD; null: none. Given by Form.Item, or by the caller. */
  value?: string | null;
  onChange?: (day: string | null) => void;
  id?: string;
  label?: string;
  allowClear?: boolean;
  disabled?: boolean;
}

/** A calendar day as the contract has it. */
export function DayField({
  value,
  onChange,
  id,
  label,
  allowClear = false,
  disabled = false,
}: DayFieldProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      style={{ width: 150 }}
      allowClear={allowClear}
      disabled={disabled}
      value={value === null || value === undefined || value === '' ? null : dayjs(value)}
      onChange={(day) => onChange?.(day === null ? null : day.format('YYYY-MM-DD'))}
    />
  );
}
