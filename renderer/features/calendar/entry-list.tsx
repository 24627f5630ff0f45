import type { CalendarEntry } from '#shared/contract/calendar.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import styles from './calendar.module.css';
import { EntryLine } from './entry-line.tsx';
import { dayWords } from './month.ts';

interface EntryListProps {
  /** Of the month only, in order. */
  entries: readonly CalendarEntry[];
  today: string;
}

/** The month as a list, day below day. */
export function EntryList({ entries, today }: EntryListProps) {
  const days = [...Map.groupBy(entries, ({ day }) => day)];
  if (days.length === 0) {
    return <EmptyState text="这个月没有到期的任务、会议和其他有日期的事。可以看看别的月份，或者多选几类。" />;
  }
  return (
    <div className={styles.list}>
      <Sheet>
        {days.map(([day, ofDay]) => (
          <section key={day} className={styles.listDay} aria-label={dayWords(day)}>
            <h2 className={styles.listHead} data-today={day === today}>
              {dayWords(day)}
              {day === today && ' 今天'}
            </h2>
            <div className={styles.listLines}>
              {ofDay.map((entry) => (
                <EntryLine key={entry.key} entry={entry} today={today} />
              ))}
            </div>
          </section>
        ))}
      </Sheet>
    </div>
  );
}
