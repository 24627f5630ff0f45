import { Suspense } from 'react';
import { useVisiblePages } from '#renderer/app/shell/current-page.ts';
import { useRight, useSession } from '#renderer/app/session.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import styles from './home-page.module.css';
import { RecentOperations } from './recent-operations.tsx';

/** What to do next, as each feature says it, and what was done last. */
export function HomePage() {
  const { officeName, user } = useSession();
  const mayAudit = useRight('audit');
  return (
    <PageFrame title="首页" note={`${officeName} · ${user.name}`} body="text">
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
