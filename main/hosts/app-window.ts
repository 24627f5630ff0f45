import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keepNoHistory } from './window-profile.ts';

const linuxNames = [
  'microsoft-edge',
  'microsoft-edge-stable',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'uos-browser',
  'browser360-cn',
  'qaxbrowser',
];
const linuxFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/apps/org.deepin.browser/files'];
const windowsPlaces = [
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

/** Whether there is a screen to open a window on. */
function hasDisplay(environment: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);
}

export function mayOpenWindow({ noOpen }: { noOpen: boolean }): boolean {
  return !noOpen && hasDisplay();
}

/** A Chromium-like browser of this PC, or null. CHROMIUM_PATH goes before all. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | null {
  const given = environment['CHROMIUM_PATH'];
  if (given !== undefined && existsSync(given)) return given;
  return candidates(environment).find((path) => existsSync(path)) ?? null;
}

function candidates(environment: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => environment[name]);
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => windowsPlaces.map((place) => join(root, ...place)));
  }
  return linuxFolders.flatMap((folder) => linuxNames.map((name) => join(folder, name)));
}

/**
 * A browser asks its maker about accounts, updates, lists and good answers to what is typed, and looks the names up
 * before. With a proxy that nobody is behind it does neither, and finds no other proxy of this PC; 127.0.0.1 is reached
 * without. A rule against looking up names would do the same, but browsers warn of it above every page.
 */
const speaksToNobody = [
  '--proxy-server=http://127.0.0.1:9',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
];

/**
 * Opens an address as a window without tabs and address bar.
 * @returns whether that browser is still running; one that was open before takes the window over, and this one ends
 */
export function openAppWindow(browser: string, address: string, profileFolder: string): () => boolean {
  keepNoHistory(profileFolder);
  const child = spawn(
    browser,
    [
      `--app=${address}`,
      `--user-data-dir=${profileFolder}`,
      '--no-first-run',
      '--no-default-browser-check',
      ...speaksToNobody,
      '--window-size=1366,768',
    ],
    { detached: true, stdio: 'ignore' },
  );
  let running = true;
  const end = (): void => {
    running = false;
  };
  child.on('error', end);
  child.on('exit', end);
  child.unref();
  return () => running;
}

/** Opens a file or folder with the PC's own program. */
export function openWithSystem(path: string): Promise<boolean> {
  const [command, ...args] = process.platform === 'win32' ? ['explorer.exe', path] : ['xdg-open', path];
  if (command === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
