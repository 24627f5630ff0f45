import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import type { CreditDecision } from '#shared/contract/credit.ts';
import type { Publication } from '#shared/contract/random-results.ts';
import type { Session } from '#renderer/app/session.tsx';
import type { HolidayCalendar } from '#shared/rules/calendar/workdays.ts';

/** The holidays of 2025 were never entered. */
const calendar: HolidayCalendar = { firstYear: 2026, lastYear: 2026, publicHolidays: [], makeUpWorkdays: [] };

const session: Session = {
  officeName: '消安办',
  user: { uid: 'u', name: '张三', roles: ['reader'], mustChange: false, rights: [] },
  users: [],
  host: 'browser',
  dataFolder: '',
  version: '',
  faults: [],
  setAside: null,
  canOpenFiles: false,
  locked: false,
  idleMinutes: 0,
};

// The program's client looks at the address of its page as it is loaded.
beforeAll(
  () =>
    void vi.stubGlobal('location', {
      protocol: 'http:',
      origin: 'http://localhost',
      href: 'http://localhost/',
    }),
);
afterAll(() => void vi.unstubAllGlobals());

async function markupOf(element: ReactElement, known = calendar): Promise<string> {
  const { api } = await import('#renderer/app/client.ts');
  const { SessionProvider } = await import('#renderer/app/session.tsx');
  const queries = new QueryClient();
  queries.setQueryData(api.holidays.known.queryKey(), known);
  return renderToStaticMarkup(
    <QueryClientProvider client={queries}>
      <SessionProvider value={session}>
        <Router ssrPath="/">{element}</Router>
      </SessionProvider>
    </QueryClientProvider>,
  );
}

it('the end of an objection says that the holidays of the year of delivery are missing', async () => {
  const { DecisionCard } = await import('#renderer/features/credit/decision-card.tsx');
  const decision: CreditDecision = {
    uid: 'a',
    level: 'serious',
    proposedOn: '2025-12-25',
    noticedOn: '2025-12-26',
    deliveredOn: '2025-12-29',
    objectedOn: null,
    waivedOn: null,
    answeredOn: null,
    droppedOn: null,
    decidedOn: null,
    publishedUntil: null,
    revokedOn: null,
    repairedOn: null,
    reason: '',
    noticeNumber: '',
    deliveryWay: '',
    objection: '',
    answer: '',
    dropReason: '',
    number: '',
    revokeReason: '',
    stage: 'objecting',
    objectionDueOn: '2026-01-06',
    isObjectionDueCertain: false,
    repairableFrom: null,
    lastPublicDay: null,
    repairs: [],
  };
  expect(await markupOf(<DecisionCard decision={decision} mayEdit={false} />)).toContain(
    '2025 年的节假日还没有录入',
  );
});

it('the last day of publishing says that the holidays of the year of the month are missing', async () => {
  const { PublicationPanel } = await import(
    '#renderer/features/random-inspection/publications/publication-panel.tsx'
  );
  const publication: Publication = {
    month: '2025-12',
    kind: 'results',
    count: 1,
    open: 0,
    dueOn: '2026-01-30',
    isDueCertain: false,
    publishedOn: null,
    place: '',
    daysLeft: 3,
  };
  const panel = <PublicationPanel publication={publication} mayEdit={false} onClose={() => {}} />;
  expect(await markupOf(panel)).toContain('2025 年的节假日还没有录入');
});

it('days over several years name every year whose holidays are missing', async () => {
  const { MissingHolidays } = await import('#renderer/ui/missing-holidays.tsx');
  const hint = await markupOf(<MissingHolidays days={['2025-06-01', null, '2028-03-01']} />);
  expect(hint).toContain('2025、2027、2028 年的节假日还没有录入');
});

it('a year that counts only with those before it names them too, and years that are known name none', async () => {
  const { MissingHolidays } = await import('#renderer/ui/missing-holidays.tsx');
  expect(await markupOf(<MissingHolidays days={['2028-06-01']} />)).toContain(
    '2027、2028 年的节假日还没有录入',
  );
  const entered = { ...calendar, publicHolidays: [{ day: '2028-01-01', name: '元旦' }] };
  const gap = await markupOf(<MissingHolidays days={['2028-06-01']} />, entered);
  expect(gap).toMatch(/>2027 年的节假日还没有录入/u);
  expect(gap).toContain('/duty/holidays-2027');
  expect(await markupOf(<MissingHolidays days={['2026-06-01', '2026-12-31']} />)).toBe('');
  const own = await markupOf(<MissingHolidays days={['2027-01-04']} consequence="期限没有读出。" />);
  expect(own).toContain('2027 年的节假日还没有录入，期限没有读出。');
});
