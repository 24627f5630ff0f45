import type { KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { CalendarEntry } from '#shared/contract/calendar.ts';
import { datedKindMarks, datedKindNames, isDayOff, isMissed } from '#shared/rules/calendar/dated-kinds.ts';
import styles from './calendar.module.css';
import { hrefOf } from './entries.ts';
import { dayWords } from './month.ts';

interface DayCellProps {
  day: string;
  today: string;
  isChosen: boolean;
  /** Belongs to the month before or after. */
  isOutside: boolean;
  entries: readonly CalendarEntry[];
  /** How many lines there is room for. */
  capacity: number;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onOpen: () => void;
}

/** A day with its first entries, and how many there are besides. */
export function DayCell(props: DayCellProps) {
  const { day, today, isChosen, isOutside, entries, capacity, onKeyDown, onOpen } = props;
  const holiday = entries.find(({ kind }) => isDayOff(kind));
  const work = entries.filter(({ kind }) => !isDayOff(kind));
  const shown = work.length > capacity ? work.slice(0, Math.max(0, capacity - 1)) : work;
  return (
    <td
      className={styles.cell}
      data-day={day}
      data-outside={isOutside}
      data-today={day === today}
      aria-selected={isChosen}
      aria-label={labelOf(day, day === today, holiday, work.length)}
      tabIndex={isChosen ? 0 : -1}
      onClick={onOpen}
      onKeyDown={(event) => event.target === event.currentTarget && onKeyDown(event)}
    >
      <div className={styles.date}>
        <span className={styles.number}>{Number(day.slice(8))}</span>
        {holiday !== undefined && <Holiday entry={holiday} />}
      </div>
      {shown.map((entry) => (
        <EntryChip key={entry.key} entry={entry} today={today} />
      ))}
      {work.length > shown.length && <div className={styles.more}>还有 {work.length - shown.length} 项</div>}
    </td>
  );
}

function labelOf(day: string, isToday: boolean, holiday: CalendarEntry | undefined, count: number): string {
  const holidayWords = holiday === undefined ? '' : `，${holiday.title}${datedKindNames[holiday.kind]}`;
  return `${dayWords(day)}${isToday ? '，今天' : ''}${holidayWords}，${count} 项`;
}

function Holiday({ entry: { kind, title } }: { entry: CalendarEntry }) {
  return (
    <span className={styles.holiday} data-kind={kind} title={`${title}${datedKindNames[kind]}`}>
      {kind === 'publicHoliday' ? `${title} 休` : '班'}
    </span>
  );
}

function EntryChip({ entry, today }: { entry: CalendarEntry; today: string }) {
  const isLate = isMissed(entry, today);
  const text = `${isLate ? '逾期 ' : ''}${datedKindNames[entry.kind]}：${entry.title}`;
  return (
    <Link
      href={hrefOf(entry) ?? '/calendar'}
      className={styles.chip}
      data-late={isLate}
      data-done={entry.isDone}
      title={entry.note === '' ? text : `${text}(${entry.note})`}
      // Keys go over the days; the entries of a day are reached in its panel.
      tabIndex={-1}
      onClick={(event) => event.stopPropagation()}
    >
      <span className={styles.mark}>{isLate ? lateMark(entry) : datedKindMarks[entry.kind]}</span>
      {entry.title}
    </Link>
  );
}

/** The word beside the colour: 逾期, 逾期反馈. */
function lateMark({ kind }: CalendarEntry): string {
  return kind === 'taskDue' ? '逾期' : `逾期${datedKindMarks[kind]}`;
}
