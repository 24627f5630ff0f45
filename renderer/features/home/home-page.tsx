import { Suspense, useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import { spanAround } from '#shared/rules/reports/span.ts';
import { useVisiblePages } from '#renderer/app/shell/current-page.ts';
import { useRight, useSession } from '#renderer/app/session.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { FirstStepsCard } from '../first-steps/index.ts';
import { OverviewStrip, useOpenTile } from '../overview/index.ts';
import { RecordsPanel } from '../reports/index.ts';
import styles from './home-page.module.css';
import { RecentOperations } from './recent-operations.tsx';

/** How the city stands, what to do next, as each feature says it, and what was done last. */
export function HomePage() {
  const { officeName, user } = useSession();
  const mayAudit = useRight('audit');
  const [choice] = useState(() => ({ countyUid: null, ...spanAround('year', localDay(Date.now())) }));
  const { open, opened, more, close } = useOpenTile(choice);
  return (
    <PageFrame
      title="首页"
      note={`${officeName} · ${user.name}`}
      body="text"
      side={
        opened !== null && (
          <RecordsPanel title={opened.title} {...opened.behind} onMore={more} onClose={close} />
        )
      }
    >
      <FirstStepsCard />
      <OverviewStrip choice={choice} openKey={opened?.key ?? null} onOpen={(tile) => void open(tile)} />
      <div className={styles.cards}>
        <NextSteps />
      </div>
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
