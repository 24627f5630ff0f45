import type { UnreadPart } from '#shared/rules/sentences/reading.ts';
import styles from './proposals.module.css';

/** The standard as it was written, with the parts marked that were not understood. */
export function MarkedText({ text, unread }: { text: string; unread: readonly UnreadPart[] }) {
  return (
    <span className={styles.original}>
      {unread.map(({ from, to }, place) => (
        <span key={from}>
          {text.slice(unread[place - 1]?.to ?? 0, from)}
          <mark className={styles.unread}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(unread.at(-1)?.to ?? 0)}
    </span>
  );
}
