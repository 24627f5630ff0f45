import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { filesOfAsar } from '#main/portable/check-electron.ts';
import { programFiles } from '#main/portable/contents.ts';
import { runtimeArchive } from '#main/portable/electron-runtime.ts';
import { platforms } from '#main/portable/platforms.ts';
import { type RunningOffice, startOffice } from '#tests/e2e/support/office.ts';
import { foreignCalls, networkCalls } from '#tests/e2e/support/watched-calls.ts';
import { findTracer } from '#tests/support/tracer.ts';
import { packageEntries, unpackPackage } from '#tests/support/unpack-package.ts';
import { standInRuntime } from '#tests/support/stand-in-runtime.ts';
import { findTool } from '#tests/support/tools.ts';
import { isProgramOnly } from '#tests/run-steps.ts';

/*
 * The portable package as a new user meets it: built, unpacked into an empty folder, started by its own script with
 * nothing of this PC's environment. What npm installed is out of its reach.
 */

const root = join(import.meta.dirname, '..', '..', '..');
const MOST_BYTES = 80 * 1024 * 1024;
const platform = `linux-${process.arch}`;
// What is for other systems depends neither on the user nor on the environment.
const made = platforms.filter(({ name }) => !isProgramOnly || name === platform);
const strace = await findTracer();
if (strace === null)
  process.stdout.write('portable: calls are not watched, because strace cannot trace here\n');

let folder: string;
let packages: string;
let archive: Uint8Array;
let office: RunningOffice | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'office portable '));
  packages = join(folder, 'packages');
  const only = isProgramOnly ? ['--only', platform] : [];
  const args = [join(root, 'main', 'launch.mjs'), 'portable', ...only, '--out', packages];
  const built = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(built.stderr).toBe('');
  archive = packageOf(platform);
  unpackPackage(archive, join(folder, '程序 在此'));
});
afterAll(async () => {
  await office?.close();
  rmSync(folder, { recursive: true, force: true });
});

function packageOf(wanted: string): Uint8Array {
  const { label } = platforms.find(({ name }) => name === wanted)!;
  return readFileSync(join(packages, readdirSync(packages).find((name) => name.endsWith(`-${label}.zip`))!));
}

describe('the portable packages', () => {
  it('are made for every system, each at most 80 MB, with a runtime and an SQLite of its own', () => {
    expect(readdirSync(packages)).toHaveLength(made.length);
    for (const { name, runtime, binary, isWindows } of made) {
      const bytes = packageOf(name);
      expect(bytes.length, name).toBeLessThanOrEqual(MOST_BYTES);
      const native = [
        `消安办工作台/program/${runtime.name}`,
        `消安办工作台/program/node_modules/better-sqlite3/prebuilds/${binary}`,
      ];
      const files = unzipSync(bytes, { filter: (file) => native.includes(file.name) });
      expect(
        native.map((file) => madeFor(files[file]!)),
        name,
      ).toEqual([name, name]);
      const names = packageEntries(bytes).map((entry) => entry.name);
      expect(
        names.filter((file) => file.endsWith('.node') || /\/node(\.exe)?$/.test(file)).toSorted(),
      ).toEqual(native.toSorted());
      expect(names).toContain(`消安办工作台/${isWindows ? '启动.cmd' : '启动.sh'}`);
    }
  });
});

/** By the head of a Windows or Linux binary. */
function madeFor(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint16(0, true) === 0x5a_4d)
    return view.getUint16(view.getUint32(0x3c, true) + 4, true) === 0x86_64 ? 'win-x64' : 'win';
  const processors: Readonly<Record<number, string>> = { 0x3e: 'linux-x64', 0xb7: 'linux-arm64' };
  return processors[view.getUint16(18, true)] ?? 'unknown';
}

