import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkFolder } from '../at-work/check-folder.ts';
import { note } from '../at-work/figures.ts';
import { follow, makeFixture, prepareStore, startWorking } from '../at-work/fixture.ts';
import { Expected } from '../at-work/told.ts';

/** As in failing-calls.test.ts: how closely the room that is left is stepped through; 0 takes every page. */
const STEPS = Number(process.env['FAILING_STEPS'] ?? 4);
const PAGE_BYTES = 4_096;
const DISK_MEGABYTES = 16;

/** A disk of its own, in memory. @returns false where this user or container may not mount one */
function mountDisk(folder: string): boolean {
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    return false;
  }
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
  return true;
}

/** Fills a disk up to so many pages. @returns the file that it is filled with */
function fillDisk(disk: string, pagesLeft: number): string {
  const ballast = join(disk, 'ballast');
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - pagesLeft * PAGE_BYTES));
  return ballast;
}

const following = (pages: number): number =>
  STEPS === 0 ? pages + 1 : Math.ceil((pages + 1) * (1 + 6 / STEPS));

describe('A full disk', () => {
  it('is told in Chinese wherever the room ends, loses nothing, and the store goes on when there is room again', {
    timeout: 7_200_000,
  }, async ({ skip }) => {
    const fixture = makeFixture();
    const disk = join(fixture.base, 'disk');
    if (!mountDisk(disk)) skip('no disk may be mounted here: failing-calls.test.ts lets single writes fail');
    const { folder: pattern, saved } = await prepareStore(fixture);
    const folder = join(disk, 'data');
    const sum = { rounds: 0, refused: 0 };
    for (let pagesLeft = 0, isFull = true; isFull; pagesLeft = following(pagesLeft)) {
      cpSync(pattern, folder, { recursive: true });
      const ballast = fillDisk(disk, pagesLeft);
      const child = startWorking({
        folder,
        migrationFolder: fixture.migrations,
        work: 'everything',
        first: 1_001,
        rounds: 4,
        env: { CLEARED_WHEN_FULL: ballast },
      });
      const expected = new Expected(saved);
      const { code, told, errors } = await follow(child, (each) => expected.hear(each));
      const where = `${pagesLeft} pages left`;
      expect(code, `${where}: ${errors}`).toBe(0);
      const refused = told.filter((each) => each[0] === 'refused');
      for (const [, message, isPlain] of refused)
        expect(`${isPlain} ${message}`, where).toMatch(/^true .*磁盘/u);
      const looking = { migrationFolder: fixture.migrations, withBackups: true };
      expect((await checkFolder(folder, expected, looking)).faults, where).toEqual([]);
      isFull = refused.length > 0;
      sum.rounds += 1;
      sum.refused += refused.length;
      for (const path of [folder, ballast]) rmSync(path, { recursive: true, force: true });
    }
    note('disk full', `${sum.rounds} times with ever more room, told ${sum.refused} times`);
    expect(sum.refused).toBeGreaterThan(0);
  });
});
