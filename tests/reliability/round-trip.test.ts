import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackup, ownPlace } from '#main/core/backups/make-backup.ts';
import { findBackups, type FoundBackup } from '#main/core/backups/place.ts';
import { keptPath } from '#main/core/backups/pool.ts';
import { drill, prepareRestore, type Restoring } from '#main/core/backups/restore.ts';
import { keepFile } from '#main/core/files/kept-files.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import { defineQuery, integer, text } from '#main/core/store/query.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { operation } from '#tests/support/store-operation.ts';
import { expect, it } from 'vitest';
import { note } from './at-work/figures.ts';
import { makeFixture } from './at-work/fixture.ts';
import { item } from './at-work/item-table.ts';
import { randomOf, seedOfRun } from './at-work/random.ts';

const trips = Number(process.env['ROUND_TRIPS'] ?? 12);
const MOST_OPERATIONS = 12;
const go = { progress: () => undefined, throwIfCancelled: () => undefined };

const rows = defineQuery({
  name: 'test.dumpOfRows',
  sql: `SELECT json_array(id, uid, operation, size, sha256, filler) AS line FROM item ORDER BY id`,
  columns: { line: text },
});
const log = defineQuery({
  name: 'test.dumpOfLog',
  sql: `SELECT json_array(o.id, o.uid, o.label, o.hash, c.id, c.row_id, c.before, c.after) AS line
FROM operation o LEFT JOIN row_change c ON c.operation_id = o.id ORDER BY o.id, c.id`,
  columns: { line: text },
});
const ids = defineQuery({ name: 'test.itemIds', sql: 'SELECT id FROM item', columns: { id: integer } });

type Random = () => number;

function dump(store: Store): { rows: string[]; log: string[] } {
  const reader = store.read();
  const lines = { rows: reader.all(rows), log: reader.all(log) };
  reader.close();
  return { rows: lines.rows.map(({ line }) => line), log: lines.log.map(({ line }) => line) };
}

/** Rows come, change and go; some name a kept file. */
function work(store: Store, random: Random, folder: string): void {
  const upTo = (most: number) => Math.floor(random() * most);
  const steps = 1 + upTo(MOST_OPERATIONS);
  for (let step = 0; step < steps; step += 1) {
    const sha256 = random() < 0.3 ? keep(folder, `${random()}`.repeat(1 + upTo(500))) : null;
    store.transact(operation({ name: 'item.change', label: '改动' }), (tx) => change(tx, random, sha256));
  }
}

function change(tx: WriteStore, random: Random, sha256: string | null): void {
  const upTo = (most: number) => Math.floor(random() * most);
  for (let count = 1 + upTo(20); count > 0; count -= 1) {
    const all = tx.all(ids);
    const { id } = all[upTo(all.length)] ?? { id: null };
    const filler = ['消安办', '=1+1', '', '\u0000', '😀'][upTo(5)]!.repeat(upTo(40));
    const kind = random();
    if (id === null || kind < 0.6)
      tx.insert(item, { operation: upTo(9), size: upTo(1_000_000), sha256, filler });
    else if (kind < 0.85) tx.update(item, id, { filler, sha256 });
    else tx.remove(item, id);
  }
}

function keep(folder: string, content: string): string {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const source = join(folder, 'source');
  writeFileSync(source, content);
  keepFile(folder, source, sha256);
  rmSync(source);
  return sha256;
}

/** Every file of a backup's place in turn: one byte of each becomes another. @returns how many went unnoticed */
async function changeBytes(restoring: Restoring, random: Random): Promise<number> {
  let unnoticed = 0;
  for (const name of readdirSync(restoring.place, { recursive: true, encoding: 'utf8' })) {
    const path = join(restoring.place, name);
    if (!statSync(path).isFile()) continue;
    const whole = readFileSync(path);
    if (whole.length === 0) continue;
    const changed = Buffer.from(whole);
    const place = Math.floor(random() * whole.length);
    changed[place] = changed[place]! ^ (1 << Math.floor(random() * 8));
    writeFileSync(path, changed);
    if (await isTakenForWhole(restoring)) unnoticed += 1;
    writeFileSync(path, whole);
  }
  return unnoticed;
}

async function isTakenForWhole({ backup, ...restoring }: Restoring): Promise<boolean> {
  const found = (await findBackups(restoring.place)).find(({ name }) => name === backup.name);
  if (found === undefined) return false;
  const { faults } = await drill({ ...restoring, backup: found }, '0.1.0');
  return faults.length === 0;
}

async function roundTrip(base: string, migrationFolder: string, random: Random): Promise<number> {
  const folder = join(base, 'data');
  const temporaryFolder = join(base, 'temporary');
  mkdirSync(temporaryFolder);
  let store = openStore(folder, { migrationFolder, programVersion: '0.1.0' });
  try {
    work(store, random, folder);
    const then = dump(store);
    const backup = await makeBackup({
      dataFolder: folder,
      kind: 'manual',
      programVersion: '0.1.0',
      now: Date.now(),
      ...go,
    });
    work(store, random, folder);
    const place = ownPlace(folder);
    const restoring = { place, backup, opener: null, temporaryFolder, migrationFolder, ...go };
    expect(await isTakenForWhole(restoring)).toBe(true);
    const unnoticed = await changeBytes(restoring, random);
    rmSync(join(folder, 'files'), { recursive: true, force: true });
    await prepareRestore(restoring, folder, noteOf(backup));
    store.close();
    store = openStore(folder, { migrationFolder, programVersion: '0.1.0' });
    const now = dump(store);
    expect(store.startFaults).toEqual([]);
    expect(now.rows).toEqual(then.rows);
    expect(now.log.slice(0, then.log.length)).toEqual(then.log);
    for (const line of now.rows) {
      const sha256 = (JSON.parse(line) as unknown[])[4];
      if (typeof sha256 === 'string')
        expect(
          createHash('sha256')
            .update(readFileSync(keptPath(folder, sha256)))
            .digest('hex'),
        ).toBe(sha256);
    }
    return unnoticed;
  } finally {
    store.close();
  }
}

function noteOf({ name, madeAt }: FoundBackup) {
  return { backup: name, madeAt, userUid: null, userName: '李明', preparedAt: madeAt };
}

it('A backup of any data gives the same rows, log and kept files back, and no byte of it changes unseen', {
  timeout: 60_000 + trips * 10_000,
}, async () => {
  const { base, migrations } = makeFixture();
  const seed = seedOfRun();
  const random = randomOf(seed);
  let unnoticed = 0;
  for (let trip = 0; trip < trips; trip += 1) {
    const folder = join(base, 'trip');
    mkdirSync(folder);
    unnoticed += await roundTrip(folder, migrations, random);
    rmSync(folder, { recursive: true });
  }
  note('backups of random data restored', `${trips} times equal; changed bytes not noticed: ${unnoticed}`);
  expect(unnoticed, `SEED=${seed}`).toBe(0);
});
