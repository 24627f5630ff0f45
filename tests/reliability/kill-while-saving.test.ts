import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStore } from '#main/core/store/integrity.ts';
import { openStore } from '#main/core/store/open.ts';
import { defineQuery, integer, text } from '#main/core/store/query.ts';
import { bundledChild } from '#tests/support/thread-bundle.ts';
import { expect, it } from 'vitest';
import { note } from './at-work/figures.ts';
import { loadCore, prepareOffice, type Threads } from './killable-core.ts';

const kills = Number(process.env['KILLS'] ?? 200);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
/** So many data folders at work at the same time, and so many kills before one is checked and replaced. */
const LANES = 2;
const KILLS_PER_FOLDER = 20;
/** Of so many folders one is worked on by threads: what they write is the same, and they take twice as long to load. */
const FOLDERS_TO_ONE_WITH_THREADS = 5;

const storedCounters = defineQuery({
  name: 'test.storedCounters',
  sql: `SELECT assessment_object.uid || '/' || indicator.uid AS cell,
      CAST(json_extract(entry, '$.reason') AS INTEGER) AS counter
    FROM score JOIN assessment_object ON assessment_object.id = object_id
    JOIN indicator ON indicator.id = indicator_id WHERE stage = 'checked'`,
  columns: { cell: text, counter: integer },
});

/** 5 to 60 milliseconds, the same for the same seed and round. */
function momentOf(round: number): number {
  let bits = Math.imul(seed ^ Math.imul(round, 0x9e37_79b9), 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
  return 5 + (((bits ^ (bits >>> 16)) >>> 0) % 56);
}

interface Lane {
  base: string;
  entry: string;
  template: string;
  threads: Threads;
}

/** Kills one core after another on one data folder; each must know all that its forerunners acknowledged. */
async function killOnOneFolder(
  { base, entry, template, threads }: Lane,
  rounds: readonly number[],
): Promise<void> {
  const folder = join(base, `office-${rounds[0]}`);
  cpSync(template, folder, { recursive: true });
  const acknowledged = new Map<string, number>();
  let core = loadCore(entry, folder, threads);
  for (const round of rounds) {
    const where = `seed ${seed}, round ${round}, threads ${threads}, data folder ${folder}`;
    const running = core.saveAndKill(momentOf(round));
    // The next one loads while this one works: a start takes longer than everything else.
    core = loadCore(entry, folder, threads);
    const killed = await running;
    const { faults, problem, counters } = killed.restarted;
    expect(faults, where).toEqual([]);
    expect(problem, where).toBeNull();
    expectAll(acknowledged, counters, where);
    expect(killed.acknowledged.length, where).toBeGreaterThan(0);
    for (const [cell, counter] of killed.acknowledged) acknowledged.set(cell, counter);
  }
  const where = `seed ${seed}, after round ${rounds.at(-1)}, data folder ${folder}`;
  core.discard();
  const store = openStore(folder);
  const reader = store.read();
  expect(store.startFaults, where).toEqual([]);
  const stored = reader.all(storedCounters).map(({ cell, counter }) => [cell, counter] as const);
  expectAll(acknowledged, Object.fromEntries(stored), where);
  expect(checkStore(reader), where).toEqual([]);
  reader.close();
  store.close();
  rmSync(folder, { recursive: true });
}

/** A later save of the same cell may have been on its way when the process died; an earlier value must not be back. */
function expectAll(
  acknowledged: ReadonlyMap<string, number>,
  found: Readonly<Record<string, number>>,
  where: string,
): void {
  const lost = [...acknowledged].filter(([cell, counter]) => (found[cell] ?? 0) < counter);
  expect(
    lost.map(
      ([cell, counter]) => `${cell}: ${counter} was acknowledged, ${found[cell] ?? 'nothing'} is there`,
    ),
    where,
  ).toEqual([]);
}

it('A process killed while scores are saved has lost no acknowledged score when it starts again', {
  timeout: 120_000 + kills * 3_000,
}, async () => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'office-killed-')));
  const template = join(base, 'template');
  const entry = bundledChild('child-core');
  await prepareOffice(entry, template);
  const folders = Array.from({ length: Math.ceil(kills / KILLS_PER_FOLDER) }, (_, folder) =>
    Array.from({ length: KILLS_PER_FOLDER }, (__, place) => folder * KILLS_PER_FOLDER + place + 1).filter(
      (round) => round <= kills,
    ),
  );
  async function runLane(): Promise<void> {
    for (let rounds = folders.shift(); rounds !== undefined; rounds = folders.shift()) {
      const place = Math.floor((rounds[0] ?? 1) / KILLS_PER_FOLDER);
      const threads = place % FOLDERS_TO_ONE_WITH_THREADS === 0 ? 'worker' : 'in-process';
      await killOnOneFolder({ base, entry, template, threads }, rounds);
    }
  }
  await Promise.all(Array.from({ length: LANES }, runLane));
  note('kills while scores are saved', `${kills} kills, seed ${seed}`);
  // Only now: a failure leaves the data folder that it names.
  rmSync(base, { recursive: true });
});
