import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFolder } from '../at-work/check-folder.ts';
import { type Fixture, follow, startWorking } from '../at-work/fixture.ts';
import { randomOf } from '../at-work/random.ts';
import { Expected } from '../at-work/told.ts';
import type { CutState, Fate } from './disk.ts';
import { readTrace, recordingArguments, type TracedCall } from './read-trace.ts';
import { Replay } from './replay.ts';

/** What is recorded: a store that works and is cut off at every moment. */
export interface Scene {
  work: string;
  rounds: number;
  /** Begins with an empty folder instead of a store with some operations. */
  isNew?: boolean;
  /** The program is newer than the store. */
  isLater?: boolean;
  withBackups?: boolean;
}

const fates: readonly Fate[] = ['torn', 'mixed', 'none', 'torn', 'mixed', 'all', 'torn', 'mixed'];
/** A broken store fails at thousands of states; some of them say enough. */
const ENOUGH_FAULTS = 10;
/** Soon after a sync there are few different ones. */
const TRIES_FOR_A_STATE = 4;

interface Cutting {
  fixture: Fixture;
  scene: Scene;
  tracer: string;
  /** A data folder with a store, for the scenes that begin with one, and what is in it. */
  pattern: string;
  saved: ReadonlySet<number>;
  /** How many states are wanted. */
  states: number;
  seed: number;
  env?: Readonly<Record<string, string>>;
}

export interface CutResult {
  states: number;
  calls: number;
  faults: string[];
}

/** Records the scene once, then opens what cuts at its moments leave. */
export async function cutPower(cutting: Cutting): Promise<CutResult> {
  const { fixture, scene, pattern, saved } = cutting;
  const folder = join(fixture.base, `recorded-${scene.work}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  if (scene.isNew !== true) cpSync(pattern, folder, { recursive: true });
  const replay = new Replay(folder);
  const calls = await record(cutting, folder);
  const random = randomOf(cutting.seed);
  const expected = new Expected(scene.isNew === true ? [] : saved);
  const seen = new Set<string>();
  const faults: string[] = [];
  const perCall = cutting.states / calls.length;
  let heard = 0;
  for (const [place, call] of calls.entries()) {
    const meaning = replay.do(call);
    if (typeof meaning === 'object') {
      expected.hear(meaning.told);
      heard += 1;
    }
    // Rounded up or down by chance, so that few states are spread over all moments.
    let wanted = Math.floor(perCall) + (random() < perCall % 1 ? 1 : 0);
    for (let tries = wanted * TRIES_FOR_A_STATE; tries > 0 && wanted > 0; tries -= 1) {
      const fate = fates[Math.floor(random() * fates.length)]!;
      const state = replay.disk.cut(fate, random);
      // The same bytes are another state where more has been acknowledged.
      const key = `${heard} ${state.key}`;
      if (seen.has(key)) continue;
      seen.add(key);
      wanted -= 1;
      const found = await openState(cutting, state, expected);
      faults.push(
        ...found.map((fault) => `seed ${cutting.seed}, ${scene.work}, call ${place}, ${fate}: ${fault}`),
      );
    }
    if (faults.length >= ENOUGH_FAULTS) break;
  }
  rmSync(folder, { recursive: true });
  return { states: seen.size, calls: calls.length, faults };
}

/** Only calls that matter for the folder or said something; the rest says nothing about the disk. */
async function record({ fixture, scene, tracer, env }: Cutting, folder: string): Promise<TracedCall[]> {
  const log = join(fixture.base, 'trace');
  const child = startWorking({
    folder,
    migrationFolder: migrationsOf(fixture, scene),
    work: scene.work,
    first: 1_001,
    rounds: scene.rounds,
    ...(env === undefined ? {} : { env }),
    under: [tracer, ...recordingArguments(log)],
  });
  const { code, told, errors } = await follow(child);
  if (code !== 0 || told.some(([word]) => word === 'refused')) throw new Error(`the scene failed: ${errors}`);
  const calls = [...readTrace(readFileSync(log, 'utf8'))];
  rmSync(log);
  return calls.filter((call) => concerns(call, folder));
}

const namedByPath = /^(?:openat|rename|link|unlink|mkdir|rmdir|truncate)/u;

function concerns({ name, args }: TracedCall, folder: string): boolean {
  if (!namedByPath.test(name)) return true;
  return args.some((arg) => Buffer.isBuffer(arg) && arg.toString().startsWith(folder));
}

function migrationsOf(fixture: Fixture, scene: Scene): string {
  return scene.isLater === true ? fixture.laterMigrations : fixture.migrations;
}

async function openState(
  { fixture, scene }: Cutting,
  state: CutState,
  expected: Expected,
): Promise<string[]> {
  const folder = join(fixture.base, 'after-the-cut');
  mkdirSync(folder);
  for (const path of state.folders) mkdirSync(join(folder, path), { recursive: true });
  for (const { path, content } of state.files) {
    // Memory that processes share: it does not outlive them, and SQLite makes it anew.
    if (!path.endsWith('-shm')) writeFileSync(join(folder, path), content);
  }
  const looking = { migrationFolder: migrationsOf(fixture, scene), withBackups: scene.withBackups === true };
  const { faults } = await checkFolder(folder, expected, looking);
  rmSync(folder, { recursive: true });
  return faults;
}
