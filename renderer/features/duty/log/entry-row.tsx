import { shortDay } from '#shared/calendar/days.ts';
import type { DutyEntry } from '#shared/contract/duty-log.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import styles from '../duty.module.css';

interface EntryRowProps {
  entry: DutyEntry;
  /** Came in on another shift: on which day is said. */
  withDay?: boolean;
  isOpen: boolean;
  onOpen: () => void;
}

/** A matter with how it was handled. */
export function EntryRow({ entry, withDay = false, isOpen, onOpen }: EntryRowProps) {
  const { day, cameAt, sender, matter, closedOn, steps } = entry;
  return (
    <button type="button" className={styles.entry} aria-pressed={isOpen} onClick={onOpen}>
      <span className={styles.entryHead}>
        <span className={styles.time} data-day={withDay}>
          {withDay ? shortDay(day) : cameAt}
        </span>
        <span className={styles.matter}>
          {sender === '' ? '' : `${sender}：`}
          {matter}
        </span>
        <LightTag
          light={closedOn === null ? 'yellow' : 'green'}
          word={closedOn === null ? '未办结' : '已办结'}
        />
      </span>
      {steps.map((step) => (
        <span key={step.uid} className={styles.step} data-day={withDay}>
          {step.day === day && !withDay ? '' : `${shortDay(step.day)} `}
          {step.at} {step.text}
        </span>
      ))}
    </button>
  );
}
