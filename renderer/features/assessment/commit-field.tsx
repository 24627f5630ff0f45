import { Input } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';

interface CommitFieldProps<Seen> {
  label: string;
  value: string;
  /** Shown instead of the value while the field is not being edited: the score that an entry of 3次 gives. */
  shownAtRest?: string;
  /** What the edit rests on, taken when its first character is typed. */
  seen: () => Seen;
  onCommit: (text: string, seen: Seen) => void;
  /** Enter, Arrow up and down: to the field below or above. */
  onStep?: (step: 1 | -1) => void;
  /** Several lines. */
  rows?: number;
  maxLength?: number;
  /** The unit behind the text. */
  suffix?: string;
  small?: boolean;
  disabled?: boolean;
  className?: string;
}

/** A field that saves when it is left or Enter is pressed; Escape brings the old text back. */
export function CommitField<Seen>(props: CommitFieldProps<Seen>) {
  const { label, value, seen, onCommit, onStep, rows, suffix, small = false, disabled = false } = props;
  const { className = '', maxLength = 2_000, shownAtRest = value } = props;
  const [focused, setFocused] = useState(false);
  const [draft, setDraft] = useState<string | null>(null);
  const base = useRef<{ seen: Seen } | null>(null);

  function type(text: string): void {
    base.current ??= { seen: seen() };
    setDraft(text);
  }

  function leave(): void {
    setFocused(false);
    finish();
  }

  function finish(): void {
    const begun = base.current;
    base.current = null;
    setDraft(null);
    if (draft !== null && begun !== null && draft !== value) onCommit(draft, begun.seen);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.nativeEvent.isComposing) return;
    const step = stepOf(event, rows !== undefined);
    if (event.key === 'Escape') {
      base.current = null;
      setDraft(null);
    } else if (event.key === 'Enter' && !(rows !== undefined && event.shiftKey)) {
      finish();
      if (step !== null) onStep?.(step);
    } else if (step !== null && onStep !== undefined) {
      finish();
      onStep(step);
    } else return;
    event.preventDefault();
  }

  const common = {
    className,
    disabled,
    maxLength,
    size: small ? ('small' as const) : ('middle' as const),
    'aria-label': label,
    value: draft ?? (focused ? value : shownAtRest),
    onFocus: () => setFocused(true),
    onBlur: leave,
    onKeyDown,
    onChange: (event: { target: { value: string } }) => type(event.target.value),
  };
  return rows === undefined ? (
    <Input {...common} suffix={suffix} />
  ) : (
    <Input.TextArea {...common} rows={rows} />
  );
}

function stepOf({ key, shiftKey }: KeyboardEvent, isText: boolean): 1 | -1 | null {
  if (key === 'Enter') return shiftKey ? -1 : 1;
  if (isText) return null;
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null;
}
