import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFileKeeper } from '#main/core/files/file-keeper.ts';
import { keptFile, lyingFiles } from '#main/core/files/kept-files.ts';

let base: string;
let data: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'office-keeper-'));
  data = join(base, 'data');
  mkdirSync(data);
});
afterEach(() => rmSync(base, { recursive: true }));

function returned(name: string): { source: string; sha256: string } {
  const source = join(base, name);
  const content = `交回的表 ${name}`.repeat(100);
  writeFileSync(source, content);
  return { source, sha256: createHash('sha256').update(content).digest('hex') };
}

const names = Array.from({ length: 40 }, (_unused, place) => `${place}号.xlsx`);

/** Everything below DATA/files that is no kept file and no folder of one. */
function others(): string[] {
  return readdirSync(join(data, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tmp'),
  );
}

it('many files are kept whole under their digests, the same one once', async () => {
  const files = names.map(returned);
  const keeper = createFileKeeper(data);
  const twice = files.flatMap((file, place) => (place < 10 ? [file, file] : [file]));
  for (const { source, sha256 } of [...twice, ...files.slice(0, 5)]) keeper.keep(source, sha256);
  await keeper.finish();
  expect(lyingFiles(data).map(({ sha256 }) => sha256)).toEqual(files.map(({ sha256 }) => sha256).toSorted());
  for (const { source, sha256 } of files)
    expect(readFileSync(await keptFile(data, sha256))).toEqual(readFileSync(source));
  expect(others()).toEqual([]);
});

it('one that cannot be kept is told at the end, and leaves nothing half', async () => {
  const keeper = createFileKeeper(data);
  const [first, second] = [returned('甲.xlsx'), returned('乙.xlsx')];
  keeper.keep(first.source, first.sha256);
  rmSync(second.source);
  keeper.keep(second.source, second.sha256);
  await expect(keeper.finish()).rejects.toThrow();
  await keeper.giveUp();
  expect(lyingFiles(data).map(({ sha256 }) => sha256)).toEqual([first.sha256]);
  expect(others()).toEqual([]);
});

it('given up, it begins no other and leaves nothing half', async () => {
  const files = names.map(returned);
  const keeper = createFileKeeper(data);
  for (const { source, sha256 } of files) keeper.keep(source, sha256);
  await keeper.giveUp();
  expect(lyingFiles(data).length).toBeLessThan(files.length);
  expect(others()).toEqual([]);
});
