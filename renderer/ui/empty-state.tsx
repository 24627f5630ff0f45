import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  /** What comes here: 这里会列出参加考核的机构。 */
  text: string;
  /** The first step: a primary button. */
  action?: ReactNode;
}

/** An empty page says what comes here and offers the first step. */
export function EmptyState({ text, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.text}>{text}</p>
      {action}
    </div>
  );
}
