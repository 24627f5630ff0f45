import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '#main/core/store/lock.ts';
import { openStore } from '#main/core/store/open.ts';
import { ownProcess } from '#main/core/store/process-identity.ts';
import { bundledChild } from '#tests/support/thread-bundle.ts';
import { familySql, migrationFolder, temporaryFolder } from '#tests/support/store.ts';
import { describe, expect, it, onTestFinished } from 'vitest';

const opener = bundledChild('store-opener');

/** The long form: STARTERS=50 LOCK_ROUNDS=100. */
const starters = Number(process.env['STARTERS'] ?? 8);
const rounds = Number(process.env['LOCK_ROUNDS'] ?? 2);

async function startOpener(folder: string, migrations: string): Promise<ChildProcess> {
  const child = fork(opener, [folder, migrations], { execArgv: [] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child, 'message');
  return child;
}

async function tryToOpen(child: ChildProcess): Promise<string> {
  const answer = once(child, 'message');
  child.send('open');
  const [text] = await answer;
  return String(text);
}

function lockOf(folder: string, change: object): void {
  writeFileSync(
    join(folder, 'in-use.json'),
    JSON.stringify({ ...ownProcess(), token: 'dead', since: Date.now(), ...change }),
  );
}

describe('the lock of a data folder', () => {
  it('lets exactly one of several processes in, also when a dead one left its lock behind', async () => {
    const base = temporaryFolder();
    const migrations = migrationFolder(base, familySql);
    const folder = join(base, 'data');
    openStore(folder, { migrationFolder: migrations }).close();
    for (const left of [undefined, { pid: 4_000_000 }, { bootId: 'another start' }, { startTicks: 1 }]) {
      if (left) lockOf(folder, left);
      const openers = await Promise.all([1, 2, 3, 4].map(() => startOpener(folder, migrations)));
      const answers = await Promise.all(openers.map(tryToOpen));
      expect(answers.filter((answer) => answer === 'owner')).toHaveLength(1);
      const refused = answers.filter((answer) => answer !== 'owner');
      const owner = openers[answers.indexOf('owner')]!;
      for (const words of refused) {
        expect(words).toContain('正由另一个已打开的程序使用');
        expect(words).toContain(`进程 ${owner.pid}，`);
      }
      const ended = once(owner, 'exit');
      owner.disconnect();
      await ended;
      expect(readdirSync(folder).filter((name) => name.startsWith('in-use'))).toEqual([]);
    }
  });

  it('lets exactly one in of many that start at once, round after round', { timeout: 0 }, async () => {
    const base = temporaryFolder();
    const migrations = migrationFolder(base, familySql);
    const folder = join(base, 'data');
    for (let round = 0; round < rounds; round += 1) {
      const openers = await Promise.all(
        Array.from({ length: starters }, () => startOpener(folder, migrations)),
      );
      const answers = await Promise.all(openers.map(tryToOpen));
      expect(answers.filter((answer) => answer === 'owner')).toHaveLength(1);
      // Killed, it leaves its lock behind, which the next round has to recover from.
      const owner = openers[answers.indexOf('owner')]!;
      const ended = once(owner, 'exit');
      owner.kill('SIGKILL');
      await ended;
    }
  });

  it('is recovered after its owner was killed', async () => {
    const base = temporaryFolder();
    const migrations = migrationFolder(base, familySql);
    const folder = join(base, 'data');
    const child = await startOpener(folder, migrations);
    expect(await tryToOpen(child)).toBe('owner');
    expect(() => openStore(folder, { migrationFolder: migrations })).toThrow(`进程 ${child.pid}`);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    const store = openStore(folder, { migrationFolder: migrations });
    expect(store.fullCheckDue).toBe(true);
    store.close();
  });

  it('holds for every name of the folder', () => {
    const base = temporaryFolder();
    const migrations = migrationFolder(base, familySql);
    const store = openStore(join(base, 'data'), { migrationFolder: migrations });
    symlinkSync(join(base, 'data'), join(base, 'link'));
    for (const name of [join(base, 'link'), join(base, 'data', '..', 'data'), `${join(base, 'data')}/`]) {
      expect(() => openStore(name, { migrationFolder: migrations })).toThrow('正由另一个已打开的程序使用');
    }
    expect(openStoreAfter(store, migrations)).toBe(true);
  });

  it('recovers from a lock file that a power cut left empty, and from a claim whose maker died', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'in-use.json'), '');
    lockFolder(folder).release();
    lockOf(folder, { pid: 4_000_000 });
    writeFileSync(
      join(folder, 'in-use.json.dead'),
      readFileSync(join(folder, 'in-use.json'), 'utf8').replace('"dead"', '"claimer"'),
    );
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow('正由另一个');
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not taken away by a second release', () => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    const first = lockFolder(folder);
    first.release();
    const second = lockFolder(folder);
    first.release();
    expect(existsSync(join(folder, 'in-use.json'))).toBe(true);
    second.release();
  });
});

function openStoreAfter(store: { folder: string; close(): void }, migrations: string): boolean {
  store.close();
  openStore(store.folder, { migrationFolder: migrations }).close();
  return true;
}
