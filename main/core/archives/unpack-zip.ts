import type { ReadLimits } from '../excel/read/limits.ts';
import type { ArchiveAnswer } from '../excel/read/reader-protocol.ts';
import { readZipDirectory, type ZipEntry } from '../excel/read/zip-directory.ts';
import { expandZipEntry } from '../excel/read/zip-entry.ts';
import { WorkbookError } from '../excel/read/workbook-error.ts';

/**
 * Everything that answers a request for the files of a .zip. Runs in the reading process only.
 * @throws {WorkbookError} for what is no sound .zip; one of its files that is broken comes out empty
 */
export function* archiveAnswersFor(bytes: Uint8Array, limits: ReadLimits): Generator<ArchiveAnswer> {
  for (const entry of readZipDirectory(bytes, limits).values()) {
    yield { kind: 'file', name: entry.name };
    for (const portion of expanded(bytes, entry)) yield { kind: 'bytes', bytes: portion };
  }
  yield { kind: 'unpacked' };
}

/** Its reader then says that there is nothing in it. */
function expanded(bytes: Uint8Array, entry: ZipEntry): Uint8Array[] {
  const portions: Uint8Array[] = [];
  try {
    // Each portion's memory is used again by the next one.
    expandZipEntry(bytes, entry, (portion) => void portions.push(portion.slice()));
    return portions;
  } catch (error) {
    if (error instanceof WorkbookError) return [];
    throw error;
  }
}
