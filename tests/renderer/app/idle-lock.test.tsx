import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SessionState } from '#shared/contract/session.ts';

const asked = vi.hoisted(() => vi.fn());
vi.mock('#renderer/app/idle-lock.ts', async (original) => ({
  ...(await original<typeof import('#renderer/app/idle-lock.ts')>()),
  useIdleLock: asked,
}));
vi.mock('#renderer/app/taken-away.ts', () => ({ bodyOfPage: () => null, useTakenAway: () => null }));

const present: SessionState = {
  officeName: '消安办',
  user: { uid: 'u', name: '张三', roles: ['director'], mustChange: false, rights: [] },
  users: [{ uid: 'u', name: '张三', hasPassword: true }],
  host: 'browser',
  dataFolder: '',
  version: '',
  faults: ['操作日志第 3 条对不上。'],
  setAside: null,
  canOpenFiles: false,
  locked: false,
  idleMinutes: 10,
};

describe('the cover after so many minutes without a key', () => {
  // The program's client looks at the address of its page as it is loaded.
  beforeAll(() => {
    const location = { protocol: 'http:', origin: 'http://localhost', href: 'http://localhost/' };
    vi.stubGlobal('location', location);
  });
  afterAll(() => void vi.unstubAllGlobals());
  beforeEach(() => void asked.mockClear());

  async function minutesOf(state: SessionState): Promise<unknown> {
    const { Root } = await import('#renderer/app/root.tsx');
    const { sessionQuery } = await import('#renderer/app/session.tsx');
    const queries = new QueryClient();
    queries.setQueryData(sessionQuery.queryKey, state);
    renderToStaticMarkup(
      <QueryClientProvider client={queries}>
        <Root />
      </QueryClientProvider>,
    );
    return asked.mock.lastCall?.[0];
  }

  it('comes on the recovery page and before a new password as well', async () => {
    expect(await minutesOf(present)).toBe(10);
    const mustChange = { ...present, faults: [], user: { ...present.user!, mustChange: true } };
    expect(await minutesOf(mustChange)).toBe(10);
  });

  it('does not come where nobody is in, nobody could come back, or it is there already', async () => {
    expect(await minutesOf({ ...present, user: null })).toBe(0);
    expect(await minutesOf({ ...present, users: [{ uid: 'u', name: '张三', hasPassword: false }] })).toBe(0);
    expect(await minutesOf({ ...present, locked: true })).toBe(0);
  });
});
