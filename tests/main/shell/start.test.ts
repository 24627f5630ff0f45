import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { takeHandedOver } from '#main/hosts/handed-over.ts';
import type { MessageToCore } from '#main/shell/core-messages.ts';

vi.mock('electron', () => import('#tests/support/electron-stand-in.ts'));
const browserHost = { started: 0, arguments: [] as string[] };

const ownArguments = process.argv;
type StandIn = typeof import('#tests/support/electron-stand-in.ts');
let app: StandIn['app'];
let asked: StandIn['asked'];
let folder: string;
let lines: string[];

/** The program's modules begin anew, and Electron with them. */
async function fresh(): Promise<void> {
  vi.resetModules();
  const standIn = (await import('electron')) as unknown as StandIn;
  standIn.resetElectron();
  ({ app, asked } = standIn);
}

beforeEach(async () => {
  await fresh();
  browserHost.started = 0;
  vi.doMock('#main/browser-process.ts', () => {
    browserHost.started += 1;
    browserHost.arguments = process.argv.slice(2);
    return {};
  });
  folder = mkdtempSync(join(tmpdir(), 'office-start-'));
  lines = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.argv = ownArguments;
  rmSync(folder, { recursive: true, force: true });
});

async function start(...switches: string[]): Promise<void> {
  process.argv = app.isPackaged ? ['/program/office', ...switches] : ['/electron', '/program', ...switches];
  await import('#main/electron.ts');
  await new Promise((resolve) => setImmediate(resolve));
}

it('starts the core on the given folder and opens one window', async () => {
  await start('--data', folder);
  expect(asked.sandboxed).toBe(true);
  expect(asked.schemes.map(({ scheme }) => scheme)).toEqual(['app']);
  expect(asked.processes[0]?.entry).toMatch(/core-process\.js$/);
  expect(asked.processes[0]?.sent[0]?.message).toEqual({
    kind: 'start',
    settings: { dataFolder: folder, sample: false, windows: [] },
  });
  expect(asked.windows.map(({ address }) => address)).toEqual(['app://office/']);
  expect(asked.windows[0]?.options.webPreferences?.preload).toMatch(/preload[/\\]preload\.cjs$/);
  expect(lines).toEqual([]);
});

it('guards permissions, navigation and network before the first page loads', async () => {
  await start('--data', folder);
  const { contents, openWindow } = asked.windows[0]!.contents;
  expect(asked.permissionCheck(contents as never, 'media', 'app://office/', {} as never)).toBe(false);
  expect(openWindow({ url: 'https://a.cn/' } as never)).toEqual({ action: 'deny' });
  expect(asked.protocols.has('app')).toBe(true);
  expect(() => asked.beforeRequest({ url: 'https://a.cn/' } as never, () => undefined)).not.toThrow();
});

it('keeps its lock and its own files inside the data folder', async () => {
  await start('--data', folder);
  expect(asked.paths.get('userData')).toBe(join(folder, 'electron'));
  expect(existsSync(join(folder, 'electron'))).toBe(true);
});

it('leaves a second start on the same folder to the first, which comes to the front', async () => {
  await start('--data', folder);
  app.emit('second-instance', {}, [], folder);
  expect(asked.windows).toHaveLength(1);
  expect(asked.windows[0]?.focused).toBe(true);
  await fresh();
  asked.firstInstance = false;
  await start('--data', folder);
  expect(asked.exitCode).toBe(0);
  expect([asked.windows, asked.processes]).toEqual([[], []]);
  expect(lines.join('')).toBe('消安办工作台已经打开，已切换到原来的窗口。\n');
});

it('passes --sample on and says in one line why --port is ignored', async () => {
  await start('--data', folder, '--sample', '--port', '8080');
  expect(asked.processes[0]?.sent[0]?.message).toMatchObject({ settings: { sample: true } });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('--port');
});

it('hands over to the browser host when no window is wanted, and says so', async () => {
  await start('--data', folder, '--no-open');
  await vi.waitUntil(() => browserHost.started === 1);
  expect(browserHost.arguments).toEqual(['--data', folder, '--no-open']);
  expect([asked.windows, asked.processes]).toEqual([[], []]);
  expect(lines.join('')).toContain('改以浏览器方式运行');
});

it('hands over the same switches when packaged, where no script stands before them', async () => {
  app.isPackaged = true;
  await start('--data', folder, '--no-open');
  await vi.waitUntil(() => browserHost.started === 1);
  expect(browserHost.arguments).toEqual(['--data', folder, '--no-open']);
});

