import { type StandingCounts, totalOf } from '#shared/rules/plans/standing.ts';
import styles from './plans.module.css';

/** 2/5 done, and how many are overdue; in words and signs, so that it reads without colours. */
export function Progress({ counts }: { counts: StandingCounts }) {
  const total = totalOf(counts);
  if (total === 0) return <span className={styles.grey}>—</span>;
  const isDone = counts.done === total;
  return (
    <span className={styles.progress}>
      <span className={isDone ? (styles.done ?? '') : ''} title={`共 ${total} 项，已办结 ${counts.done} 项`}>
        {isDone && '✓ '}
        {counts.done}/{total}
      </span>
      {counts.overdue > 0 && <span className={styles.late}>逾期 {counts.overdue}</span>}
    </span>
  );
}
