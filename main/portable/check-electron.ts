import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFiles } from './contents.ts';
import type { Platform } from './platforms.ts';

/** What Electron starts beside what the browser host does; electron-builder writes package.json anew. */
const onlyInElectron = [
  'dist/main/core-process.js',
  'dist/main/electron.js',
  'dist/preload/preload.cjs',
  'package.json',
];

/** @throws Error unless the archive holds all that the program opens and nothing else, its native code lying outside */
export function requireWholePackage(folder: string, root: string, platform: Platform): void {
  const packed = filesOfAsar(join(folder, 'resources', 'app.asar'));
  const wanted = new Set([...programFiles(root, platform), ...onlyInElectron]);
  const missing = [...wanted].filter((name) => !packed.has(name));
  const surplus = [...packed.keys()].filter((name) => !wanted.has(name));
  if (missing.length + surplus.length > 0) {
    throw new Error(`安装包的内容不对。缺少：${missing.join('、')}；多出：${surplus.join('、')}。`);
  }
  const native = `node_modules/better-sqlite3/prebuilds/${platform.binary}`;
  if (packed.get(native) !== 'outside') throw new Error(`安装包里的 ${native} 没有放在档案外面。`);
}

type Place = 'inside' | 'outside';
interface AsarEntry {
  files?: Record<string, AsarEntry>;
  unpacked?: boolean;
}

/** Electron's archive begins with four sizes and a JSON tree of what is in it. */
export function filesOfAsar(path: string): Map<string, Place> {
  const bytes = readFileSync(path);
  const [sizes, length] = [16, bytes.readUInt32LE(12)];
  const tree = JSON.parse(bytes.toString('utf8', sizes, sizes + length)) as AsarEntry;
  const found = new Map<string, Place>();
  collect(tree, '');
  return found;

  function collect({ files = {} }: AsarEntry, folder: string): void {
    for (const [name, entry] of Object.entries(files)) {
      if (entry.files === undefined) found.set(folder + name, entry.unpacked === true ? 'outside' : 'inside');
      else collect(entry, `${folder}${name}/`);
    }
  }
}

/** Stands before the fuses in Electron's binary (electron/fuses). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/**
 * In the order of FuseV1Options, 1 for on: RunAsNode, EnableCookieEncryption, EnableNodeOptionsEnvironmentVariable,
 * EnableNodeCliInspectArguments, EnableEmbeddedAsarIntegrityValidation, OnlyLoadAppFromAsar,
 * LoadBrowserProcessSpecificV8Snapshot, GrantFileProtocolExtraPrivileges.
 */
const WANTED_FUSES = '01001100';

/** Reads them back from the finished binary. @throws Error */
export function requireFuses(folder: string, { isWindows }: Platform): void {
  const name = `fire-committee-office${isWindows ? '.exe' : ''}`;
  if (!readdirSync(folder).includes(name)) throw new Error(`${folder} 里没有 ${name}。`);
  const bytes = readFileSync(join(folder, name));
  const at = bytes.indexOf(SENTINEL);
  // Behind the sentinel: version, count, then one character for each fuse.
  const first = at + SENTINEL.length + 2;
  const found = at === -1 ? '' : bytes.toString('latin1', first, first + WANTED_FUSES.length);
  if (found !== WANTED_FUSES)
    throw new Error(`${name} 的保险没有按要求设好：${found}，应为 ${WANTED_FUSES}。`);
}
