import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { openReader } from '#main/core/store/open.ts';
import { loggedTables } from '#main/core/store/tables.ts';
import { measureSources } from '#main/features/measure-sources.ts';
import { startSampleOffice } from '#tests/support/sample-office.ts';
import type { TestCore } from '#tests/support/core.ts';

/** Follow logged tables: what changes them is told of those. */
const followers: Readonly<Record<string, string>> = { finding_list: 'finding' };
const caller = { userUid: null, userName: '', roles: null, windowUid: 'test', host: 'browser' } as const;
const scope = { caller, from: '2026-01-01', to: '2026-12-31', today: '2026-11-24' };

let office: TestCore;
let db: ReadStore;
beforeAll(async () => {
  ({ office } = await startSampleOffice());
  db = openReader(office.dataFolder);
}, 120_000);
afterAll(async () => {
  db.close();
  await office.close();
});

/** The tables that queries read while something is done. */
function tablesReadBy(work: (db: ReadStore) => void): string[] {
  const read = new Set<string>();
  const note = (sql: string) => {
    for (const [, table = ''] of sql.matchAll(/\b(?:FROM|JOIN)\s+\(?(\w+)/gu))
      read.add(followers[table] ?? table);
  };
  work({
    all: (query, ...params) => {
      note(query.sql);
      return db.all(query, ...params);
    },
    get: (query, ...params) => {
      note(query.sql);
      return db.get(query, ...params);
    },
    iterate: (query, ...params) => {
      note(query.sql);
      return db.iterate(query, ...params);
    },
    close: () => db.close(),
  });
  const logged = new Set<string>(loggedTables);
  return [...read].filter((table) => logged.has(table));
}

describe('what makes the numbers of a measure old', () => {
  it.each(measureSources.map((source) => [source.name, source] as const))(
    'is told of %s: every table that its counting reads, and only tables whose changes are told',
    (_name, source) => {
      const read = tablesReadBy((store) => {
        source.measures(store);
        for (const by of [null, ...source.by]) source.count({ ...scope, db: store }, by);
      });
      expect(read.filter((table) => !source.tables.some((own) => own === table))).toEqual([]);
      expect(source.tables.filter((table) => !loggedTables.includes(table))).toEqual([]);
    },
  );
});
