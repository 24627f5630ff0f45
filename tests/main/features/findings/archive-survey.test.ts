import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '#main/core/store/open.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { findingArchive } from '#main/features/findings/archive.ts';
import { temporaryFolder } from '#tests/support/store.ts';

it('the findings of a year are counted without being read', () => {
  const store = openStore(join(temporaryFolder(), 'data'));
  onTestFinished(() => store.close());
  const reader = store.read();
  onTestFinished(() => reader.close());
  const asked: string[] = [];
  const db: ReadStore = {
    all(query, ...params) {
      asked.push(query.name);
      return reader.all(query, ...params);
    },
    get: (query, ...params) => reader.get(query, ...params),
    iterate: (query, ...params) => reader.iterate(query, ...params),
    close: () => reader.close(),
  };
  const [from, to, today] = ['2026-01-01', '2026-12-31', '2026-11-23'];
  const caller = {
    userUid: null,
    userName: '',
    roles: ['director'],
    windowUid: '',
    host: 'browser',
  } as const;
  const scope = { db, year: 2026, from, to, asOf: today, today, now: 0, caller, resourcesFolder: '' };
  expect(findingArchive.survey(scope)).toMatchObject({ count: 0, unfinished: [] });
  expect(asked.filter((name) => name.startsWith('findings.counted.page'))).toEqual([]);
});