describe('the portable package', () => {
  it('is at most 80 MB of plain names, and tells what may be executed but not when it was made', () => {
    expect(archive.length).toBeLessThanOrEqual(MOST_BYTES);
    const entries = packageEntries(archive);
    const names = entries.map(({ name }) => name);
    expect(names.filter((name) => !/^消安办工作台\/[^\\:]+$/.test(name) || name.includes('..'))).toEqual([]);
    expect(names.filter((name) => /dist\/.*electron|\.(ts|map)$/.test(name))).toEqual([]);
    expect(names).toContain('消安办工作台/program/dist/main/cmaps/GBK-EUC-H.bcmap');
    expect(new Set(entries.map(({ time }) => time)).size).toBe(1);
    const executable = entries.filter(({ mode }) => (mode & 0o111) !== 0).map(({ name }) => name);
    expect(executable.toSorted()).toEqual([
      '消安办工作台/program/node',
      '消安办工作台/启动.sh',
      '消安办工作台/消安办工作台.desktop',
    ]);
  });

  it('does the main job of the sample city with nothing but what is in it, and speaks to nobody else', async () => {
    const log = join(folder, 'calls');
    const script = join(folder, '程序 在此', '消安办工作台', '启动.sh');
    // -D: the program stays the test's own child, which signals reach.
    const command: readonly [string, ...string[]] =
      strace === null ? [script] : [strace, '-D', ...networkCalls, '-o', log, script];
    office = await startOffice([], undefined, {
      command,
      env: { PATH: '', CHROMIUM_PATH: findTool('chromium') ?? '' },
    });
    const page = await office.enter();
    await page.getByRole('button', { name: '用示例数据体验' }).click();
    await page.getByRole('menuitem', { name: '考核', exact: true }).click();
    await page.getByText('2026年第四季度消防工作考核').click();
    await page.getByRole('button', { name: '导出 Excel' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('link', { name: /下载/ })
        .or(page.getByRole('button', { name: /下载/ }))
        .first()
        .click(),
    ]);
    const workbook = readWorkbook(readFileSync(await download.path()), defaultReadLimits);
    expect(workbook.sheets.map(({ name }) => name)).toContain('目录');
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: '发文', exact: true }).click();
    await page.getByRole('button', { name: '拟稿', exact: true }).click();
    await page.getByRole('option', { name: '督办函' }).click();
    await page.getByLabel('打印预览').getByText('【存在的问题】').waitFor();
    await page.getByRole('button', { name: 'PDF' }).click();
    await page.getByRole('dialog').getByText('.pdf').waitFor();
    await office.close();
    office = undefined;
    if (strace === null) return;
    const calls = readFileSync(log, 'utf8');
    expect(calls).toContain('127.0.0.1');
    expect(foreignCalls(calls)).toEqual([]);
  });

  it('keeps its data beside it where somebody made a folder for them, and when it is unpacked anew over the old', async () => {
    const unpacked = join(folder, '程序 在此', '消安办工作台');
    const data = join(unpacked, 'data');
    mkdirSync(data);
    await startAndEnd(unpacked);
    expect(readdirSync(data)).toContain('store.db');
    expect(existsSync(join(folder, '.local'))).toBe(false);
    const before = readFileSync(join(data, 'store.db'));
    unpackPackage(archive, join(folder, '程序 在此'));
    expect(readFileSync(join(data, 'store.db')).equals(before)).toBe(true);
    await startAndEnd(unpacked);
    expect(readdirSync(data).filter((name) => name.startsWith('损坏') || name.startsWith('恢复'))).toEqual(
      [],
    );
  });

  async function startAndEnd(unpacked: string): Promise<void> {
    const program = spawn(join(unpacked, '启动.sh'), ['--no-open'], {
      env: { PATH: '', HOME: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(program, 'exit');
    await once(program.stdout, 'data');
    program.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  }
});

describe('the Electron package', () => {
  it('holds every file that the program opens and no other, its fuses set', () => {
    const electron = platforms.find(({ name }) => name === platform)!;
    const cache = join(folder, 'cache');
    mkdirSync(cache);
    writeFileSync(join(cache, runtimeArchive(root, electron)), standInRuntime());
    const switches = ['--only', platform, '--cache', cache, '--out', join(folder, 'electron'), '--unpacked'];
    const args = [join(root, 'main', 'launch.mjs'), 'dist', ...switches];
    // The command itself fails where a file is missing or too many, or a fuse is not as it should be.
    const packed = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
    expect(packed.stderr).toBe('');
    const unpacked = packed.stdout.trim().split('\n').at(-1) ?? '';
    const inside = filesOfAsar(join(unpacked, 'resources', 'app.asar'));
    expect([...inside.keys()]).toEqual(expect.arrayContaining(programFiles(root, electron)));
    const native = [...inside].filter(([name]) => name.endsWith('.node'));
    expect(native).toEqual([[`node_modules/better-sqlite3/prebuilds/${electron.binary}`, 'outside']]);
  });
});
