import type { ReactNode } from 'react';
import styles from './step-card.module.css';

interface StepCardProps {
  title: string;
  text: ReactNode;
  /** The step itself: a button or a link. */
  action?: ReactNode;
}

/** One next step on 首页. */
export function StepCard({ title, text, action }: StepCardProps) {
  return (
    <article className={styles.card}>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.text}>{text}</div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </article>
  );
}
