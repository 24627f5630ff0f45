import { Button } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { ManualPart } from '#shared/contract/manual.ts';
import { hrefOf } from '#renderer/app/page-entry.ts';
import { useVisiblePages } from '#renderer/app/shell/current-page.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { ChapterView } from './chapter-view.tsx';
import { ContentsList } from './contents-list.tsx';
import styles from './manual.module.css';
import { hrefOfPlace } from './place.ts';
import { chapterAbout, useContents } from './queries.ts';
import { WholeManual } from './whole-manual.tsx';

/** The manual as a book: its contents at the left, a chapter at the right, to be printed one by one or whole. */
export function ManualPage() {
  const contents = useContents();
  return <QueryView query={contents}>{(parts) => <Book parts={parts} />}</QueryView>;
}

function Book({ parts }: { parts: readonly ManualPart[] }) {
  const [, navigate] = useLocation();
  const params = useParams<{ id?: string; heading?: string }>();
  const place = { id: params.id ?? chapterAbout(parts, null), heading: params.heading ?? '' };
  const [isWhole, setIsWhole] = useState(false);
  const follow = (next: typeof place) => navigate(hrefOfPlace(next));
  const entry = parts.flatMap(({ chapters }) => chapters).find(({ id }) => id === place.id);
  const page = useVisiblePages().find(
    ({ path }) => entry?.pages.includes(path) === true && !path.startsWith('/manual'),
  );

  return (
    <PageFrame
      title="使用手册"
      note="在任何一页按 F1，打开说明这一页的一章"
      actions={
        <>
          {page !== undefined && <Button onClick={() => navigate(hrefOf(page))}>去“{page.title}”</Button>}
          <Button onClick={() => window.print()}>打印这一章</Button>
          <Button loading={isWhole} onClick={() => setIsWhole(true)}>
            打印整本
          </Button>
        </>
      }
    >
      <div className={styles.book}>
        <ContentsList parts={parts} open={place} onChoose={follow} />
        <div className={styles.reading}>
          {isWhole ? (
            <WholeManual parts={parts} onPrinted={() => setIsWhole(false)} />
          ) : (
            <ChapterView place={place} onFollow={follow} />
          )}
        </div>
      </div>
    </PageFrame>
  );
}
