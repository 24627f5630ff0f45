import type { ReactNode } from 'react';
import styles from './part-form.module.css';

interface FieldProps {
  label: string;
  /** Small, beside the label. */
  hint?: string;
  grows?: boolean;
  children: ReactNode;
}

/** A label above what it names; the field itself carries the name for screen readers. */
export function Field({ label, hint, grows = false, children }: FieldProps) {
  return (
    <div className={styles.field} data-grows={grows}>
      <span className={styles.label}>
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
      {children}
    </div>
  );
}
