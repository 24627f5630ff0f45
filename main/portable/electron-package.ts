/*
 * Makes the Electron packages out of the built program as electron-builder.yml says: an installer and a single file for
 * Windows, AppImage and deb for Linux.
 *
 *   npm run dist -- [--only win-x64|linux-x64|linux-arm64] [--cache folder] [--out folder] [--unpacked] [--release]
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { requireKeptRelease } from './kept-release.ts';
import { packElectron } from './pack-electron.ts';
import { platforms } from './platforms.ts';
import { messageOf } from '#shared/errors.ts';

const root = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    cache: { type: 'string' },
    out: { type: 'string' },
    unpacked: { type: 'boolean' },
    release: { type: 'boolean' },
  },
});
const typedIn = process.env['INIT_CWD'] ?? process.cwd();
try {
  if (values.release === true) requireKeptRelease(root);
  const chosen = platforms.filter(({ name }) => values.only === undefined || name === values.only);
  if (chosen.length === 0) {
    throw new Error(`--only 只能是 ${platforms.map(({ name }) => name).join('、')} 之一。`);
  }
  const files = await packElectron({
    root,
    platforms: chosen,
    cache: resolve(typedIn, values.cache ?? join(root, 'node_modules', '.cache', 'electron')),
    out: resolve(typedIn, values.out ?? join(root, 'dist', 'electron')),
    isUnpackedOnly: values.unpacked === true,
  });
  process.stdout.write(`${files.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
