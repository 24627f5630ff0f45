import { Input, Tooltip } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Parsed } from '../model/parse.ts';

export interface Lines {
  least: number;
  most: number;
  characters: number;
}

export interface CommitFieldProps<Value> {
  /** Accessible name. */
  label: string;
  value: Value;
  format: (value: Value) => string;
  parse: (text: string) => Parsed<Value>;
  /** @param seen the value that stood there when typing began */
  onCommit: (value: Value, seen: Value) => void;
  disabled: boolean;
  /** Several lines, as many as the text needs when so many characters stand in one. */
  lines?: Lines;
  width?: number;
  placeholder?: string;
  suffix?: string;
}

/**
 * Saves when it is left; Enter does so too in a field of one line, Escape brings the old text back. What cannot be
 * understood stays in the field, in red and with a word on it, and is not saved.
 */
export function CommitField<Value>(props: CommitFieldProps<Value>) {
  const { label, value, format, parse, onCommit, disabled, lines, width, placeholder, suffix } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const seen = useRef<{ value: Value } | null>(null);
  const shown = format(value);
  const parsed = draft === null ? null : parse(draft);
  const problem = parsed !== null && !parsed.ok ? parsed.problem : '';

  function type(text: string): void {
    seen.current ??= { value };
    setDraft(text);
  }

  function giveUp(): void {
    seen.current = null;
    setDraft(null);
  }

  function finish(): void {
    const begun = seen.current;
    if (draft === null || begun === null || parsed === null || !parsed.ok) return;
    giveUp();
    if (format(parsed.value) !== format(begun.value)) onCommit(parsed.value, begun.value);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && draft !== null) {
      giveUp();
      event.preventDefault();
    } else if (event.key === 'Enter' && lines === undefined) finish();
  }

  const common = {
    'aria-label': label,
    value: draft ?? shown,
    disabled,
    status: problem === '' ? ('' as const) : ('error' as const),
    onBlur: finish,
    onKeyDown,
    onChange: (event: { target: { value: string } }) => type(event.target.value),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(width === undefined ? {} : { style: { width } }),
  };
  return (
    <Tooltip title={problem} open={problem !== ''}>
      {lines === undefined ? (
        <Input {...common} suffix={suffix} />
      ) : (
        <Input.TextArea {...common} rows={rowsFor(draft ?? shown, lines)} />
      )}
    </Tooltip>
  );
}

/** Counted, not measured: measuring sets inline styles, which the page's policy refuses. */
function rowsFor(text: string, { least, most, characters }: Lines): number {
  const rows = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / characters)), 0);
  return Math.min(most, Math.max(least, rows));
}
