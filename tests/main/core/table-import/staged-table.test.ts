import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SourceRow } from '#main/core/excel/read/source-table.ts';
import { piecesIn } from '#main/core/files/pieces-file.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import { putStaged, removeStaged, tokensWithPieces } from '#main/core/store/staging.ts';
import {
  readStagedTable,
  removeStagedTablesWith,
  type StagedTable,
  writeStagedTable,
} from '#main/core/table-import/staged-table.ts';
import { operation } from '#tests/support/store-operation.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staged-'));
  store = openStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function tableOf(rows: number): StagedTable {
  const cells = (row: number) => [`第${row}家“经营部”`, '一楼\n二楼', ''];
  const all: SourceRow[] = Array.from({ length: rows }, (_unused, place) => ({
    row: place + 2,
    cells: cells(place + 1),
  }));
  if (all[1] !== undefined) all[1] = { ...all[1], unread: [2] };
  return { table: { sheet: '名单', rows: all }, sheets: ['名单', '说明'] };
}

function stage(token: string, staged: StagedTable): void {
  const { payloadFile, piecesFile } = writeStagedTable(folder, staged, null);
  const row = { token, kind: 'list', userUid: '', payload: readFileSync(payloadFile), createdAt: 1 };
  store.writeUnlogged((tx) => putStaged(tx, row, piecesIn(piecesFile ?? '')));
}

const read = (token: string) => readStagedTable(store.read(), token, () => null);

it('a table that waits comes back as it was read, whatever its length', () => {
  for (const rows of [0, 1, 1_000, 2_501]) {
    stage(String(rows), tableOf(rows));
    expect(read(String(rows))).toEqual(tableOf(rows));
  }
  expect(read('never there')).toBeNull();
});

it('its rows go with it', () => {
  for (const token of ['a', 'b']) stage(token, tableOf(3));
  store.transact(operation(), (tx) => removeStaged(tx, 'a'));
  expect(tokensWithPieces(store.read())).toEqual(['b']);
});

it('only the waiting tables that have a word in them go for it', () => {
  stage('short', tableOf(3));
  stage('long', tableOf(2_501));
  store.transact(operation(), (tx) => removeStagedTablesWith(tx, ['没有', '第2400家']));
  expect(['short', 'long'].map((token) => read(token) !== null)).toEqual([true, false]);
});

it('sealed, it lies open nowhere and comes back by what sealed it alone', () => {
  const sealing = {
    seal: (words: unknown) => Buffer.from(JSON.stringify(words)).toString('base64'),
    open: (sealed: string): unknown => JSON.parse(Buffer.from(sealed, 'base64').toString()),
  };
  const { payloadFile, piecesFile } = writeStagedTable(folder, tableOf(3), sealing);
  const payload = readFileSync(payloadFile, 'utf8');
  expect(piecesFile).toBeNull();
  expect(payload).not.toContain('第1家');
  store.writeUnlogged((tx) =>
    putStaged(tx, { token: 's', kind: 'list', userUid: '', payload, createdAt: 1 }),
  );
  expect(read('s')).toBeNull();
  expect(readStagedTable(store.read(), 's', () => sealing)).toEqual(tableOf(3));
});

it('pieces that end too early are not taken for all', () => {
  const { piecesFile } = writeStagedTable(folder, tableOf(2_501), null);
  if (piecesFile === null) throw new Error('there are no pieces');
  const { size } = statSync(piecesFile);
  const last = [...piecesIn(piecesFile)].at(-1)?.length ?? 0;
  // Within the last piece, and within the length that stands before it.
  for (const cut of [1, last + 2]) {
    truncateSync(piecesFile, size - cut);
    expect(() => [...piecesIn(piecesFile)]).toThrow('ends within a piece');
  }
});
