import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { CalendarEntry } from '#shared/contract/calendar.ts';
import { useBox } from '#renderer/ui/use-box.ts';
import styles from './calendar.module.css';
import { DayCell } from './day-cell.tsx';
import { dayByKey, monthOf, sheetOf, WEEKS, weekdayHeads } from './month.ts';

/** Heights in pixels, as the style sheet has them. */
const HEAD = 28;
const DATE = 26;
const LINE = 20;

interface MonthSheetProps {
  /** The day that the keys move from; its month is shown. */
  day: string;
  today: string;
  entries: readonly CalendarEntry[];
  onMove: (day: string) => void;
  /** `byKey`: by Enter, not by a click. */
  onOpen: (day: string, byKey: boolean) => void;
}

/** A month on one sheet; arrows go over the days, PageUp and PageDown over the months, Enter opens a day. */
export function MonthSheet({ day, today, entries, onMove, onOpen }: MonthSheetProps) {
  const { ref, height } = useBox<HTMLDivElement>();
  const ofDays = Map.groupBy(entries, (entry) => entry.day);
  const capacity = Math.max(1, Math.floor(((height - HEAD) / WEEKS - DATE) / LINE));
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    // Only keys take the focus along; a click on another month does not.
    if (wanted.current === day) ref.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    wanted.current = null;
  }, [day, ref]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(day, true);
      return;
    }
    const next = dayByKey(event.key, day);
    if (next === null) return;
    event.preventDefault();
    wanted.current = next;
    onMove(next);
  }

  // A table whose cells are gone over by keys is a grid, as the score sheet is.
  const gridAttributes = { role: 'grid', 'aria-label': `${monthOf(day)} 日历` };
  return (
    <div className={styles.place} ref={ref}>
      <table {...gridAttributes} className={styles.sheet}>
        <thead>
          <tr className={styles.week}>
            {weekdayHeads.map((head) => (
              <th key={head} className={styles.weekday}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheetOf(monthOf(day)).map((week) => (
            <tr key={week[0]} className={styles.week}>
              {week.map((each) => (
                <DayCell
                  key={each}
                  day={each}
                  today={today}
                  isChosen={each === day}
                  isOutside={monthOf(each) !== monthOf(day)}
                  entries={ofDays.get(each) ?? []}
                  capacity={capacity}
                  onKeyDown={onKeyDown}
                  onOpen={() => onOpen(each, false)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
