import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Zip, ZipPassThrough } from 'fflate';

/**
 * Packs files of a folder as they are, one after another: workbooks and papers are packed in themselves already.
 * @param check called before each file; what it throws ends the writing
 */
export async function writeZip(
  path: string,
  folder: string,
  names: readonly string[],
  check: () => void,
): Promise<void> {
  const target = createWriteStream(path);
  const written = finished(target);
  written.catch(() => undefined);
  const zip = new Zip((error, chunk, isLast) => {
    if (error !== null) target.destroy(error);
    else if (isLast) target.end(chunk);
    else target.write(chunk);
  });
  try {
    for (const name of names) {
      check();
      const entry = new ZipPassThrough(name);
      zip.add(entry);
      entry.push(await readFile(join(folder, name)), true);
    }
    zip.end();
    await written;
  } finally {
    target.destroy();
  }
}
