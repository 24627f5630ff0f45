import { afterEach, describe, expect, it, vi } from 'vitest';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { LEAST_KEPT_DAYS, latestClearingDay } from '#shared/rules/erasure/kept-log.ts';
import { termPattern } from '#shared/rules/erasure/terms.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { eraseFromLog } from '#main/core/store/erase-from-log.ts';
import { anyOperation, countOperations } from '#main/core/store/history.ts';
import { defineQuery, defineStatement, integer } from '#main/core/store/query.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import { verifyChain } from '#main/core/store/verify-chain.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { erasure } from '#main/features/erasure/index.ts';
import { operation, temporaryFolder } from '#tests/support/store.ts';

const DAY = 86_400_000;
const DAYS = 400;

function openReal(): Store {
  return openStore(temporaryFolder(), { programVersion: '0.1.0' });
}

function findingsOf(store: Store): string[] {
  const read = store.read();
  try {
    return verifyChain(read);
  } finally {
    read.close();
  }
}

/** Number of the last operation, inside its own transaction. */
const openNumber = defineQuery({
  name: 'test.openNumber',
  sql: 'SELECT max(id) AS id FROM operation',
  columns: { id: integer },
});
const changesSince = defineQuery<
  { operations: typeof integer; changed: typeof integer },
  { instant: number }
>({
  name: 'test.changesSince',
  sql: `SELECT count(*) AS operations, count(*) FILTER (WHERE id IN (SELECT operation_id FROM row_change)) AS changed
    FROM operation WHERE at >= @instant AND change_count > 0`,
  columns: { operations: integer, changed: integer },
});
const plainStatements = {
  changeImage: `UPDATE row_change SET after = replace(after, '〔已清除〕', '李四') WHERE table_name = 'setting'`,
  changeLine: `UPDATE operation SET summary = '别的' WHERE id = 2`,
  changeAttestation: `UPDATE row_change SET after = replace(after, '"kind":"change"', '"kind":"line"') WHERE table_name = 'erased_record'`,
  dropAttestation: `DELETE FROM row_change WHERE table_name = 'erased_record'`,
} as const;

describe('a log out of which words were taken', () => {
  function erasedStore(): Store {
    const store = openReal();
    store.transact(operation({ summary: '登记张三' }), (tx) => {
      tx.insert('setting', { name: 'test.person', value: '"张三"' });
      return { name: '张三' };
    });
    store.transact(operation({ summary: '清除' }), (tx) => {
      const openId = tx.get(openNumber)?.id ?? 0;
      tx.update('setting', 1, { value: '"〔已清除〕"' });
      const terms = ['张三'];
      const by = { reason: '', asked_by: '', confirmed_by: '', erased_at: 0, first_operation: 1 };
      const counts = { row_count: 1, change_count: 1, line_count: 1, file_count: 0 };
      const id = tx.insert('erasure', { ...by, ...counts });
      for (const { kind, id: record_id, original, present } of eraseFromLog(tx, {
        rows: [{ table: 'setting', rowId: 1 }],
        terms,
        pattern: termPattern(terms),
        openId,
      }))
        tx.insert('erased_record', { erasure_id: id, kind, record_id, original, present });
    });
    return store;
  }

  it('still verifies', () => {
    const store = erasedStore();
    expect(findingsOf(store)).toEqual([]);
    store.close();
  });

  it.each(Object.entries(plainStatements))('is found out when plain SQL does %s', (name, sql) => {
    const store = erasedStore();
    store.writeUnlogged((tx) => tx.run(defineStatement({ name: `test.${name}`, sql })));
    expect(findingsOf(store)).not.toEqual([]);
    store.close();
  });
});

describe('old row changes', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  function clearing(db: WriteStore, today: string): WriteContext {
    const caller = {
      userUid: null,
      userName: '李明',
      roles: null,
      windowUid: '',
      host: 'cli',
      confirmedBy: '王芳',
    } as const;
    const words = { summarize: () => undefined, complete: () => undefined, hush: () => undefined };
    return {
      db,
      caller,
      today,
      now: Date.now(),
      resourcesFolder: '',
      dataFolder: '',
      payload: null,
      progress: () => undefined,
      ...words,
    };
  }

  it('are cleared away no nearer than 183 days; every line stays and the chain verifies', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-10-01T12:00:00') });
    const store = openReal();
    for (let day = 0; day < DAYS; day += 1) {
      store.transact(operation(), (tx) => tx.insert('setting', { name: `test.${day}`, value: '1' }));
      vi.setSystemTime(Date.now() + DAY);
    }
    const today = localDay(Date.now());
    const before = latestClearingDay(today);
    const clear = (day: string) =>
      store.transact(operation(), (tx) => erasure.clearChanges({ before: day }, clearing(tx, today)));
    expect(() => clear(addDays(before, 1))).toThrow('必须保留');
    const read = store.read();
    const lines = countOperations(read, anyOperation);
    expect(clear(before).value.changes).toBeGreaterThan(DAYS - LEAST_KEPT_DAYS - 2);
    expect(countOperations(read, anyOperation)).toBe(lines + 1);
    const young = read.get(changesSince, { instant: new Date(`${before}T00:00:00`).getTime() });
    expect(young?.operations).toBeGreaterThanOrEqual(LEAST_KEPT_DAYS);
    expect(young?.changed).toBe(young?.operations);
    expect(read.get(changesSince, { instant: 0 })?.changed).toBe(young?.changed);
    expect(verifyChain(read)).toEqual([]);
    read.close();
    store.writeUnlogged((tx) =>
      tx.run(
        defineStatement({
          name: 'test.dropYoung',
          sql: 'DELETE FROM row_change WHERE operation_id = (SELECT max(id) - 5 FROM operation)',
        }),
      ),
    );
    expect(findingsOf(store)).not.toEqual([]);
    store.close();
  });
});
