import { randomUUID } from 'node:crypto';
import { anyOperation, listOperations } from '#main/core/store/history.ts';
import { verifyChain } from '#main/core/store/verify-chain.ts';
import { openStore } from '#main/core/store/open.ts';
import { openFamilyStore, operation, parent, temporaryFolder } from '#tests/support/store.ts';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parents } from './family-queries.ts';

/** As the PC's clock showed them, in the order in which things were done. */
const instants = [
  '2026-11-30T10:00:00',
  '2025-11-30T10:00:00',
  '2026-11-30T10:00:01',
  '2038-01-19T03:14:08Z',
  '2024-02-29T23:59:59',
  '1970-01-01T00:00:00Z',
  '2026-11-30T10:00:02',
];

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

it('A clock that jumps changes neither the order of the log nor what is undone, and is no fault', () => {
  const base = temporaryFolder();
  const store = openFamilyStore(base);
  for (const [place, instant] of instants.entries()) {
    vi.setSystemTime(new Date(instant));
    store.transact(operation({ label: `第 ${place} 步` }), (tx) =>
      tx.insert(parent, { name: `第 ${place} 步` }),
    );
  }
  const by = { userUid: 'user-1', userName: '张三', windowUid: 'w1', host: 'cli' as const };
  store.undo({ ...by, uid: randomUUID() });
  const reader = store.read();
  const labels = listOperations(
    reader,
    { ...anyOperation, operationName: 'family.change' },
    { before: null, limit: 99 },
  ).map(({ label }) => label);
  expect(labels).toEqual(instants.map((_, place) => `第 ${place} 步`).toReversed());
  expect(reader.all(parents).map(({ name }) => name)).toEqual(
    instants.slice(0, -1).map((_, place) => `第 ${place} 步`),
  );
  expect(verifyChain(reader)).toEqual([]);
  reader.close();
  store.close();
  vi.setSystemTime(new Date('2001-01-01T00:00:00'));
  const again = openStore(join(base, 'data'), {
    migrationFolder: store.migrations,
    programVersion: '0.1.0',
  });
  expect(again.startFaults).toEqual([]);
  again.close();
});
