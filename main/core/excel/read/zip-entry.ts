import { crc32, inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { WorkbookError } from './workbook-error.ts';
import type { ZipEntry } from './zip-directory.ts';

// Deflate expands at most about 1 030 times, so one step yields at most some 16 MB.
const STEP_BYTES = 16 * 1024;
/** A part that is declared no larger is expanded at once, by the system's own zlib, in a quarter of the time. */
const AT_ONCE_BYTES = 4 * 1024 * 1024;
/** As Node asks for it. */
const SMALLEST_CHUNK_BYTES = 64;

/**
 * Expands one entry; a large one step by step, so that never more than one step is held.
 * @throws {WorkbookError} when size or checksum are not those that the directory declares
 */
export function expandZipEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  onBytes: (expanded: Uint8Array) => void,
): void {
  let size = 0;
  let checksum = 0;
  const take = (expanded: Uint8Array) => {
    size += expanded.length;
    if (size > entry.size) throw damagedEntry(entry);
    checksum = crc32(expanded, checksum);
    if (expanded.length > 0) onBytes(expanded);
  };
  const packed = bytes.subarray(entry.dataOffset, entry.dataOffset + entry.compressedSize);
  if (!entry.deflated) forEachStep(packed, take);
  else if (entry.size <= AT_ONCE_BYTES) take(inflateAtOnce(packed, entry));
  else inflate(packed, entry, take);
  if (size !== entry.size || checksum !== entry.checksum) throw damagedEntry(entry);
}

function inflateAtOnce(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  // No more than one byte over what is declared is ever expanded: that alone is damage.
  const most = entry.size + 1;
  try {
    return inflateRawSync(packed, { maxOutputLength: most, chunkSize: Math.max(SMALLEST_CHUNK_BYTES, most) });
  } catch {
    throw damagedEntry(entry);
  }
}

function inflate(packed: Uint8Array, entry: ZipEntry, take: (expanded: Uint8Array) => void): void {
  const inflater = new Inflate(take);
  forEachStep(packed, (step, isLast) => {
    try {
      inflater.push(step, isLast);
    } catch (error) {
      // fflate marks its own errors by a numeric code; what a consumer throws passes through.
      if (error instanceof Error && 'code' in error && typeof error.code === 'number')
        throw damagedEntry(entry);
      throw error;
    }
  });
}

function forEachStep(packed: Uint8Array, onStep: (step: Uint8Array, isLast: boolean) => void): void {
  for (let offset = 0; offset === 0 || offset < packed.length; offset += STEP_BYTES) {
    onStep(packed.subarray(offset, offset + STEP_BYTES), offset + STEP_BYTES >= packed.length);
  }
}

function damagedEntry(entry: ZipEntry): WorkbookError {
  return new WorkbookError('damaged', `文件内容已损坏（部件 ${entry.name} 校验不符）`);
}
