import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolders } from '#main/core/files/make-folders.ts';

let base: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'folders-'));
});
afterAll(() => rmSync(base, { recursive: true }));

test('folders that are missing are made, for nobody else on this PC, and the highest of them is told', () => {
  expect(makeFolders(join(base, '导出', '2026年', '第三季度'))).toBe(join(base, '导出'));
  expect(statSync(join(base, '导出', '2026年', '第三季度')).isDirectory()).toBe(true);
  if (process.platform !== 'win32') expect(statSync(join(base, '导出')).mode & 0o777).toBe(0o700);
  expect(makeFolders(join(base, '导出', '2026年'))).toBeUndefined();
  expect(makeFolders(join(base, '导出', '2027年'))).toBe(join(base, '导出', '2027年'));
});

test('where a file lies in the way, that is said', () => {
  writeFileSync(join(base, '文件'), '');
  expect(() => makeFolders(join(base, '文件', '里面'))).toThrow('EEXIST');
  expect(() => makeFolders(join(base, '文件'))).toThrow('EEXIST');
});

test.runIf(existsSync('/proc/self'))(
  'a system folder that takes no other is an error, not a wait for ever',
  () => {
    expect(() => makeFolders('/proc/x/导出')).toThrow('ENOENT');
  },
);
