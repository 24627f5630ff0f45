import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createFileNames } from '#main/core/files/file-names.ts';
import { linkOrCopy } from '#main/core/files/link-or-copy.ts';
import { hashOfFile } from '#main/core/files/hash-of-file.ts';
import { lyingFiles } from '#main/core/files/kept-files.ts';
import { namedFiles } from '#main/core/backups/named-files.ts';
import { keptPath } from '#main/core/backups/pool.ts';
import { defineQuery, integer, nullableText, text } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { SummedFile } from '#shared/rules/archive/sums.ts';

const attachmentNames = defineQuery({
  name: 'exchange.attachmentNames',
  sql: 'SELECT id, name, sha256, thumbnail FROM attachment ORDER BY id',
  columns: { id: integer, name: text, sha256: text, thumbnail: nullableText },
});

/** Of what only the log or the program itself names: thumbnails, returned tables, files of what was deleted. */
const OTHERS = '其他';

interface Names {
  folder: string;
  below: string;
  /** Whether the name of an attachment would tell what is not to be told. */
  isUntold: (id: number) => boolean;
}

interface Watch {
  check: () => void;
  progress: (done: number, count: number) => void;
}

/**
 * Every kept file that rows or log name once, by the name that the clerks gave it.
 * @returns those written, and the hashes of those whose bytes are damaged
 */
export async function writeKeptFiles(
  db: ReadStore,
  dataFolder: string,
  { folder, below, isUntold }: Names,
  { check, progress }: Watch,
): Promise<{ files: SummedFile[]; damaged: string[] }> {
  const told = db.all(attachmentNames).filter(({ id }) => !isUntold(id));
  const names = new Map(told.map(({ sha256, name }) => [sha256, name]));
  const named = namedFiles(db);
  // Of the others a cleaning may take any just now.
  const kept = lyingFiles(dataFolder).filter(({ sha256 }) => named.has(sha256));
  const nameFor = createFileNames();
  const files: SummedFile[] = [];
  const damaged: string[] = [];
  mkdirSync(join(folder, below, OTHERS), { recursive: true });
  for (const [place, { sha256 }] of kept.entries()) {
    check();
    progress(place, kept.length);
    const source = keptPath(dataFolder, sha256);
    if ((await hashOfFile(source)) !== sha256) {
      damaged.push(sha256);
      continue;
    }
    const name = names.get(sha256);
    const path = name === undefined ? `${below}/${OTHERS}/${sha256}` : `${below}/${nameFor(name)}`;
    await linkOrCopy(source, join(folder, path));
    files.push({ path, sha256 });
  }
  return { files, damaged };
}
