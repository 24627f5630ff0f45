import { Select, Space } from 'antd';
import type { FeedbackCycle } from '#shared/rules/tasks/feedback-cycle.ts';
import styles from './tasks.module.css';

const kinds: { value: FeedbackCycle['kind']; label: string }[] = [
  { value: 'none', label: '不定期' },
  { value: 'weekly', label: '每周' },
  { value: 'monthly', label: '每月' },
  { value: 'quarterly', label: '每季度(末月)' },
  { value: 'halfYearly', label: '每半年(末月)' },
];
const weekdays = ['一', '二', '三', '四', '五', '六', '日'].map((name, index) => ({
  value: index + 1,
  label: `周${name}前`,
}));
const monthDays = Array.from({ length: 31 }, (_, index) => ({
  value: index + 1,
  label: index === 30 ? '月底前' : `${index + 1} 日前`,
}));
/** By Friday, by the end of the month: what is asked for most. */
const usualDays = { weekly: 5, monthly: 31, quarterly: 31, halfYearly: 31 };

interface CycleFieldProps {
  id?: string;
  value?: FeedbackCycle;
  onChange?: (cycle: FeedbackCycle) => void;
}

/** How often the lead unit tells how far it is. */
export function CycleField({ id, value = { kind: 'none' }, onChange }: CycleFieldProps) {
  return (
    <Space>
      <Select
        {...(id === undefined ? {} : { id })}
        aria-label="反馈周期"
        className={styles.day ?? ''}
        value={value.kind}
        options={kinds}
        onChange={(kind) => onChange?.(kind === 'none' ? { kind } : { kind, day: usualDays[kind] })}
      />
      {value.kind !== 'none' && (
        <Select
          aria-label="反馈日"
          className={styles.day ?? ''}
          value={value.day}
          options={value.kind === 'weekly' ? weekdays : monthDays}
          onChange={(day) => onChange?.({ ...value, day })}
        />
      )}
    </Space>
  );
}
