import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { defineQuery, integer } from '#main/core/store/query.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import type { OperationInput } from '#main/core/store/operation.ts';
import { tellingRows } from '#main/core/told-rows.ts';
import { operation } from '#tests/support/store-operation.ts';

const counted = { count: integer };
const rows = defineQuery({
  name: 'test.rows',
  sql: "SELECT count(*) AS count FROM site_trade WHERE name LIKE '试验%'",
  columns: counted,
});
const refusals = defineQuery({
  name: 'test.refusals',
  sql: "SELECT count(*) AS count FROM operation WHERE outcome = 'refused'",
  columns: counted,
});

let folder: string;
let store: Store;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'told-'));
  store = openStore(folder);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function save(count: number, progress: NonNullable<OperationInput['progress']>): void {
  store.transact(operation({ label: '导入', progress }), (db, words) => {
    const caller = { userUid: null, userName: '', roles: null, windowUid: 'w1', host: 'browser' } as const;
    const context = {
      db,
      ...words,
      caller,
      now: 0,
      today: '2026-11-30',
      resourcesFolder: '',
      dataFolder: '',
      payload: null,
    };
    const telling = tellingRows(context, count).db;
    for (let place = 0; place < count; place += 1)
      telling.insert('site_trade', { name: `试验${place}`, aliases: '[]', position: place });
  });
}

const countOf = (query: typeof rows) => store.read().get(query)?.count;

test('a long save tells how far it is, up to the log', () => {
  const told: [number | null, string][] = [];
  save(100, (...step) => void told.push(step));
  expect(told).toEqual([
    [0.5, '正在存入'],
    [1, '正在存入'],
    [null, '写入操作日志'],
  ]);
  expect(countOf(rows)).toBe(100);
});

test('a save that is cancelled on its way stores nothing, and is on record as not done', () => {
  const before = countOf(rows);
  const cancelled = () => {
    throw new AppError('cancelled');
  };
  expect(() => save(60, cancelled)).toThrow(expect.objectContaining({ code: 'cancelled' }));
  expect(countOf(rows)).toBe(before);
  expect(countOf(refusals)).toBe(1);
});
