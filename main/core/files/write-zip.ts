import { once } from 'node:events';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Zip, ZipPassThrough } from 'fflate';
import { AppError } from '#shared/errors.ts';
import { countFiles } from '../jobs/tally.ts';

/** What a .zip without its later extensions can hold, which every program reads (APPNOTE.TXT 4.4.1.4). */
const MOST = { files: 65_535, bytes: 4_294_967_295 };
/** Of the names in it, for each file, at the most. */
const BYTES_OF_NAME = 2_048;

/**
 * Packs files of a folder as they are, one after another: workbooks and papers are packed in themselves already.
 * @param check called before each file; what it throws ends the writing
 * @param below folder in the archive in which they stand; empty: in none
 * @throws AppError refused where they are more than a .zip can hold
 */
export async function writeZip(
  path: string,
  folder: string,
  names: readonly string[],
  check: () => void,
  below = '',
): Promise<void> {
  requireRoom(folder, names);
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
      const entry = new ZipPassThrough(below === '' ? name : `${below}/${name}`);
      zip.add(entry);
      for await (const chunk of createReadStream(join(folder, name))) {
        entry.push(chunk as Buffer);
        if (target.writableNeedDrain) await once(target, 'drain');
      }
      entry.push(new Uint8Array(0), true);
    }
    zip.end();
    await written;
    countFiles(names.length);
  } finally {
    target.destroy();
  }
}

function requireRoom(folder: string, names: readonly string[]): void {
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size + BYTES_OF_NAME, 0);
  if (names.length <= MOST.files && bytes <= MOST.bytes) return;
  throw new AppError('refused', {
    reason: '内容超过一个压缩包能装的 4 GB 或 65535 个文件，没有压缩。请改为存成文件夹。',
  });
}
