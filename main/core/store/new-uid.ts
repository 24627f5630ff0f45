import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const RANDOM_BYTES = 16;
const AT_ONCE = 256;
/** Of 32 bits two stay free, so that no millisecond can count beyond them. */
const FIRST_NUMBERS = 2 ** 30;

const pool = new Uint8Array(RANDOM_BYTES * AT_ONCE);
let used = pool.length;
let [milliseconds, number] = [0, 0];

/**
 * As v7 of uuid, each above the one before it. Random bytes are asked of the system for many at once: one by one they
 * take longer than storing the row.
 */
export function newUid(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + RANDOM_BYTES);
  used += RANDOM_BYTES;
  const now = Date.now();
  if (now > milliseconds) {
    milliseconds = now;
    number = new DataView(random.buffer, random.byteOffset).getUint32(0) % FIRST_NUMBERS;
  } else number += 1;
  return v7({ random, msecs: milliseconds, seq: number });
}
