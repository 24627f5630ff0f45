import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { QueryView } from '#renderer/ui/query-view.tsx';
import styles from './manual.module.css';
import { Markdown } from './markdown.tsx';
import type { ManualPlace } from './place.ts';
import { chapterQuery } from './queries.ts';

interface ChapterViewProps {
  place: ManualPlace;
  onFollow: (place: ManualPlace) => void;
}

/** One chapter, scrolled to the section that was asked for. A picture opens large. */
export function ChapterView({ place: { id, heading }, onFollow }: ChapterViewProps) {
  const query = useQuery(chapterQuery(id));
  const [picture, setPicture] = useState<string | null>(null);
  const text = useRef<HTMLElement>(null);
  const shown = query.data;

  useEffect(() => {
    if (shown === undefined) return;
    const sections = [...(text.current?.querySelectorAll<HTMLElement>('[data-heading]') ?? [])];
    const wanted = sections.find(({ dataset }) => dataset['heading'] === heading) ?? text.current;
    wanted?.scrollIntoView({ block: 'start' });
  }, [shown, heading]);

  return (
    <QueryView query={query}>
      {(chapter) => (
        <article ref={text} className={styles.text}>
          <h1>{chapter.title}</h1>
          <Markdown text={chapter.text} onFollow={onFollow} onPicture={setPicture} />
          <Modal
            open={picture !== null}
            footer={null}
            width="min(1180px, 96vw)"
            wrapClassName="manual-picture"
            centered
            zIndex={1400}
            getContainer={() => text.current?.closest<HTMLElement>('[data-lock-cover]') ?? document.body}
            title={chapter.title}
            onCancel={() => setPicture(null)}
          >
            {picture !== null && <img className={styles.large} src={picture} alt={chapter.title} />}
          </Modal>
        </article>
      )}
    </QueryView>
  );
}
