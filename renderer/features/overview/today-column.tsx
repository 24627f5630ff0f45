import { shortDay } from '#shared/calendar/days.ts';
import { Link } from 'wouter';
import type { CalendarEntry } from '#shared/contract/calendar.ts';
import { datedKindNames } from '#shared/rules/calendar/dated-kinds.ts';
import { hrefOf } from '../calendar/index.ts';
import styles from './overview.module.css';
import { useToday } from './use-today.ts';

/** Beside the numbers: who is on duty now, and the next dates. */
export function TodayColumn({ today }: { today: string }) {
  const { duty, next } = useToday(today);
  return (
    <aside className={styles.today}>
      <section className={styles.sheet} aria-label="今日值班">
        <h2>
          <Link href="/duty">今日值班</Link>
        </h2>
        <p className={styles.people}>{duty === '' ? '今天没有排班' : duty}</p>
      </section>
      <section className={styles.sheet} aria-label="近期安排">
        <h2>
          <Link href="/calendar">近期安排</Link>
        </h2>
        {next.length === 0 ? (
          <p className={styles.empty}>14 天内没有安排。</p>
        ) : (
          <ul className={styles.dates}>
            {next.map((entry) => (
              <DateLine key={entry.key} entry={entry} />
            ))}
          </ul>
        )}
      </section>
    </aside>
  );
}

function DateLine({ entry }: { entry: CalendarEntry }) {
  const href = hrefOf(entry);
  const words = `${datedKindNames[entry.kind]}：${entry.title}`;
  return (
    <li title={words}>
      <span className={styles.day}>{shortDay(entry.day)}</span>
      {href === null ? <span>{words}</span> : <Link href={href}>{words}</Link>}
    </li>
  );
}
