import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepUnderstood, takeUnderstood, writeUnderstood } from '#main/core/table-import/understood-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understood-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const rows = Array.from({ length: 20_000 }, (_unused, place) => ({
  row: place + 2,
  action: 'add' as const,
  changes: [],
  name: `第${place}家“经营部”\n二楼`,
}));
const kept = {
  headings: ['单位名称'],
  mapping: ['name'],
  read: { rows, problems: [], notes: ['一并新增'], newTerms: { trade: ['餐饮'] } },
};

async function keep(stagedUid: string, bases: string[]): Promise<void> {
  const file = join(folder, 'made-by-the-job');
  writeUnderstood(file, bases, kept);
  await keepUnderstood(folder, stagedUid, file);
}

/** Everything of it, as it was before; null: there is none. */
function take(stagedUid: string, basis: string): typeof kept | null {
  const taken = takeUnderstood<typeof kept.read>(folder, stagedUid, basis);
  if (taken === null) return null;
  const { headings, mapping, read, stored } = taken;
  const all = { headings, mapping, read: { ...read, rows: [...read.rows] } };
  taken.close();
  expect(stored).toEqual({ added: all.read.rows.length, changed: 0, leaving: null });
  return all as typeof kept;
}

it('what was understood comes back as it was, for either way of asking for it, once', async () => {
  for (const basis of ['as asked', 'as answered']) {
    await keep('a', ['as asked', 'as answered']);
    expect(take('a', basis)).toEqual(kept);
    expect(take('a', basis)).toBeNull();
  }
});

it('what rests on another store or choice is not taken', async () => {
  await keep('a', ['before']);
  expect(take('a', 'after')).toBeNull();
});

it('only the last one is kept', async () => {
  await keep('a', ['x']);
  await keep('b', ['x']);
  expect(take('a', 'x')).toBeNull();
  expect(take('b', 'x')).toEqual(kept);
  expect(existsSync(join(folder, 'temporary', 'understood', 'b'))).toBe(false);
});

it('what another reading keeps at the same time is in nobody’s way', async () => {
  const uids = Array.from({ length: 20 }, (_unused, place) => `reading-${place}`);
  await Promise.all(
    uids.map(async (uid) => {
      const file = join(folder, uid);
      writeUnderstood(file, ['x'], { ...kept, read: { ...kept.read, rows: [] } });
      await keepUnderstood(folder, uid, file);
    }),
  );
});

it('where it cannot be kept, the reading goes on without it', async () => {
  mkdirSync(join(folder, 'temporary'));
  writeFileSync(join(folder, 'temporary', 'understood'), 'a file where the folder should be');
  await keep('a', ['x']);
  expect(take('a', 'x')).toBeNull();
});

it('a file that cannot be read or is damaged is as none', async () => {
  const file = join(folder, 'temporary', 'understood', 'a');
  mkdirSync(file, { recursive: true });
  expect(take('a', 'x')).toBeNull();
  rmSync(file, { recursive: true });
  for (const damaged of ['', 'x'.repeat(100), '{"row":2}\n{"bases":["x"]']) {
    writeFileSync(file, damaged);
    expect(take('a', 'x')).toBeNull();
  }
});

it('a file that ends anywhere is as none', async () => {
  await keep('a', ['x']);
  const file = join(folder, 'temporary', 'understood', 'a');
  const { size } = statSync(file);
  for (const bytes of [size - 1, size - 16, size - 17, size - 40, Math.floor(size / 2), 20, 3]) {
    truncateSync(file, bytes);
    expect(take('a', 'x')).toBeNull();
  }
});

it('a row of any length comes back', async () => {
  const long = {
    ...kept.read,
    rows: rows.slice(0, 3).map((row) => ({ ...row, name: '长'.repeat(200_000) })),
  };
  const file = join(folder, 'made-by-the-job');
  writeUnderstood(file, ['x'], { ...kept, read: long });
  await keepUnderstood(folder, 'a', file);
  expect(take('a', 'x')?.read).toEqual(long);
});

it('its rows may be left where they are', async () => {
  await keep('a', ['x']);
  takeUnderstood(folder, 'a', 'x')?.close();
  expect(take('a', 'x')).toBeNull();
});
