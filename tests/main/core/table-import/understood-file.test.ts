import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

it('what was understood comes back as it was, for either way of asking for it, once', async () => {
  for (const basis of ['as asked', 'as answered']) {
    await keep('a', ['as asked', 'as answered']);
    expect(takeUnderstood(folder, 'a', basis)).toEqual(kept);
    expect(takeUnderstood(folder, 'a', basis)).toBeNull();
  }
});

it('what rests on another store or choice is not taken', async () => {
  await keep('a', ['before']);
  expect(takeUnderstood(folder, 'a', 'after')).toBeNull();
});

it('only the last one is kept', async () => {
  await keep('a', ['x']);
  await keep('b', ['x']);
  expect(takeUnderstood(folder, 'a', 'x')).toBeNull();
  expect(takeUnderstood(folder, 'b', 'x')).toEqual(kept);
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
  expect(takeUnderstood(folder, 'a', 'x')).toBeNull();
});

it('a file that cannot be read or is damaged is as none', async () => {
  const file = join(folder, 'temporary', 'understood', 'a');
  mkdirSync(file, { recursive: true });
  expect(takeUnderstood(folder, 'a', 'x')).toBeNull();
  rmSync(file, { recursive: true });
  for (const damaged of ['', '{"bases":["x"]', '{"bases":["x"]}\n{"row":']) {
    writeFileSync(file, damaged);
    expect(takeUnderstood(folder, 'a', 'x')).toBeNull();
  }
});
