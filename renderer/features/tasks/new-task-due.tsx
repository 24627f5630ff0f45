import { TypedDayField } from '#renderer/ui/typed-day-field.tsx';
import { dueSuggestions, useDayReader } from './use-tasks.ts';

interface NewTaskDueProps {
  /** From which 本月底 is meant. */
  day: string;
  value: string | null;
  onChange: (day: string | null) => void;
}

/** By when a task is to be done, typed as it is said, in the row where new ones are entered. */
export function NewTaskDue({ day, value, onChange }: NewTaskDueProps) {
  const reader = useDayReader(day);
  return (
    <TypedDayField
      aria-label="新任务的时限"
      value={value}
      onChange={onChange}
      {...reader}
      suggestions={dueSuggestions}
      placeholder="时限，如 10月底前"
    />
  );
}
