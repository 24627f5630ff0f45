import { Link } from 'wouter';
import type { DeductionRow } from '#shared/contract/deductions.ts';
import { pointsWords, taskHref } from './words.ts';
import styles from './deductions.module.css';

/** Under a score's reason: the findings and tasks behind it. */
export function DeductionLinks({ rows }: { rows: readonly DeductionRow[] }) {
  const shown = rows.filter(({ state }) => state !== 'refused');
  if (shown.length === 0) return null;
  return (
    <ul className={styles.links} aria-label="扣分依据">
      {shown.map((row) => (
        <li key={row.uid}>
          {pointsWords(row)}，依据：<Link href={taskHref(row)}>{row.task.title}</Link>
        </li>
      ))}
    </ul>
  );
}
