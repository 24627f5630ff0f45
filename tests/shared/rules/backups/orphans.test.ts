import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LyingFile, orphanFiles } from '#shared/rules/backups/orphans.ts';

const DAY = 86_400_000;
const now = new Date(2026, 10, 30, 12).getTime();

function fileOf(sha256: string, days: number): LyingFile {
  return { sha256, bytes: 1, touchedAt: now - days * DAY };
}

describe('kept files that nothing needs', () => {
  it('are those that are old enough and named nowhere', () => {
    const files = [fileOf('named', 30), fileOf('young', 6), fileOf('orphan', 8), fileOf('future', -3)];
    const orphans = orphanFiles(files, new Set(['named']), now, 7);
    expect(orphans.map(({ sha256 }) => sha256)).toEqual(['orphan']);
  });

  const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const lying = fc.uniqueArray(
    fc.record({ name: names, days: fc.double({ min: -5, max: 60, noNaN: true }) }),
    {
      selector: ({ name }) => name,
    },
  );
  const sets = fc.array(names).map((each) => new Set<string>(each));
  const grace = fc.integer({ min: 1, max: 40 });

  it('are never one that is named or young, and every other one', () => {
    fc.assert(
      fc.property(lying, sets, grace, (files, named, days) => {
        const all = files.map(({ name, days: age }) => fileOf(name, age));
        const orphans = new Set(orphanFiles(all, named, now, days));
        for (const file of all) {
          const isNeeded = named.has(file.sha256) || file.touchedAt >= now - days * DAY;
          expect(orphans.has(file)).toBe(!isNeeded);
        }
      }),
    );
  });

  it('only become fewer as more stores are asked, in whatever order', () => {
    fc.assert(
      fc.property(lying, sets, sets, grace, (files, one, other, days) => {
        const all = files.map(({ name, days: age }) => fileOf(name, age));
        const asked = (first: ReadonlySet<string>, second: ReadonlySet<string>) =>
          orphanFiles(orphanFiles(all, first, now, days), second, now, days);
        expect(asked(one, other)).toEqual(asked(other, one));
        expect(asked(one, other)).toEqual(orphanFiles(all, new Set([...one, ...other]), now, days));
      }),
    );
  });
});
