import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

type EnsureBuilt = (root: string, runtime: string) => boolean;

const source = join(import.meta.dirname, '..', '..', '..', 'main', 'launch', 'ensure-built.mjs');
const { ensureBuilt } = (await import(pathToFileURL(source).href)) as { ensureBuilt: EnsureBuilt };

/** Stands where vite's entry stands: writes down that it ran, and what a build leaves behind. */
const builder = `
const { appendFileSync, mkdirSync, writeFileSync, existsSync } = require('node:fs');
appendFileSync('builds', process.argv.slice(2).join(' ') + ' ' + process.env.NODE_ENV + '\\n');
if (existsSync('broken')) process.exit(1);
for (const folder of ['main', 'preload', 'renderer']) mkdirSync('dist/' + folder, { recursive: true });
for (const file of ['main/browser.js', 'main/browser-process.js', 'main/electron.js', 'preload/preload.cjs', 'renderer/index.html', 'renderer/print.html']) writeFileSync('dist/' + file, '');
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'office-build-'));
  for (const folder of ['main', 'renderer', 'node_modules/vite/bin'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'main', 'browser.ts'), 'export {};');
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(root, 'node_modules', 'vite', 'bin', 'vite.js'), builder);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

const ensure = () => ensureBuilt(root, process.execPath);

function builds(): string[] {
  const file = join(root, 'builds');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

it('builds main, preload and renderer for production when nothing is built', () => {
  expect(ensure()).toBe(true);
  expect(builds()).toHaveLength(3);
  expect(builds().every((line) => line.startsWith('build --config ') && line.endsWith(' production'))).toBe(
    true,
  );
});

it('builds nothing when no source changed', () => {
  ensure();
  expect(ensure()).toBe(true);
  expect(builds()).toHaveLength(3);
});

it.each([
  ['a source was touched', () => utimesSync(join(root, 'main', 'browser.ts'), 1, 1)],
  ['a source came', () => writeFileSync(join(root, 'renderer', 'main.tsx'), '')],
  ['a source went', () => rmSync(join(root, 'main', 'browser.ts'))],
  ['a built file is missing', () => rmSync(join(root, 'dist', 'renderer', 'index.html'))],
  ['the stamp is missing', () => rmSync(join(root, 'dist', 'stamp'))],
])('builds again when %s', (_what, change) => {
  ensure();
  change();
  expect(ensure()).toBe(true);
  expect(builds()).toHaveLength(6);
});

it('says in Chinese that the build failed, and tries again at the next start', () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  writeFileSync(join(root, 'broken'), '');
  expect(ensure()).toBe(false);
  expect(said).toHaveBeenCalledWith(expect.stringContaining('构建没有成功'));
  rmSync(join(root, 'broken'));
  expect(ensure()).toBe(true);
});

it('takes a packaged program, which has no sources, as it is', () => {
  rmSync(join(root, 'renderer'), { recursive: true });
  expect(ensure()).toBe(false);
  mkdirSync(join(root, 'dist', 'main'), { recursive: true });
  expect(ensure()).toBe(true);
  expect(builds()).toEqual([]);
});
