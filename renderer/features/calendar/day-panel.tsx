import { useEffect, useRef } from 'react';
import type { CalendarEntry } from '#shared/contract/calendar.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import styles from './calendar.module.css';
import { EntryLine } from './entry-line.tsx';
import { dayWords } from './month.ts';

interface DayPanelProps {
  day: string;
  today: string;
  entries: readonly CalendarEntry[];
  /** Opened by Enter: the first entry can be followed by Enter again. */
  takesFocus: boolean;
  onClose: () => void;
}

/** Everything of one day, beside the sheet. */
export function DayPanel({ day, today, entries, takesFocus, onClose }: DayPanelProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) list.current?.querySelector('a')?.focus();
  }, [takesFocus]);
  return (
    <SidePanel title={dayWords(day)} width={340} onClose={onClose}>
      <div ref={list}>
        {entries.length === 0 && <p className={styles.note}>这一天没有要办的事。</p>}
        {entries.map((entry) => (
          <EntryLine key={entry.key} entry={entry} today={today} />
        ))}
      </div>
    </SidePanel>
  );
}
