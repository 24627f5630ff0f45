import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '#main/core/store/open.ts';
import { defineQuery, integer } from '#main/core/store/query.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { siteColumnsOf } from '#main/features/key-sites/columns.ts';
import { operation } from '#tests/support/store-operation.ts';

const columns = { id: integer };
const found = defineQuery<typeof columns, { word: string }>({
  name: 'test.found',
  sql: 'SELECT rowid AS id FROM key_site_search WHERE key_site_search MATCH @word ORDER BY rowid',
  columns,
});

let folder: string;
let store: Store;
let township: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-'));
  store = openStore(folder);
  township = store.transact(operation(), (db) =>
    db.insert('organization', { level: 'township', code: null }),
  ).value;
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function siteOf(phone: string) {
  return {
    name: '经营部',
    organizationId: township,
    address: '',
    tradeId: null,
    responsiblePerson: '',
    phone,
    note: '',
    closedOn: null,
  };
}

function add(db: WriteStore, phone: string): number {
  return db.insert('key_site', siteColumnsOf(siteOf(phone)));
}

/** Phone numbers are found by their digits, each a word of its own. */
const find = (phone: string) => store.read().all(found, { word: `"${[...phone].join(' ')}"` });

test('rows that are added at once are found as those that are added one by one, before and after', () => {
  store.transact(operation(), (db) => add(db, '11111'));
  store.transact(operation(), (db) =>
    db.searchedAtEnd('key_site', () => {
      const id = add(db, '22222');
      add(db, '33333');
      db.update('key_site', id, siteColumnsOf(siteOf('44444')));
      db.remove('key_site', add(db, '55555'));
    }),
  );
  store.transact(operation(), (db) => add(db, '66666'));
  const counts = ['11111', '22222', '33333', '44444', '55555', '66666'].map((phone) => find(phone).length);
  expect(counts).toEqual([1, 0, 1, 1, 0, 1]);
});

test('the store opens again as it was, also after such a save was taken back or has failed', () => {
  const save = (work: (db: WriteStore) => void) =>
    store.transact(operation(), (db) => db.searchedAtEnd('key_site', () => work(db)));
  save((db) => void add(db, '11111'));
  store.undo({ ...operation(), userUid: 'user-1' });
  expect(find('11111')).toEqual([]);
  expect(() =>
    save((db) => {
      add(db, '22222');
      throw new Error('no');
    }),
  ).toThrow('no');
  store.close();
  store = openStore(folder);
  store.transact(operation(), (db) => add(db, '22222'));
  expect(find('22222')).toHaveLength(1);
});
