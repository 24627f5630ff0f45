import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const BLOCK_BYTES = 262_144;

/** SHA-256, hexadecimal. Block by block through the same memory: those of a stream pile up until they are collected. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path);
  try {
    const block = Buffer.alloc(BLOCK_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(block, 0, block.length, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(block.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

/** The same, where nobody can be waited for. */
export function hashOfFileNow(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    const block = Buffer.alloc(BLOCK_BYTES);
    for (;;) {
      const length = readSync(file, block);
      if (length === 0) return hash.digest('hex');
      hash.update(block.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}

/** Of a file its own; of a folder that of its listing as `sha256sum` writes it: a line `HASH  PATH` for each file, by path. */
export async function hashOfWritten(path: string): Promise<string> {
  if (!(await stat(path)).isDirectory()) return hashOfFile(path);
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const names = files.map((file) => relative(path, file).split(sep).join('/')).toSorted();
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${await hashOfFile(join(path, name))}  ${name}\n`);
  return hash.digest('hex');
}
