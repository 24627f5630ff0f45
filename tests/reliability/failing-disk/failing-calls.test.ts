import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findTracer } from '#tests/support/tracer.ts';
import { describe, expect, it } from 'vitest';
import { checkFolder } from '../at-work/check-folder.ts';
import { note } from '../at-work/figures.ts';
import { type Fixture, follow, makeFixture, prepareStore, startWorking } from '../at-work/fixture.ts';
import { Expected } from '../at-work/told.ts';

/**
 * Of each kind of call every n-th is made to fail, n from 1 until nothing fails any more. The tests take as many steps
 * as this at the most; `npm run torture` takes every one.
 */
const STEPS = Number(process.env['FAILING_STEPS'] ?? 4);
const SLOW = { timeout: 7_200_000 };

/** isTold: where a clerk's save rests on the call, a failure that nobody hears of would be a false 已保存. */
const failures: readonly { call: string; error: string; words: string; isTold?: true }[] = [
  { call: 'pwrite64', error: 'ENOSPC', words: 'a write finds the disk full', isTold: true },
  { call: 'pwrite64', error: 'EIO', words: 'a write fails', isTold: true },
  { call: 'pread64', error: 'EIO', words: 'a read fails' },
  { call: 'fsync,fdatasync', error: 'EIO', words: 'a sync fails', isTold: true },
  { call: 'ftruncate', error: 'EIO', words: 'a change of size fails' },
  { call: 'rename', error: 'EIO', words: 'a rename fails' },
  { call: 'mkdir', error: 'ENOSPC', words: 'a new folder finds the disk full' },
  { call: 'unlink', error: 'EIO', words: 'a removal fails' },
  { call: 'mkdir', error: 'EACCES', words: 'a new folder is not allowed' },
  { call: 'rename', error: 'EROFS', words: 'a rename finds the disk read-only' },
];
type Failure = (typeof failures)[number];

const tracer = await findTracer();

interface Failing {
  fixture: Fixture;
  pattern: string;
  saved: ReadonlySet<number>;
  failure: Failure;
}

/** @returns whether anything failed, how often the child had to say no, and what is wrong */
async function failAt({ fixture, pattern, saved, failure }: Failing, when: number) {
  const folder = join(fixture.base, 'failing');
  const log = join(fixture.base, 'failed-calls');
  rmSync(folder, { recursive: true, force: true });
  cpSync(pattern, folder, { recursive: true });
  const { call, error } = failure;
  const inject = `inject=${call}:error=${error}:when=${when}`;
  const child = startWorking({
    folder,
    migrationFolder: fixture.migrations,
    work: 'everything',
    first: 1_001,
    rounds: 4,
    under: [tracer!, '-f', '-qq', '-e', `trace=${call}`, '-e', inject, '-o', log],
  });
  const expected = new Expected(saved);
  const { code, told, errors } = await follow(child, (each) => expected.hear(each));
  const looking = { migrationFolder: fixture.migrations, withBackups: true };
  const { faults } = await checkFolder(folder, expected, looking);
  // The runtime itself reads before it runs anything.
  const isLoaded = told.length > 0;
  if (code !== 0 && isLoaded) faults.push(`the child ended with ${code}: ${errors}`);
  const refused = told.filter((each) => each[0] === 'refused');
  for (const [, message, isPlain] of refused)
    if (!isPlain || !/\p{Script=Han}/u.test(message)) faults.push(`it said: ${message}`);
  const hasFailed = readFileSync(log, 'utf8').includes('(INJECTED)');
  return { hasFailed, refused: refused.length, faults: faults.map((fault) => `${call} ${when}: ${fault}`) };
}

/** 1, 2, 3, … or as few as are wanted, ever further apart. */
function following(when: number): number {
  return STEPS === 0 ? when + 1 : Math.ceil(when * (1 + 8 / STEPS));
}

describe.skipIf(tracer === null)('Where', () => {
  it.each(failures)(
    '$words ($error), nothing acknowledged is lost, and the store goes on',
    SLOW,
    async (failure) => {
      const fixture = makeFixture();
      const { folder: pattern, saved } = await prepareStore(fixture);
      const sum = { failed: 0, refused: 0 };
      const faults: string[] = [];
      for (let when = 1; ; when = following(when)) {
        const result = await failAt({ fixture, pattern, saved, failure }, when);
        faults.push(...result.faults);
        if (!result.hasFailed) break;
        sum.failed += 1;
        sum.refused += result.refused;
      }
      const { call, error } = failure;
      note(`failing ${call} (${error})`, `${sum.failed} failures one by one, told ${sum.refused} times`);
      expect(faults).toEqual([]);
      expect(sum.failed).toBeGreaterThan(0);
      if (failure.isTold === true) expect(sum.refused).toBeGreaterThan(0);
    },
  );
});
