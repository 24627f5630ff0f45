import { zipSync, type Zippable } from 'fflate';
import type { PackedFile } from './contents.ts';

/** One folder for all versions: a new one unpacked over the old one lands in its place. */
const packageFolder = '消安办工作台';

/** Same content, same bytes: no entry tells when it was made. */
const FIXED_TIME = new Date(2026, 0, 1);
const UNIX = 3;
const REGULAR_FILE = 0o100000;

/** Zips the files with what Unix needs to know of them: what may be executed stays so. */
export function zipPackage(files: readonly PackedFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const { name, bytes, runs } of files) {
    const mode = REGULAR_FILE | (runs ? 0o755 : 0o644);
    entries[`${packageFolder}/${name}`] = [bytes, { os: UNIX, attrs: mode * 0x10000, mtime: FIXED_TIME }];
  }
  return zipSync(entries, { level: 6 });
}
