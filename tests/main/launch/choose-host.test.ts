import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface System {
  platform: string;
  getuid?: () => number;
  env: Record<string, string | undefined>;
}
interface Host {
  name: 'electron' | 'browser';
  runtime: string;
  note: string | null;
  problem: string | null;
}
type ChooseHost = (root: string, switches: readonly string[], system: System, proc: string) => Host;

const source = join(import.meta.dirname, '..', '..', '..', 'main', 'launch', 'choose-host.mjs');
const { chooseHost } = (await import(pathToFileURL(source).href)) as { chooseHost: ChooseHost };

let root: string;
let proc: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'office-host-'));
  proc = join(root, 'proc');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function installRuntime(name = 'electron'): string {
  const folder = join(root, 'node_modules', 'electron');
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'path.txt'), `${name}\n`);
  writeFileSync(join(folder, 'dist', name), '');
  return join(folder, 'dist', name);
}

function systemSays(file: string, value: string): void {
  mkdirSync(join(proc, 'sys', file, '..'), { recursive: true });
  writeFileSync(join(proc, 'sys', file), `${value}\n`);
}

const desktop: System = { platform: 'linux', getuid: () => 1000, env: { DISPLAY: ':0' } };
const choose = (switches: string[] = [], system = desktop) => chooseHost(root, switches, system, proc);

describe('without an Electron runtime', () => {
  it('the browser host is taken and nothing is said', () => {
    expect(choose()).toEqual({ name: 'browser', runtime: '', note: null, problem: null });
  });

  it('it is taken too when the runtime was only half fetched', () => {
    rmSync(installRuntime());
    expect(choose().name).toBe('browser');
  });

  it('asking for Electron is refused in Chinese, with the way out', () => {
    expect(choose(['--host', 'electron']).problem).toContain('--host browser');
  });
});

describe('with an Electron runtime', () => {
  let runtime: string;
  beforeEach(() => {
    runtime = installRuntime();
  });

  it.each([[[]], [['--host', 'electron']], [['--host=electron']], [['--data', '/data', '--sample']]])(
    'Electron is taken with the switches %j',
    (switches) => {
      expect(choose(switches)).toEqual({ name: 'electron', runtime, note: null, problem: null });
    },
  );

  it('it is found under the name that Windows gives it', () => {
    runtime = installRuntime('electron.exe');
    expect(choose([], { platform: 'win32', env: {} })).toMatchObject({ name: 'electron', runtime });
  });

  it.each([[['--host', 'browser']], [['--host=browser']]])(
    'the browser host is taken with %j',
    (switches) => {
      expect(choose(switches)).toMatchObject({ name: 'browser', note: null });
    },
  );

  it('the browser host is taken where no window is wanted', () => {
    expect(choose(['--no-open'])).toMatchObject({ name: 'browser', note: null });
    expect(choose(['--no-open', '--host', 'electron']).note).toContain('--no-open');
  });

  it('root gets the browser host and is told why: no window ever runs without its sandbox', () => {
    expect(choose([], { ...desktop, getuid: () => 0 })).toMatchObject({ name: 'browser', problem: null });
    expect(choose([], { ...desktop, getuid: () => 0 }).note).toContain('root');
  });

  it.each([
    ['kernel/unprivileged_userns_clone', '0'],
    ['user/max_user_namespaces', '0'],
    ['kernel/apparmor_restrict_unprivileged_userns', '1'],
  ])('where %s is %s the browser host is taken, and the clerk is told why', (file, value) => {
    systemSays(file, value);
    expect(choose()).toMatchObject({ name: 'browser', note: expect.stringContaining('沙箱') as string });
  });

  it('open user namespaces let Electron run', () => {
    systemSays('kernel/unprivileged_userns_clone', '1');
    systemSays('user/max_user_namespaces', '96343');
    systemSays('kernel/apparmor_restrict_unprivileged_userns', '0');
    expect(choose().name).toBe('electron');
  });

  it('without a display the browser host is taken; who asked for Electron is told why', () => {
    const headless = { ...desktop, env: { DISPLAY: '' } };
    expect(choose([], headless)).toMatchObject({ name: 'browser', note: null });
    expect(choose(['--host', 'electron'], headless).note).toContain('没有图形界面');
    expect(choose([], { ...desktop, env: { WAYLAND_DISPLAY: 'wayland-0' } }).name).toBe('electron');
  });
});
