import { Suspense, useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import { spanAround } from '#shared/rules/reports/span.ts';
import { useVisiblePages } from '#renderer/app/shell/current-page.ts';
import { useRight, useSession } from '#renderer/app/session.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { OverviewStrip, useOpenTile } from '../overview/index.ts';
import { RecordsPanel } from '../reports/index.ts';
import styles from './home-page.module.css';
import { RecentOperations } from './recent-operations.tsx';

/** What to do next, as each feature says it, how the city stands, and what was done last. */
export function HomePage() {
  const { officeName, user } = useSession();
  const mayAudit = useRight('audit');
  const [choice] = useState(() => ({ countyUid: null, ...spanAround('year', localDay(Date.now())) }));
  const { open, opened, close } = useOpenTile(choice);
  return (
    <PageFrame
      title="首页"
      note={`${officeName} · ${user.name}`}
      body="text"
      side={opened !== null && <RecordsPanel title={opened.title} {...opened.behind} onClose={close} />}
    >
      <div className={styles.cards}>
        <NextSteps />
      </div>
      <OverviewStrip choice={choice} onOpen={(tile) => void open(tile)} />
      {mayAudit && <RecentOperations />}
    </PageFrame>
  );
}

function NextSteps() {
  return useVisiblePages().map(({ path, homeCard: Card }) =>
    Card === undefined ? null : (
      <Suspense key={path}>
        <Card />
      </Suspense>
    ),
  );
}
