import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ManualPart } from '#shared/contract/manual.ts';
import { Waiting } from '#renderer/ui/waiting.tsx';
import styles from './manual.module.css';
import { Markdown } from './markdown.tsx';
import { chapterQuery } from './queries.ts';

const nothing = (): void => undefined;

interface WholeManualProps {
  parts: readonly ManualPart[];
  onPrinted: () => void;
}

/** Every chapter below the other; goes to the printer as soon as its pictures are there. */
export function WholeManual({ parts, onPrinted }: WholeManualProps) {
  const chapters = useQueries({
    queries: parts.flatMap((part) => part.chapters).map(({ id }) => chapterQuery(id)),
    combine: (results) => ({
      isThere: results.every(({ data }) => data !== undefined),
      texts: results.flatMap(({ data }) => data ?? []),
    }),
  });
  const book = useRef<HTMLDivElement>(null);
  const printed = useRef(onPrinted);

  useEffect(() => {
    if (!chapters.isThere) return;
    const pictures = [...(book.current?.querySelectorAll('img') ?? [])];
    void Promise.allSettled(pictures.map((picture) => picture.decode())).then(() => {
      window.print();
      printed.current();
    });
  }, [chapters.isThere]);

  if (!chapters.isThere) return <Waiting />;
  return (
    <div ref={book}>
      {chapters.texts.map(({ id, title, text }) => (
        <article key={id} className={styles.text}>
          <h1>{title}</h1>
          <Markdown text={text} onFollow={nothing} onPicture={nothing} />
        </article>
      ))}
    </div>
  );
}
