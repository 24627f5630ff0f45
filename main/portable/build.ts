/*
 * Makes the portable packages out of the built program.
 *
 *   npm run dist:portable -- [--only linux-x64] [--cache folder] [--out folder] [--release]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { requireKeptRelease } from './kept-release.ts';
import { packageContents } from './contents.ts';
import { zipPackage } from './package-zip.ts';
import { platforms } from './platforms.ts';
import { messageOf } from '#shared/errors.ts';

/** What a clerk's USB stick and mail of the office take. */
const MOST_BYTES = 80 * 1024 * 1024;

const root = join(import.meta.dirname, '..', '..');

function build(only: string | undefined, cache: string, out: string): void {
  const chosen = platforms.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0) {
    throw new Error(`--only 只能是 ${platforms.map(({ name }) => name).join('、')} 之一。`);
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  mkdirSync(out, { recursive: true });
  for (const platform of chosen) {
    const zip = zipPackage(packageContents(root, platform, cache));
    const file = join(out, `消安办工作台-${version}-${platform.label}.zip`);
    if (zip.length > MOST_BYTES) throw new Error(`${file} 超过了 80 MB，没有写出。`);
    writeFileSync(file, zip);
    process.stdout.write(`${file} ${(zip.length / 1024 / 1024).toFixed(1)} MB\n`);
  }
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    cache: { type: 'string' },
    out: { type: 'string' },
    release: { type: 'boolean' },
  },
});
const typedIn = process.env['INIT_CWD'] ?? process.cwd();
try {
  if (values.release === true) requireKeptRelease(root);
  build(
    values.only,
    resolve(typedIn, values.cache ?? join(root, 'node_modules', '.cache', 'portable')),
    resolve(typedIn, values.out ?? join(root, 'dist', 'portable')),
  );
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
