import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackup, ownPlace } from '#main/core/backups/make-backup.ts';
import { fetchWhole } from '#main/core/backups/restore.ts';
import { openStore } from '#main/core/store/open.ts';
import { readCopy } from '#main/core/store/online-copy.ts';
import { describe, expect, it } from 'vitest';
import { checkFolder } from './at-work/check-folder.ts';
import { note } from './at-work/figures.ts';
import { type Fixture, follow, makeFixture, prepareStore, startWorking } from './at-work/fixture.ts';
import { storedOperations } from './at-work/item-table.ts';
import { randomOf, seedOfRun } from './at-work/random.ts';
import { Expected } from './at-work/told.ts';

const lostLogs = Number(process.env['LOST_LOGS'] ?? 8);
const copies = Number(process.env['RAW_COPIES'] ?? 12);
/** A store that grows takes ever longer to copy. */
const COPIES_PER_FOLDER = 6;
const go = { progress: () => undefined, throwIfCancelled: () => undefined };

describe('A write-ahead log', () => {
  it('that is gone after a kill is told at the next start', {
    timeout: 60_000 + lostLogs * 3_000,
  }, async () => {
    const fixture = makeFixture();
    const { folder: pattern } = await prepareStore(fixture);
    const random = randomOf(seedOfRun());
    const folder = join(fixture.base, 'killed');
    for (let round = 0; round < lostLogs; round += 1) {
      rmSync(folder, { recursive: true, force: true });
      cpSync(pattern, folder, { recursive: true });
      const wanted = 1 + Math.floor(random() * 20);
      const migrationFolder = fixture.migrations;
      const child = startWorking({ folder, migrationFolder, work: 'saving', first: 1_001, rounds: 0 });
      let saved = 0;
      await follow(child, ([word]) => {
        if (word === 'saved') saved += 1;
        if (saved === wanted) child.kill('SIGKILL');
      });
      rmSync(join(folder, 'store.db-wal'));
      rmSync(join(folder, 'store.db-shm'), { force: true });
      const store = openStore(folder, { migrationFolder });
      store.close();
      expect(store.startFaults.join('')).toContain('store.db-wal');
    }
    note('write-ahead log removed after a kill', `${lostLogs} times, told each time`);
  });
});

describe('A copy made while the store is written to', () => {
  it('is whole and holds everything acknowledged when it is our backup, and often not when the file is copied', {
    timeout: 60_000 + copies * 3_000,
  }, async () => {
    const fixture = makeFixture();
    const pattern = await prepareStore(fixture);
    let rawFaults = 0;
    for (let done = 0; done < copies; done += COPIES_PER_FOLDER)
      rawFaults += await copyWhileWorking(fixture, pattern, Math.min(COPIES_PER_FOLDER, copies - done));
    const figure = `${copies} backups all whole; of ${copies} raw copies ${rawFaults} were not`;
    note('copies of a store that is written to', figure);
    expect(rawFaults).toBeGreaterThan(0);
  });
});

/** @returns how many of the raw copies lack something; our backups must not */
async function copyWhileWorking(
  fixture: Fixture,
  { folder: pattern, saved }: Awaited<ReturnType<typeof prepareStore>>,
  count: number,
): Promise<number> {
  const folder = join(fixture.base, 'working');
  cpSync(pattern, folder, { recursive: true });
  const migrationFolder = fixture.migrations;
  const child = startWorking({ folder, migrationFolder, work: 'saving', first: 1_001, rounds: 0 });
  const expected = new Expected(saved);
  let hasBegun: () => void;
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve;
  });
  const ended = follow(child, (told) => {
    expected.hear(told);
    if (told[0] === 'saved') hasBegun();
  });
  await begun;
  let rawFaults = 0;
  try {
    for (let round = 0; round < count; round += 1) {
      rawFaults += Number(await isRawCopyFaulty(fixture, folder, new Set(expected.saved)));
      await expectWholeBackup(folder, fixture, new Set(expected.saved));
    }
  } finally {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true });
  }
  return rawFaults;
}

/** As a tool copies that knows nothing of the write-ahead log. */
async function isRawCopyFaulty(
  fixture: Fixture,
  folder: string,
  saved: ReadonlySet<number>,
): Promise<boolean> {
  const raw = join(fixture.base, 'raw');
  cpSync(join(folder, 'files'), join(raw, 'files'), { recursive: true });
  copyFileSync(join(folder, 'store.db'), join(raw, 'store.db'));
  const looking = { migrationFolder: fixture.migrations, withBackups: false };
  const { faults } = await checkFolder(raw, new Expected(saved), looking);
  rmSync(raw, { recursive: true });
  return faults.length > 0;
}

async function expectWholeBackup(
  folder: string,
  { base: temporaryFolder, migrations: migrationFolder }: Fixture,
  saved: ReadonlySet<number>,
) {
  const making = { dataFolder: folder, kind: 'manual' as const, programVersion: '0.1.0', now: Date.now() };
  const backup = await makeBackup({ ...making, ...go });
  const target = join(temporaryFolder, 'fetched.db');
  const fetching = { place: ownPlace(folder), backup, opener: null, temporaryFolder, migrationFolder };
  await fetchWhole({ ...fetching, ...go }, target);
  const held = readCopy(target, (store) => new Set(store.all(storedOperations).map((row) => row.operation)));
  expect([...saved].filter((operation) => !held.has(operation))).toEqual([]);
  rmSync(target);
}
