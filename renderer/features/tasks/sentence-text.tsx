import { type KeyboardEvent, useRef } from 'react';
import type { TextSentence } from '#shared/contract/tasks.ts';
import styles from './from-text.module.css';

interface SentenceTextProps {
  paragraphs: readonly (readonly TextSentence[])[];
  /** Keys of the marked sentences: paragraph and place. */
  marked: ReadonlySet<string>;
  onToggle: (key: string, sentence: TextSentence) => void;
}

/** The text, each sentence of which is marked by a click, or with arrow keys and the space bar. */
export function SentenceText({ paragraphs, marked, onToggle }: SentenceTextProps) {
  const box = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = [...(box.current?.querySelectorAll('button') ?? [])];
    all[all.indexOf(event.currentTarget) + step]?.focus();
  }

  return (
    <div ref={box} className={styles.text}>
      {paragraphs.map((sentences, paragraph) => (
        // The text does not change while it is shown: its place is the paragraph's identity.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={paragraph} className={styles.paragraph}>
          {sentences.map((sentence, place) => {
            const key = `${paragraph} ${place}`;
            return (
              <button
                key={key}
                type="button"
                className={styles.sentence}
                aria-pressed={marked.has(key)}
                data-likely={sentence.isLikely}
                onClick={() => onToggle(key, sentence)}
                onKeyDown={onKeyDown}
              >
                {sentence.text}
              </button>
            );
          })}
        </p>
      ))}
    </div>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
