import { Input } from 'antd';
import type { ReactNode } from 'react';
import styles from './fields.module.css';

/** A labelled field of a paper; the label stands above it. */
export function Field({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>
        {label}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
      {children}
    </div>
  );
}

/** Characters that stand in one line of a field as wide as the writing side. */
const LINE_CHARACTERS = 33;

/** Rows that a text needs, up to a limit; the page's policy forbids the measuring that antd does for it. */
export function rowsFor(text: string, limit: number): number {
  const needed = text
    .split('\n')
    .reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / LINE_CHARACTERS)), 0);
  return Math.min(limit, needed);
}

/** Fields side by side. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

interface TextFieldProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  disabled: boolean;
  maxLength: number;
  placeholder?: string;
  /** Grows with its text, up to so many lines. */
  lines?: number;
}

export function TextField({
  label,
  hint,
  value,
  onChange,
  disabled,
  maxLength,
  placeholder,
  lines = 1,
}: TextFieldProps) {
  const shared = {
    'aria-label': label,
    value,
    disabled,
    maxLength,
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {lines === 1 ? (
        <Input {...shared} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input.TextArea
          {...shared}
          rows={rowsFor(value, lines)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
