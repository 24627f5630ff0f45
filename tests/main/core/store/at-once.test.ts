import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '#main/core/store/open.ts';
import { defineQuery, integer, nullableText, text } from '#main/core/store/query.ts';
import { verifyChain } from '#main/core/store/verify-chain.ts';
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

const rowOf = (phone: string) => siteColumnsOf(siteOf(phone));

test('rows that are added at once are found as those that are added one by one, before and after', () => {
  store.transact(operation(), (db) => add(db, '11111'));
  store.transact(operation(), (db) => {
    const [id = 0, gone = 0] = db.insertMany('key_site', ['22222', '55555', '33333'].map(rowOf));
    db.update('key_site', id, rowOf('44444'));
    db.remove('key_site', gone);
  });
  store.transact(operation(), (db) => add(db, '66666'));
  const counts = ['11111', '22222', '33333', '44444', '55555', '66666'].map((phone) => find(phone).length);
  expect(counts).toEqual([1, 0, 1, 1, 0, 1]);
});

const logged = { kind: text, row_id: integer, before: nullableText, after: nullableText };
const changes = defineQuery<typeof logged, { operation: number }>({
  name: 'test.changes',
  sql: 'SELECT kind, row_id, before, after FROM row_change WHERE operation_id = @operation ORDER BY id',
  columns: logged,
});

test('the log tells of rows that are added at once what it tells of those that are added one by one', () => {
  const phones = ['11111', '22222', '33333'];
  const [single, many] = [
    (db: WriteStore) => phones.map((phone) => add(db, phone)),
    (db: WriteStore) => db.insertMany('key_site', phones.map(rowOf)),
  ].map((work) => {
    const { operationId, value } = store.transact(operation(), work);
    const rows = store.read().all(changes, { operation: operationId });
    expect(rows.map((row) => row.row_id)).toEqual(value);
    return rows.map(({ kind, before, after }) => {
      const { id: _id, uid: _uid, ...rest } = JSON.parse(after ?? '') as Record<string, unknown>;
      return { kind, before, rest };
    });
  });
  expect(many).toEqual(single);
  expect(verifyChain(store.read())).toEqual([]);
});

test('outside an operation nothing is added at once', () => {
  expect(() => store.writeUnlogged((db) => db.insertMany('key_site', [rowOf('11111')]))).toThrow('日志');
  expect(find('11111')).toEqual([]);
});

test('what fails half way leaves nothing behind, even where the operation goes on', () => {
  function* broken() {
    yield rowOf('11111');
    throw new Error('no');
  }
  store.transact(operation(), (db) => {
    expect(() => db.insertMany('key_site', broken())).toThrow('no');
    add(db, '22222');
  });
  expect([find('11111').length, find('22222').length]).toEqual([0, 1]);
});

test('what cannot be entered in the log ends the whole save, even where the operation would go on', () => {
  const save = () =>
    store.transact(operation(), (db) => {
      add(db, '11111');
      try {
        db.insertMany('key_site', [{ ...rowOf('22222'), address: null }]);
      } catch {
        db.insertMany('key_site', [rowOf('33333')]);
      }
    });
  save();
  const broken = () =>
    store.transact(operation(), (db) => {
      add(db, '44444');
      // A row that stands above all others already is not among those that were added.
      const rows = function* () {
        yield rowOf('55555');
        db.insert('key_site', { ...rowOf('66666'), id: 1_000 });
      };
      try {
        db.insertMany('key_site', rows());
      } catch {
        // As by a handler that thinks it can go on.
      }
      add(db, '77777');
    });
  expect(broken).toThrow('这次保存已经结束');
  expect(['11111', '33333', '44444', '55555', '66666', '77777'].map((phone) => find(phone).length)).toEqual([
    1, 1, 0, 0, 0, 0,
  ]);
  store.transact(operation(), (db) => add(db, '88888'));
  expect(verifyChain(store.read())).toEqual([]);
});

test('the store opens again as it was, also after such a save was taken back or has failed', () => {
  const save = (phones: string[], error?: Error) =>
    store.transact(operation(), (db) => {
      db.insertMany('key_site', phones.map(rowOf));
      if (error !== undefined) throw error;
    });
  save(['11111']);
  store.undo({ ...operation(), userUid: 'user-1' });
  expect(find('11111')).toEqual([]);
  expect(() => save(['22222'], new Error('no'))).toThrow('no');
  store.close();
  store = openStore(folder);
  store.transact(operation(), (db) => add(db, '22222'));
  expect(find('22222')).toHaveLength(1);
});
