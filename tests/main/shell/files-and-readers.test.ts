import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHandedPacks } from '#main/shell/handed-packs.ts';
import { setupOpenFiles } from '#main/shell/open-files.ts';
import { setupReaders } from '#main/shell/readers.ts';
import { connectCore } from '#tests/support/connected-core.ts';
import { asked, resetElectron } from '#tests/support/electron-stand-in.ts';

vi.mock('electron', () => import('#tests/support/electron-stand-in.ts'));

beforeEach(resetElectron);

const until = (condition: () => boolean) => vi.waitUntil(condition, { interval: 2 });

describe('opening a written file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'office-open-'));
    for (const name of [
      '考核结果.xlsx',
      '通知.DOCX',
      'run.exe',
      'run.sh',
      'run.bat',
      'x.desktop',
      'x.lnk',
      'x.js',
      'noname',
    ]) {
      writeFileSync(join(folder, name), 'x');
    }
    mkdirSync(join(folder, 'folder.xlsx'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['考核结果.xlsx', '通知.DOCX'])('hands %s to the PC’s own program and says so', async (name) => {
    const { core, link } = connectCore();
    setupOpenFiles(core);
    expect(await link.abilities.openFile(join(folder, name))).toBe(true);
    expect(asked.opened).toEqual([join(folder, name)]);
  });

  it.each([
    'run.exe',
    'run.sh',
    'run.bat',
    'x.desktop',
    'x.lnk',
    'x.js',
    'noname',
    'folder.xlsx',
    'absent.xlsx',
  ])('does not open %s', async (name) => {
    const { core, link } = connectCore();
    setupOpenFiles(core);
    expect(await link.abilities.openFile(join(folder, name))).toBe(false);
    expect(asked.opened).toEqual([]);
  });

  it.each(['relative.xlsx', '\\\\server\\share\\x.xlsx', '//server/share/x.xlsx', 'https://a.cn/x.xlsx', ''])(
    'neither opens nor shows %j',
    async (path) => {
      const { core, link } = connectCore();
      setupOpenFiles(core);
      expect(await link.abilities.openFile(path)).toBe(false);
      expect(await link.abilities.revealFile(path)).toBe(false);
      expect([asked.opened, asked.revealed]).toEqual([[], []]);
    },
  );

  it('shows a written file in its folder', async () => {
    const { core, link } = connectCore();
    setupOpenFiles(core);
    expect(await link.abilities.revealFile(join(folder, '考核结果.xlsx'))).toBe(true);
    expect(asked.revealed).toEqual([join(folder, '考核结果.xlsx')]);
  });
});

it('brings a pack that was opened from the desktop to the core', async () => {
  const { core, handed } = connectCore();
  const packs = createHandedPacks('/media/U盘/甲.xabao');
  packs.connect(core);
  packs.hand('/media/U盘/乙.xabao');
  await until(() => handed.length === 2);
  expect(handed).toEqual(['/media/U盘/甲.xabao', '/media/U盘/乙.xabao']);
});

it('brings all packs that were opened before the core was ready', async () => {
  const { core, handed } = connectCore();
  const packs = createHandedPacks('/media/U盘/甲.xabao');
  packs.hand('/media/U盘/乙.xabao');
  packs.connect(core);
  await until(() => handed.length === 2);
  expect(handed).toEqual(['/media/U盘/甲.xabao', '/media/U盘/乙.xabao']);
});

describe('a process that reads foreign files', () => {
  async function spawn() {
    const { core, link, goneCore } = connectCore();
    setupReaders(core, '/program/foreign-reader.js');
    const child = link.spawnReader();
    const heard: unknown[] = [];
    const exits: { aborted: boolean }[] = [];
    child.onMessage((message) => void heard.push(message));
    child.onExit((exit) => void exits.push(exit));
    child.send({ kind: 'read', file: '/data/incoming/1' });
    await until(() => asked.processes.length === 1);
    return { child, heard, exits, goneCore, reader: asked.processes[0]! };
  }

  it('starts with a heap limit and without a way to the console', async () => {
    const { reader } = await spawn();
    expect(reader.entry).toBe('/program/foreign-reader.js');
    expect(reader.options?.execArgv).toEqual(['--js-flags=--max-old-space-size=384 --max-semi-space-size=8']);
    expect(reader.options?.stdio).toBe('ignore');
  });

  it('hears what the core sent before it ran, and answers', async () => {
    const { child, heard, reader } = await spawn();
    await until(() => reader.sent.length === 1);
    expect(reader.sent[0]?.message).toEqual({ kind: 'read', file: '/data/incoming/1' });
    reader.process.emit('message', { kind: 'done' });
    await until(() => heard.length === 1);
    expect(heard).toEqual([{ kind: 'done' }]);
    child.send({ kind: 'next' });
    await until(() => reader.sent.length === 2);
    expect(reader.sent[1]?.message).toEqual({ kind: 'next' });
    child.kill();
    await until(() => reader.killed);
  });

  it('is known by its number once it runs, so that its memory can be watched', async () => {
    const { child, reader } = await spawn();
    expect(child.pid).toBeUndefined();
    reader.process.emit('spawn');
    await until(() => child.pid !== undefined);
    expect(child.pid).toBe(reader.process.pid);
    child.kill();
    await until(() => child.pid === undefined);
  });

  it.each([
    [0, false],
    [1, false],
    [6, true],
    [134, true],
    [133, true],
    [3_221_225_477, true],
  ])('that ends with %i counts as aborted: %s', async (code, aborted) => {
    const { exits, reader } = await spawn();
    reader.process.emit('exit', code);
    await until(() => exits.length === 1);
    expect(exits).toEqual([{ aborted }]);
  });

  it('is killed when the core asks, and when the core is gone', async () => {
    const first = await spawn();
    first.child.kill();
    await until(() => first.reader.killed);
    expect(first.exits.length).toBeLessThanOrEqual(1);
    resetElectron();
    const second = await spawn();
    second.goneCore();
    expect(second.reader.killed).toBe(true);
  });
});
