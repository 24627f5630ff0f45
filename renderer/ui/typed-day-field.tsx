import { AutoComplete, Input } from 'antd';
import { useState } from 'react';

interface TypedDayFieldProps {
  'aria-label': string;
  /** YYYY-MM-DD, or null for none. */
  value?: string | null;
  onChange?: (day: string | null) => void;
  /** Reads what is typed; null where it is not understood. */
  read: (typed: string) => string | null;
  /** Words that are offered before anything is typed: 本月底, 15日内. */
  suggestions: readonly string[];
  placeholder?: string;
  id?: string;
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** A day that is typed as one says it; what was understood stands beneath the words and is taken over by Enter. */
export function TypedDayField(props: TypedDayFieldProps) {
  const { value = null, onChange, read, suggestions, placeholder = '如 10月底前、10.31', id } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const understood = typed === null || typed.trim() === '' ? null : read(typed);
  const options =
    typed === null || typed.trim() === ''
      ? suggestions.flatMap((words) => optionOf(words, read(words)))
      : optionOf(typed, understood);

  function leave(): void {
    if (typed === null) return;
    onChange?.(typed.trim() === '' ? null : (understood ?? value));
    setTyped(null);
  }

  return (
    <AutoComplete
      {...(id === undefined ? {} : { id })}
      value={typed ?? value ?? ''}
      options={options}
      defaultActiveFirstOption
      popupMatchSelectWidth={240}
      notFoundContent={typed === null || typed.trim() === '' ? null : '没有看懂，请写成 10.31 或 10月底前'}
      style={{ width: '100%' }}
      onChange={(text) => setTyped(text)}
      onSelect={(day: string) => {
        onChange?.(day);
        setTyped(null);
      }}
      onBlur={leave}
    >
      <Input aria-label={props['aria-label']} placeholder={placeholder} allowClear autoComplete="off" />
    </AutoComplete>
  );
}

function optionOf(words: string, day: string | null): { value: string; label: string }[] {
  if (day === null) return [];
  const weekday = weekdays[new Date(`${day}T00:00`).getDay()] ?? '';
  return [{ value: day, label: words === day ? `${day} ${weekday}` : `${words}：${day} ${weekday}` }];
}
