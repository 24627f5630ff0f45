import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localDay } from '#shared/calendar/days.ts';
import { collectedColumn, type GivenRow } from '#shared/rules/collections/definition.ts';
import type { CollectedLedger } from '#main/core/fields/collected-ledger.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import { collectionsWith } from '#main/features/collections/index.ts';
import { unitsOfCollection } from '#main/features/collections/queries.ts';
import { collectionReturnsWith } from '#main/features/collections/returns/index.ts';
import { requireCollection } from '#main/features/collections/rows.ts';
import { organizationsOfLevel, organizationsOn } from '#main/features/organizations/index.ts';
import { startSampleOffice } from '#tests/support/sample-office.ts';
import { operation } from '#tests/support/store-operation.ts';

const ROWS = 250;
const today = localDay(Date.now());
const rows = (count: string): GivenRow[] =>
  Array.from({ length: ROWS }, (_, place) => ({ key: `k${place}`, values: { count }, ranges: {} }));

/** How often the ledger was asked for its rows, and what it has in each of them. */
let asked: number;
let stands: string;
let county: string;
const ledger: CollectedLedger = {
  key: 'counted',
  name: '点数',
  instruction: '',
  definition: () => ({
    rows: 'given',
    blankRows: 0,
    columns: [collectedColumn('count', '数', { kind: 'whole' })],
  }),
  rowsOf() {
    asked += 1;
    return new Map([[county, rows(stands)]]);
  },
  land: () => ROWS,
};
const sources = { ledgers: [ledger], selfScores: { of: () => ledger, groups: () => [] } };
const returns = collectionReturnsWith(sources);

let folder: string;
let store: Store;
let reader: ReadStore;
let uid: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'previews-'));
  await (await startSampleOffice(folder)).office.close();
  store = openStore(folder);
  reader = store.read();
  stands = '1';
  county = organizationsOfLevel(organizationsOn(reader, today), 'county')[0]!.uid;
  uid = inStore((context) => {
    const origin = { kind: 'ledger', ledger: 'counted' } as const;
    const asking = { title: '点数', origin, instruction: '', dueOn: today, form: null };
    return collectionsWith(sources).create({ ...asking, organizationUids: [county] }, context).uid;
  });
  bring('2');
  asked = 0;
});
afterEach(() => {
  reader.close();
  store.close();
  rmSync(folder, { recursive: true });
});

const caller = {
  userUid: null,
  userName: '李明',
  roles: ['director' as const],
  windowUid: 'w1',
  host: 'browser' as const,
};
const around = { caller, now: Date.now(), today, resourcesFolder: '' };

function inStore<Result>(work: (context: WriteContext) => Result): Result {
  return store.transact(operation({ label: '收集' }), (db, words) =>
    work({ db, ...words, ...around, dataFolder: '', payload: null }),
  ).value;
}

/** The unit returns a table that says this in every row. */
function bring(count: string): void {
  inStore(({ db }) => {
    const [unit] = db.all(unitsOfCollection, { collectionId: requireCollection(db, uid).id });
    const said = rows(count).map(({ key, values }, place) => ({ row: place + 5, key, values, unread: {} }));
    db.insert('collection_return', {
      unit_id: unit!.id,
      file_name: '云栖县.xlsx',
      bytes: 1,
      sha256: '0'.repeat(64),
      read_sha256: '0'.repeat(64),
      received_at: around.now,
      received_by: '李明',
      source: 'identity',
      said: JSON.stringify(said),
      problems: '[]',
      state: 'correct',
    });
  });
}

const page = (from: number) =>
  returns.preview({ uid, unitUid: null, from, most: 100 }, { db: reader, ...around });

test('all pages of a preview are handed out of one working out', () => {
  const pages = [page(0), page(100), page(200)];
  expect(asked).toBe(1);
  expect(pages.map(({ conflicts }) => conflicts.length)).toEqual([100, 100, 50]);
  expect(new Set(pages.flatMap(({ conflicts }) => conflicts.map(({ id }) => id))).size).toBe(ROWS);
  expect(new Set(pages.map(({ digest }) => digest)).size).toBe(1);
});

test('what has been saved meanwhile is in the next page', () => {
  const { digest, conflicts } = page(0);
  expect(conflicts[0]?.candidates.map(({ value }) => value)).toEqual(['2']);
  bring('3');
  const after = page(0);
  expect(after.conflicts[0]?.candidates.map(({ value }) => value)).toEqual(['2', '3']);
  expect(after.digest).not.toBe(digest);
});

test('merging works out its own, and refuses what was kept of another state', () => {
  const { digest } = page(0);
  const before = asked;
  // Not through the store: a preview that is kept cannot know of it.
  stands = '7';
  expect(page(0).digest).toBe(digest);
  const merging = { uid, digest, rule: 'returned' as const, decisions: {} };
  expect(() => inStore((context) => returns.merge(merging, context))).toThrow('核对之后又有改动');
  expect(asked).toBe(before + 1);
});
