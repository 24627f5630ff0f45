import type { PeriodDetail } from '#shared/contract/assessment.ts';
import { momentText } from '../names.ts';
import styles from './finalize.module.css';

/** Each finalisation and each reopening of a period, always in sight. */
export function PeriodEvents({ period }: { period: PeriodDetail }) {
  if (period.events.length === 0) return null;
  return (
    <ul className={styles.events} aria-label="定稿记录">
      {period.events.map(({ kind, at, userName, reason, fingerprint }) => (
        <li key={at} title={`指纹 ${fingerprint}`}>
          {momentText(at)} {userName} {kind === 'finalized' ? '定稿' : '重新打开'}
          {kind === 'finalized' ? `，指纹 ${fingerprint.slice(0, 8)}` : `：${reason}`}
        </li>
      ))}
    </ul>
  );
}
