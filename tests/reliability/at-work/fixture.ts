import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledChild } from '#tests/support/thread-bundle.ts';
import { migrationFolder } from '#tests/support/store.ts';
import { onTestFinished } from 'vitest';
import { itemSql, laterStep } from './item-table.ts';
import { type Told, readTold } from './told.ts';

/** Steps of the migration that is broken off. */
const LATER_STEPS = 6;

export interface Fixture {
  base: string;
  /** The program's version whose data is worked on, and a later one. */
  migrations: string;
  laterMigrations: string;
}

/** A folder in memory where there is one: none of these tests rests on what a real disk does. Gone after a good test. */
export function makeFixture(): Fixture {
  const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const base = realpathSync(mkdtempSync(join(parent, 'office-torture-')));
  onTestFinished(({ task }) => {
    if (task.result?.state !== 'fail') rmSync(base, { recursive: true, force: true });
  });
  const later = Array.from({ length: LATER_STEPS }, (_, step) => laterStep(step));
  return {
    base,
    migrations: migrationFolder(base, itemSql),
    laterMigrations: migrationFolder(base, itemSql, ...later),
  };
}

export interface Working {
  folder: string;
  migrationFolder: string;
  work: string;
  /** Number of its first operation, and how many rounds it works; 0 is for ever. */
  first: number;
  rounds: number;
  env?: Readonly<Record<string, string>>;
  /** A command and its arguments that the child is run by, as strace. */
  under?: readonly string[];
}

/** @returns the child, its output to be read by {@link follow} */
export function startWorking({
  folder,
  migrationFolder: migrations,
  work,
  first,
  rounds,
  env,
  under = [],
}: Working) {
  const words = [...under, process.execPath, bundledChild('working-store')];
  const args = [folder, migrations, work, String(first), String(rounds)];
  const [command = '', ...rest] = [...words, ...args];
  return spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
}

export interface End {
  code: number | null;
  signal: string | null;
  told: Told[];
  /** What it wrote to its error output. */
  errors: string;
}

/** Hears a child to its end. A last line that was cut by a kill was not said. @param hear each line as it comes */
export async function follow(
  child: ChildProcess,
  hear: (told: Told) => void = () => undefined,
): Promise<End> {
  const told: Told[] = [];
  let rest = '';
  let errors = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = `${rest}${chunk.toString()}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      told.push(readTold(line));
      hear(told.at(-1)!);
    }
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    child.once('close', (...ended) => resolve(ended));
  });
  return { code, signal, told, errors };
}

/** Operations of a store that was prepared. */
const PREPARED_OPERATIONS = 20;

/** A closed store with some operations, kept files and a backup, worked on by a child as all others. */
export async function prepareStore({
  base,
  migrations,
}: Fixture): Promise<{ folder: string; saved: Set<number> }> {
  const folder = join(base, 'prepared');
  const working = { folder, migrationFolder: migrations, first: 1, work: 'attaching' };
  const { code, told, errors } = await follow(startWorking({ ...working, rounds: PREPARED_OPERATIONS }));
  if (code !== 0) throw new Error(`the store was not prepared: ${errors}`);
  return { folder, saved: new Set(told.filter((each) => each[0] === 'saved').map(([, number]) => number)) };
}
