import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

export const root = join(import.meta.dirname, '..', '..', '..');

interface Host {
  name: 'electron' | 'browser';
  runtime: string;
  note: string | null;
  problem: string | null;
}
interface Launcher {
  chooseHost: (root: string, switches: readonly string[], system: object) => Host;
  ensureBuilt: (root: string, runtime: string) => boolean;
}

async function loadLauncher(): Promise<Launcher> {
  const load = (name: string): Promise<object> =>
    import(pathToFileURL(join(root, 'main', 'launch', name)).href);
  return { ...(await load('choose-host.mjs')), ...(await load('ensure-built.mjs')) } as Launcher;
}

export interface ElectronRuntime {
  runtime: string;
  display: string | undefined;
  /** Why Electron cannot run here, by the launcher's own rules; null where it can. */
  reason: string | null;
  close(): void;
}

/** Electron as the launcher would take it; without a display one of Xvfb's is used, where there is one. */
export async function findElectron(): Promise<ElectronRuntime> {
  const { chooseHost } = await loadLauncher();
  const choose = (display: string | undefined) =>
    chooseHost(root, ['--host', 'electron'], {
      platform: process.platform,
      getuid: process.getuid?.bind(process),
      env: { ...process.env, DISPLAY: display },
    });
  const ownDisplay = process.env['DISPLAY'];
  const host = choose(ownDisplay);
  const found = { runtime: host.runtime, display: ownDisplay, close: () => undefined };
  if (host.name === 'electron') return { ...found, reason: null };
  const onVirtual = choose(':virtual');
  if (onVirtual.name !== 'electron')
    return { ...found, reason: onVirtual.problem ?? onVirtual.note ?? '原因不明' };
  const screen = await startVirtualScreen();
  if (screen === null) return { ...found, reason: '没有图形界面，也没有 Xvfb' };
  return {
    runtime: onVirtual.runtime,
    display: screen.display,
    reason: null,
    close: () => void screen.server.kill(),
  };
}

/** Builds what is stale, as a start does. */
export async function buildProgram(): Promise<void> {
  const { ensureBuilt } = await loadLauncher();
  if (!ensureBuilt(root, process.execPath)) throw new Error('the program was not built');
}

/** Xvfb chooses a free display and writes its number. */
async function startVirtualScreen(): Promise<{ display: string; server: ChildProcess } | null> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1920x1080x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.once('exit', () => resolve(null));
    createInterface({ input: server.stdout }).once('line', (number) =>
      resolve({ display: `:${number}`, server }),
    );
  });
}
