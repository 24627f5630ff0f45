import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createBatchReader } from '#main/core/excel/read/batch-reader.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import type { ReaderChild } from '#main/core/excel/read/reader-process.ts';
import { workbookBytes } from '#tests/support/hostile-workbooks/workbook-parts.ts';
import { spawnBundledReader } from '#tests/support/thread-bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'batch-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const good = fileOf('good.xlsx', workbookBytes());
const broken = fileOf('broken.xlsx', workbookBytes().subarray(0, 300));

function countingReader() {
  const children: ReaderChild[] = [];
  const reader = createBatchReader(() => {
    const child = spawnBundledReader();
    children.push(child);
    return child;
  });
  return { reader, children };
}

test('one process reads many workbooks, each as it would be read alone', async () => {
  const { reader, children } = countingReader();
  const alone = readWorkbook(workbookBytes(), defaultReadLimits);
  for (let turn = 0; turn < 5; turn += 1) expect(await reader.read(good)).toEqual(alone);
  reader.close();
  expect(children).toHaveLength(1);
});

test('after a file that is refused the same process reads the next one', async () => {
  const { reader, children } = countingReader();
  await reader.read(good);
  await expect(reader.read(broken)).rejects.toThrow('文件不完整');
  await expect(reader.read(good)).resolves.toHaveProperty('sheets');
  reader.close();
  expect(children).toHaveLength(1);
});

test('a process that answers nonsense is ended, and another one reads the next file', async () => {
  let isFirst = true;
  const reader = createBatchReader(() => {
    if (!isFirst) return spawnBundledReader();
    isFirst = false;
    return talkingNonsense();
  });
  await expect(reader.read(good)).rejects.toThrow('读取文件时出错');
  await expect(reader.read(good)).resolves.toHaveProperty('sheets');
  reader.close();
});

function talkingNonsense(): ReaderChild {
  let hear: (message: unknown) => void = () => undefined;
  return {
    pid: undefined,
    send: () => queueMicrotask(() => hear('nonsense')),
    onMessage(listener) {
      hear = listener;
    },
    onExit: () => undefined,
    kill: () => undefined,
  };
}

test('a process that ends between two files is missed by nobody', async () => {
  const { reader, children } = countingReader();
  await reader.read(good);
  const gone = Promise.withResolvers<void>();
  children[0]!.onExit(() => gone.resolve());
  process.kill(children[0]!.pid!, 'SIGKILL');
  await gone.promise;
  await expect(reader.read(good)).resolves.toHaveProperty('sheets');
  reader.close();
});
