import type { ReadLimits } from '../excel/read/limits.ts';
import type { ArchiveAnswer } from '../excel/read/reader-protocol.ts';
import { readZipDirectory, type ZipEntry } from '../excel/read/zip-directory.ts';
import { expandZipEntry } from '../excel/read/zip-entry.ts';
import { WorkbookError } from '../excel/read/workbook-error.ts';

/**
 * Everything that answers a request for the files of a .zip. Runs in the reading process only.
 * @throws {WorkbookError} for what is no sound .zip, or has nothing but encrypted files; a single file that cannot be
 * taken out comes out empty, with what is wrong with it
 */
export function* archiveAnswersFor(bytes: Uint8Array, limits: ReadLimits): Generator<ArchiveAnswer> {
  const entries = [...readZipDirectory(bytes, limits, { takesEncrypted: true }).values()];
  if (entries.length > 0 && entries.every(({ encrypted }) => encrypted))
    throw new WorkbookError('encrypted', '文件已加密');
  for (const entry of entries) {
    yield { kind: 'file', name: entry.name };
    yield* contentOf(bytes, entry);
  }
  yield { kind: 'unpacked' };
}

function contentOf(bytes: Uint8Array, entry: ZipEntry): ArchiveAnswer[] {
  if (entry.encrypted) return [{ kind: 'broken', code: 'encrypted' }];
  const portions: ArchiveAnswer[] = [];
  try {
    // Each portion's memory is used again by the next one.
    expandZipEntry(bytes, entry, (portion) => void portions.push({ kind: 'bytes', bytes: portion.slice() }));
    return portions;
  } catch (error) {
    if (error instanceof WorkbookError) return [{ kind: 'broken', code: error.code }];
    throw error;
  }
}
