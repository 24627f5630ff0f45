import { closeSync, openSync, readSync } from 'node:fs';
import { writeWhole } from './write-whole.ts';

/* Pieces of bytes one after the other, each behind its length: a long content is never in memory as a whole. */

const LENGTH_BYTES = 4;

export function writePieces(file: string, pieces: Iterable<Uint8Array>): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    const length = Buffer.alloc(LENGTH_BYTES);
    for (const piece of pieces) {
      length.writeUInt32LE(piece.length);
      writeWhole(handle, length);
      writeWhole(handle, piece);
    }
  } finally {
    closeSync(handle);
  }
}

/** @throws Error where the file ends within a piece */
export function* piecesIn(file: string): Generator<Uint8Array> {
  const handle = openSync(file, 'r');
  try {
    const length = Buffer.alloc(LENGTH_BYTES);
    for (let read = readSync(handle, length); read > 0; read = readSync(handle, length)) {
      const piece = Buffer.alloc(read < LENGTH_BYTES ? 0 : length.readUInt32LE());
      if (read < LENGTH_BYTES || readSync(handle, piece) < piece.length)
        throw new Error(`${file} ends within a piece`);
      yield piece;
    }
  } finally {
    closeSync(handle);
  }
}
