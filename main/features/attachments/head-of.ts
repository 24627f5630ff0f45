import { closeSync, openSync, readSync } from 'node:fs';

const HEAD_BYTES = 12;

/** How a file begins, a character for each byte. */
export function headOf(path: string): string {
  const head = Buffer.alloc(HEAD_BYTES);
  const handle = openSync(path, 'r');
  try {
    return head.toString('latin1', 0, readSync(handle, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(handle);
  }
}
