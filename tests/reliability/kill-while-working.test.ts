import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '#main/core/store/errors.ts';
import { openStore } from '#main/core/store/open.ts';
import { describe, expect, it } from 'vitest';
import { checkFolder } from './at-work/check-folder.ts';
import { note } from './at-work/figures.ts';
import { type Fixture, follow, makeFixture, prepareStore, startWorking } from './at-work/fixture.ts';
import { randomOf, seedOfRun } from './at-work/random.ts';
import { Expected } from './at-work/told.ts';

/** Of each kind. */
const kills = Number(process.env['WORK_KILLS'] ?? 12);
const KILLS_PER_FOLDER = 20;
/** After the operation that is chosen: longer than the next one takes, so that each moment of it is hit. */
const LONGEST_MILLISECONDS = 90;
const timeout = 60_000 + kills * 3_000;

/** The kill comes after at most so many operations: SQLite takes over its log after about ten of the large ones. */
const kinds = [
  { words: 'an import', work: 'importing', operations: 2 },
  { words: 'attaching files', work: 'attaching', operations: 10 },
  { words: 'checkpoints', work: 'checkpointing', operations: 14 },
  { words: 'backups', work: 'backing-up', operations: 2 },
  { words: 'restores', work: 'restoring', operations: 4 },
];

interface Lane {
  fixture: Fixture;
  folder: string;
  work: string;
  operations: number;
  random: () => number;
}

/** Lets a store work and kills it. @returns what was told, put into `expected` */
async function workAndKill(
  { fixture, folder, work, operations, random }: Lane,
  first: number,
  expected: Expected,
  isFirst: boolean,
) {
  const migrationFolder = fixture.migrations;
  const child = startWorking({ folder, migrationFolder, work, first, rounds: 0 });
  const moment = random() * LONGEST_MILLISECONDS;
  // The first of a folder comes late, so that something was acknowledged however few kills there are.
  let left = isFirst ? operations : Math.floor(random() * (operations + 1));
  const end = await follow(child, (told) => {
    if (told[0] === 'opened' || told[0] === 'saved') {
      if (left === 0) setTimeout(() => child.kill('SIGKILL'), moment);
      left -= 1;
    }
    expected.hear(told);
  });
  expect(end.signal, end.errors).toBe('SIGKILL');
  expect(end.told.filter(([word]) => word === 'refused')).toEqual([]);
  return end.told.filter(([word]) => word === 'saved').length;
}

describe('A process killed during', () => {
  it.each(kinds)(
    '$words has lost nothing that it acknowledged',
    { timeout },
    async ({ words, work, operations: most }) => {
      const fixture = makeFixture();
      const { folder: pattern, saved } = await prepareStore(fixture);
      const seed = seedOfRun();
      const random = randomOf(seed);
      const folder = join(fixture.base, 'killed');
      let expected = new Expected();
      let acknowledged = 0;
      for (let kill = 0; kill < kills; kill += 1) {
        if (kill % KILLS_PER_FOLDER === 0) {
          rmSync(folder, { recursive: true, force: true });
          cpSync(pattern, folder, { recursive: true });
          expected = new Expected(saved);
        }
        const first = 1_000 * (kill + 1);
        acknowledged += await workAndKill(
          { fixture, folder, work, operations: most, random },
          first,
          expected,
          kill % KILLS_PER_FOLDER === 0,
        );
        const looking = { migrationFolder: fixture.migrations, withBackups: work !== 'checkpointing' };
        const { faults, operations } = await checkFolder(folder, expected, looking);
        expect(faults, `seed ${seed}, kill ${kill}, data folder ${folder}`).toEqual([]);
        expected.found(operations);
      }
      expect(acknowledged).toBeGreaterThan(0);
      if (work === 'backing-up' || work === 'restoring') expect(expected.backups.size).toBeGreaterThan(0);
      note(`kills during ${words}`, `${kills} kills, ${acknowledged} operations acknowledged, seed ${seed}`);
    },
  );

  it('a migration leaves the old version or the new one, and a backup of the old', { timeout }, async () => {
    const fixture = makeFixture();
    const { folder: pattern, saved } = await prepareStore(fixture);
    const seed = seedOfRun();
    const random = randomOf(seed);
    const folder = join(fixture.base, 'killed');
    const working = {
      folder,
      migrationFolder: fixture.laterMigrations,
      work: 'opening',
      first: 1,
      rounds: 1,
    };
    cpSync(pattern, folder, { recursive: true });
    const duration = await durationOf(working);
    const versions = { old: 0, between: 0 };
    for (let kill = 0; kill < kills; kill += 1) {
      rmSync(folder, { recursive: true });
      cpSync(pattern, folder, { recursive: true });
      const expected = new Expected(saved);
      const child = startWorking(working);
      await follow(child, (told) => {
        // Spread over all of it, however few there are.
        if (told[0] === 'loaded')
          setTimeout(() => child.kill('SIGKILL'), ((kill + random()) / kills) * duration);
        expected.hear(told);
      });
      const isOld = opensAsBefore(folder, fixture.migrations);
      versions[isOld ? 'old' : 'between'] += 1;
      expected.isMigrated ||= !isOld;
      const looking = { migrationFolder: fixture.laterMigrations, withBackups: true };
      const { faults } = await checkFolder(folder, expected, looking);
      expect(faults, `seed ${seed}, kill ${kill}, data folder ${folder}`).toEqual([]);
    }
    const { old, between } = versions;
    note(
      'kills during a migration',
      `${kills} kills, ${old} before and ${between} after its first step, seed ${seed}`,
    );
  });
});

async function durationOf(working: Parameters<typeof startWorking>[0]): Promise<number> {
  let began = 0;
  const end = await follow(startWorking(working), (told) => {
    if (told[0] === 'loaded') began = performance.now();
  });
  expect(end.code, end.errors).toBe(0);
  return performance.now() - began;
}

/** By the program that the data is from. A store that is on its way to a newer version is refused by its number. */
function opensAsBefore(folder: string, migrationFolder: string): boolean {
  try {
    openStore(folder, { migrationFolder, programVersion: '0.1.0' }).close();
    return true;
  } catch (error) {
    if (error instanceof StoreError && error.kind === 'newerFile') return false;
    throw error;
  }
}
