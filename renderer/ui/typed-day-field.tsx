import { AutoComplete, Input } from 'antd';
import { useState } from 'react';

interface TypedDayFieldProps {
  'aria-label': string;
  /** YYYY-MM-DD, or null for none. */
  value?: string | null;
  onChange?: (day: string | null) => void;
  /** Reads what is typed; null where it is not understood. */
  read: (typed: string) => string | null;
  /** The last day on which what is typed may end, where only the holidays until then are missing to read it. */
  unsure?: (typed: string) => string | null;
  /** Told of such a day while it is typed and when the field is left with it; null as soon as something else is. */
  onUnsure?: (day: string | null) => void;
  /** Words that are offered before anything is typed: 本月底, 15日内. */
  suggestions: readonly string[];
  placeholder?: string;
  id?: string;
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** A day that is typed as one says it; what was understood stands beneath the words and is taken over by Enter. */
export function TypedDayField(props: TypedDayFieldProps) {
  const { value = null, onChange, read, suggestions, placeholder = '如 10月底前、10.31', id } = props;
  const { unsure = () => null, onUnsure } = props;
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

  function type(text: string): void {
    setTyped(text);
    onUnsure?.(unsure(text));
  }

  return (
    <AutoComplete
      {...(id === undefined ? {} : { id })}
      value={typed ?? value ?? ''}
      options={options}
      defaultActiveFirstOption
      popupMatchSelectWidth={240}
      notFoundContent={typed === null || typed.trim() === '' ? null : notRead(unsure(typed))}
      style={{ width: '100%' }}
      onChange={type}
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

function notRead(unsureDay: string | null): string {
  return unsureDay === null
    ? '没有看懂，请写成 10.31 或 10月底前'
    : `到 ${unsureDay.slice(0, 4)} 年为止的节假日没有录齐，工作日算不准；请在“值班”的“节假日”里录入，或写成 10.31`;
}

function optionOf(words: string, day: string | null): { value: string; label: string }[] {
  if (day === null) return [];
  const weekday = weekdays[new Date(`${day}T00:00`).getDay()] ?? '';
  return [{ value: day, label: words === day ? `${day} ${weekday}` : `${words}：${day} ${weekday}` }];
}