it('says in Chinese which switch is wrong and starts nothing', async () => {
  await start('--port', 'abc');
  expect(asked.errors[0]?.content).toContain('--port');
  expect(asked.exitCode).toBe(1);
  expect([asked.windows, asked.processes]).toEqual([[], []]);
});

const opening = [
  '--remote-debugging-port=9222',
  '-remote-debugging-pipe',
  '--inspect-brk',
  '--no-sandbox',
  '--disable-gpu-sandbox',
  '--disable-web-security',
  '--load-extension=/tmp/x',
  '--renderer-cmd-prefix=gdb',
  '--proxy-server=10.0.0.1:80',
];

it.each(opening)('refuses %s in Chinese when packaged, and starts nothing', async (word) => {
  app.isPackaged = true;
  await start('--data', folder, word);
  expect(asked.errors[0]?.content).toMatch(new RegExp(`^参数 ${word.split('=')[0]} 会拆掉程序对数据的防护`));
  expect(asked.exitCode).toBe(1);
  expect([asked.windows, asked.processes]).toEqual([[], []]);
});

it('opens with such a switch where it is being worked on, and with harmless ones everywhere', async () => {
  await start('--data', folder, '--no-sandbox');
  expect(asked.windows).toHaveLength(1);
  await fresh();
  app.isPackaged = true;
  await start('--data', folder, '--disable-gpu', '--force-device-scale-factor=1.25', '--lang=zh-CN');
  expect(asked.windows).toHaveLength(1);
});

it('says in Chinese that the data folder cannot be used', async () => {
  const file = join(folder, 'not-a-folder');
  writeFileSync(file, '');
  await start('--data', file);
  expect(asked.errors[0]?.content).toContain(`数据文件夹“${file}”不能使用。`);
  expect(asked.exitCode).toBe(1);
});

describe('a data pack that is double-clicked', () => {
  const handed = () =>
    asked.processes[0]!.sent.map(({ message }) => message as MessageToCore).filter(
      ({ kind }) => kind === 'handFile',
    );
  const coreIsReady = () => asked.processes[0]!.process.emit('message', { kind: 'ready' });

  it('goes to the core of this start once it is ready, and only once', async () => {
    await start('--data', folder, '/media/U盘/数据包.xabao');
    expect(handed()).toEqual([]);
    coreIsReady();
    coreIsReady();
    expect(handed()).toEqual([{ kind: 'handFile', path: '/media/U盘/数据包.xabao' }]);
  });

  it('goes to the program that is open already, whose window comes to the front', async () => {
    await start('--data', folder);
    coreIsReady();
    const words = ['/opt/office', '--original-process-start-time=1', '数据包.xabao'];
    app.emit('second-instance', {}, words, '/home/li/桌面');
    expect(handed()).toEqual([{ kind: 'handFile', path: '/home/li/桌面/数据包.xabao' }]);
    expect(asked.windows).toHaveLength(1);
    expect(asked.windows[0]?.focused).toBe(true);
    expect(asked.windows[0]?.address).toBe('app://office/');
  });

  describe('while a program of the other kind has the data open', () => {
    const coreRefuses = () =>
      asked.processes[0]!.process.emit('message', {
        kind: 'refused',
        reason: '数据正由另一个已打开的程序使用。',
        backup: null,
        isHeld: true,
      });

    it('goes to that program, which is said', async () => {
      const taken: string[] = [];
      onTestFinished(takeHandedOver(folder, { mayTake: () => true, put: (pack) => taken.push(pack) }));
      await start('--data', folder, '/media/U盘/数据包.xabao');
      coreRefuses();
      await vi.waitUntil(() => asked.exitCode !== undefined, { timeout: 5_000 });
      expect(taken).toEqual(['/media/U盘/数据包.xabao']);
      expect(asked.messages[0]?.message).toContain('“数据包.xabao”已经交给打开着的工作台');
      expect(asked.exitCode).toBe(0);
    });

    it('is chosen there where that program does not take it', async () => {
      writeFileSync(join(folder, 'handed-over'), '');
      await start('--data', folder, '/media/U盘/数据包.xabao');
      coreRefuses();
      await vi.waitUntil(() => asked.exitCode !== undefined, { timeout: 5_000 });
      expect(asked.errors[0]?.content).toMatch(/另一个已打开的程序.*“数据包\.xabao”.*合并数据包/u);
      expect(asked.exitCode).toBe(1);
    });
  });
});
