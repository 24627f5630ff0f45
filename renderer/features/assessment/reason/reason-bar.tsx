import { useQuery } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useFirstFocus } from '#renderer/ui/first-focus.ts';
import type { SheetKeyStroke } from '#renderer/ui/sheet-grid/types.ts';
import type { CellRef } from '../book/score-book.ts';
import { lastReason } from './last-reason.ts';
import styles from './reason-bar.module.css';

const LONGEST_REASON = 1_000;

interface ReasonBarProps {
  cells: readonly CellRef[];
  /** 城东区 1.2, for one cell. */
  name: string;
  onReason: (reason: string) => void;
  /** What the clerk typed on as a score, while the bar had taken the focus, and the key after it. True: it was one. */
  onScore: (text: string, stroke: SheetKeyStroke) => boolean;
  onClose: () => void;
}

/** Asks for the reason of a judgement, once for all cells of one action. */
export function ReasonBar({ cells, name, onReason, onScore, onClose }: ReasonBarProps) {
  const indicatorUid = cells[0]?.indicatorUid ?? '';
  const recent = useRecentReasons(indicatorUid);
  const [text, setText] = useState(() => lastReason.get());
  const field = useFirstFocus<InputRef>('all');

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const chosen = event.altKey && /^[1-9]$/u.test(event.key) ? recent[Number(event.key) - 1] : undefined;
    const ends = event.key === 'Enter' || event.key === 'Tab';
    if (chosen !== undefined) onReason(chosen);
    else if (ends && onScore(text, strokeOf(event))) setText(lastReason.get());
    else if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && text.trim() !== '') onReason(text.trim());
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section className={styles.bar} aria-label="扣分理由">
      <label className={styles.label} htmlFor="score-reason">
        {cells.length === 1 ? `${name}的理由` : `这 ${cells.length} 项的理由`}
      </label>
      <Input
        ref={field}
        id="score-reason"
        maxLength={LONGEST_REASON}
        value={text}
        placeholder="写明理由后按回车"
        onKeyDown={onKeyDown}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="primary" disabled={text.trim() === ''} onClick={() => onReason(text.trim())}>
        确定
      </Button>
      <Button onClick={onClose}>以后再填</Button>
      <RecentReasons reasons={recent} onChoose={onReason} />
    </section>
  );
}

function strokeOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): SheetKeyStroke {
  return { key, ctrl: ctrlKey || metaKey, shift: shiftKey, alt: altKey };
}

/** The last reasons given for an indicator; each with the key that takes it. */
export function RecentReasons({
  reasons,
  onChoose,
}: {
  reasons: readonly string[];
  onChoose: (reason: string) => void;
}) {
  if (reasons.length === 0) return null;
  return (
    <ul className={styles.recent} aria-label="最近用过的理由">
      {reasons.map((reason, place) => (
        <li key={reason}>
          <button type="button" className={styles.choice} title={reason} onClick={() => onChoose(reason)}>
            <kbd>Alt+{place + 1}</kbd>
            {reason}
          </button>
        </li>
      ))}
    </ul>
  );
}

export function useRecentReasons(indicatorUid: string): readonly string[] {
  const { data } = useQuery({
    ...api.assessment.recentReasons.queryOptions({ input: { indicatorUid }, meta: { tables: ['score'] } }),
    enabled: indicatorUid !== '',
  });
  return data ?? [];
}
