import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** SHA-256, hexadecimal. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
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
