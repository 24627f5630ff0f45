import { gunzipSync } from 'node:zlib';

const BLOCK_BYTES = 512;

/**
 * Takes a file out of one of npm's packages (.tgz), whose names are short enough for the plain tar header.
 * @throws Error when it is not in it
 */
export function readPackedFile(archive: Uint8Array, wanted: string): Uint8Array {
  const bytes = gunzipSync(archive);
  let offset = 0;
  while (offset + BLOCK_BYTES <= bytes.length && bytes[offset] !== 0) {
    const name = textAt(bytes, offset, 100);
    const size = Number.parseInt(textAt(bytes, offset + 124, 12), 8);
    offset += BLOCK_BYTES;
    if (name === wanted) return bytes.subarray(offset, offset + size);
    offset += Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
  }
  throw new Error(`the package holds no ${wanted}`);
}

function textAt(bytes: Buffer, offset: number, length: number): string {
  return bytes.toString('utf8', offset, offset + length).replace(/\0.*$/s, '');
}
