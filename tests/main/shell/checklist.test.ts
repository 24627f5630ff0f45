import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setupWindows } from '#main/shell/window.ts';
import { asked, resetElectron } from '#tests/support/electron-stand-in.ts';

vi.mock('electron', () => import('#tests/support/electron-stand-in.ts'));

beforeEach(resetElectron);

const root = join(import.meta.dirname, '..', '..', '..');
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** Rows of the tables of security.md, by the heading that they stand below. */
function rowsBelow(heading: string): string[][] {
  const [, below = ''] = textOf('main/hosts/security.md').split(`## ${heading}\n`);
  const [section = ''] = below.split('\n## ');
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const checklist = rowsBelow('Electron’s security checklist'.replace('’', "'"));
const borders = rowsBelow('The browser host');

describe('the table of borders', () => {
  it('has all 20 items of the checklist in their order', () => {
    expect(checklist.map(([item = '']) => Number.parseInt(item, 10))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(borders.length).toBeGreaterThan(10);
  });

  it.each([...checklist, ...borders])(
    'names code and test that are there: %s',
    (_item, code = '', test = '') => {
      for (const path of code.split(', ')) expect(existsSync(join(root, path)), path).toBe(true);
      const [path = '', name = ''] = test.split(/: (.*)/s);
      expect(textOf(path)).toContain(name);
      expect(name.length).toBeGreaterThan(8);
    },
  );
});

/** Sources of the program, apart from tests and styles. */
function sources(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((name) => /\.(tsx?|mjs|html)$/.test(name)),
  );
}

describe('the Electron host', () => {
  it('has nothing of what the checklist forbids', () => {
    const forbidden =
      /openExternal|enableBlinkFeatures|disableBlinkFeatures|<webview|allowpopups|\.loadFile\(|@electron\/remote|enableRemoteModule|contextBridge|ipcMain\.handle|webSecurity: false|sandbox: false|contextIsolation: false|nodeIntegration\w*: true|no-sandbox|disable-web-security|remote-debugging/;
    const found = sources('main', 'renderer').filter((name) => forbidden.test(textOf(name)));
    // They are named where they are refused.
    expect(found).toEqual(['main/shell/refused-switches.ts']);
  });

  it('listens to pages by one message only', () => {
    const listening = sources('main').flatMap((name) =>
      [...textOf(name).matchAll(/ipcMain\.(\w+)\((\w+)/g)].map(
        ([, verb, channel]) => `${name} ${verb} ${channel}`,
      ),
    );
    expect(listening).toEqual(['main/shell/core-link.ts on portRequest']);
  });

  it('every window is made with the same hardened preferences', () => {
    setupWindows('/program/preload.cjs', '/program/icon.png').open();
    expect(asked.windows[0]?.options.webPreferences).toMatchObject({ webSecurity: true, sandbox: true });
    const made = sources('main').filter((name) => textOf(name).includes('new BrowserWindow('));
    expect(made.toSorted()).toEqual(['main/shell/pdf.ts', 'main/shell/window.ts']);
    for (const name of made) {
      for (const line of [
        'contextIsolation: true',
        'sandbox: true',
        'nodeIntegration: false',
        'webSecurity: true',
      ]) {
        expect(textOf(name), name).toContain(line);
      }
    }
  });

  it('the fuses are set as the table says', () => {
    const set = new Map(
      [...textOf('electron-builder.yml').matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
    const table = rowsBelow('Fuses');
    expect(table).toHaveLength(8);
    for (const [fuse, value] of table) expect([fuse, set.get(fuse)]).toEqual([fuse, String(value === 'on')]);
  });
});

describe('the built preload', () => {
  it('asks Electron for the channel to its process and nothing else', () => {
    const imports = textOf('main/preload.ts').match(/import .*/g);
    expect(imports).toEqual([
      "import { ipcRenderer } from 'electron';",
      "import { portHandOver, portRequest } from './shell/port-channels.ts';",
    ]);
  });
});
