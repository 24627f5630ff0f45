import { Link } from 'wouter';
import type { CalendarEntry } from '#shared/contract/calendar.ts';
import { datedKindNames, isMissed } from '#shared/rules/calendar/dated-kinds.ts';
import styles from './calendar.module.css';
import { hrefOf } from './entries.ts';

/** 逾期 or 已完成 beside the colour, for eyes and printers that see none. */
function stateWord(entry: CalendarEntry, today: string): string | null {
  if (isMissed(entry, today)) return '逾期';
  return entry.isDone ? '已完成' : null;
}

/** One entry with what it is, whom it concerns and where it stands. */
export function EntryLine({ entry, today }: { entry: CalendarEntry; today: string }) {
  const href = hrefOf(entry);
  const word = stateWord(entry, today);
  return (
    <div className={styles.line}>
      <span className={styles.kind}>{datedKindNames[entry.kind]}</span>
      <div className={styles.what}>
        {href === null ? (
          <span>{entry.title}</span>
        ) : (
          <Link href={href} className={styles.link}>
            {entry.title}
          </Link>
        )}
        {entry.note !== '' && <div className={styles.note}>{entry.note}</div>}
      </div>
      {word !== null && (
        <span className={styles.state} data-late={word === '逾期'}>
          {word}
        </span>
      )}
    </div>
  );
}
