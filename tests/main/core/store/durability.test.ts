import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkStore } from '#main/core/store/integrity.ts';
import { openStore } from '#main/core/store/open.ts';
import { bundledChild } from '#tests/support/thread-bundle.ts';
import { familySql, migrationFolder, operation, parent, temporaryFolder } from '#tests/support/store.ts';
import { describe, expect, it } from 'vitest';
import { parents } from './family-queries.ts';

const kills = Number(process.env.KILLS ?? 20);
const writer = bundledChild('store-writer');

/** Lets a child write until it has acknowledged `count` rows, kills it there, and returns what it acknowledged. */
async function writeAndKill(
  folder: string,
  migrations: string,
  first: number,
  count: number,
): Promise<number> {
  const child = spawn(process.execPath, [writer, folder, migrations, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.split('\n').length > count) child.kill('SIGKILL');
  });
  await ended;
  const complete = said.slice(0, said.lastIndexOf('\n')).split('\n');
  return Number(complete.at(-1));
}

describe('a killed writer', () => {
  it('loses no acknowledged row and leaves no half operation', {
    timeout: 30_000 + kills * 3_000,
  }, async () => {
    const base = temporaryFolder();
    const migrations = migrationFolder(base, familySql);
    const folder = join(base, 'data');
    let next = 1;
    for (let round = 0; round < kills; round += 1) {
      const acknowledged = await writeAndKill(folder, migrations, next, 1 + ((round * 7) % 23));
      expect(acknowledged).toBeGreaterThanOrEqual(next);
      const store = openStore(folder, { migrationFolder: migrations });
      expect(store.startFaults).toEqual([]);
      const reader = store.read();
      const names = new Set(reader.all(parents).map((row) => row.name));
      next = names.size / 2 + 1;
      expect(names.size % 2).toBe(0);
      expect(next).toBeGreaterThan(acknowledged);
      for (let number = 1; number < next; number += 1) {
        expect(names.has(`a${number}`) && names.has(`b${number}`)).toBe(true);
      }
      if (round % 5 === 4 || round === kills - 1) expect(checkStore(reader)).toEqual([]);
      reader.close();
      store.close();
    }
  });

  it('whose write-ahead log then gets lost is told at the next start', async () => {
    const base = temporaryFolder();
    const migrations = migrationFolder(base, familySql);
    const folder = join(base, 'data');
    openStore(folder, { migrationFolder: migrations }).close();
    await writeAndKill(folder, migrations, 1, 5);
    expect(existsSync(join(folder, 'store.db-wal'))).toBe(true);
    rmSync(join(folder, 'store.db-wal'));
    rmSync(join(folder, 'store.db-shm'));
    const store = openStore(folder, { migrationFolder: migrations });
    expect(store.startFaults[0]).toContain('store.db-wal');
    store.close();
  });
});

describe('closing', () => {
  it('leaves everything in the main file', () => {
    const base = temporaryFolder();
    const migrations = migrationFolder(base, familySql);
    const store = openStore(join(base, 'data'), { migrationFolder: migrations });
    store.transact(operation(), (tx) => tx.insert(parent, { name: '王' }));
    store.close();
    expect(existsSync(join(base, 'data', 'store.db-wal'))).toBe(false);
    expect(existsSync(join(base, 'data', 'in-use.json'))).toBe(false);
  });
});
