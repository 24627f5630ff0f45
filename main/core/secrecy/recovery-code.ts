import { createHash } from 'node:crypto';
import { KEY_BYTES } from './sealed-text.ts';

/*
 * The secret half of the office's recovery pair as it is written down and typed in: 32 bytes in base 32 without the
 * letters that look like digits, and a checksum, in 14 groups of 4.
 */

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;
const KEY_LETTERS = Math.ceil((KEY_BYTES * 8) / BITS);
const CHECK_LETTERS = 4;
const GROUP = 4;

export function recoveryCode(secret: Buffer): string {
  const letters = toLetters(secret) + checkOf(secret);
  return piecesOf(letters, GROUP).join('-');
}

/** In whatever case and grouping; I, L and O are taken for what they were meant. @returns null where it is mistyped */
export function readRecoveryCode(typed: string): Buffer | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '')
    .replaceAll(/[IL]/gu, '1')
    .replaceAll('O', '0');
  if (letters.length !== KEY_LETTERS + CHECK_LETTERS || letters.includes('U')) return null;
  const secret = toBytes(letters.slice(0, KEY_LETTERS));
  return checkOf(secret) === letters.slice(KEY_LETTERS) ? secret : null;
}

function checkOf(secret: Buffer): string {
  return toLetters(createHash('sha256').update(secret).digest()).slice(0, CHECK_LETTERS);
}

function toLetters(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return piecesOf(bits, BITS)
    .map((five) => LETTERS[Number.parseInt(five.padEnd(BITS, '0'), 2)])
    .join('');
}

function toBytes(letters: string): Buffer {
  const bits = [...letters].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(BITS, '0')).join('');
  return Buffer.from(
    piecesOf(bits, 8)
      .filter((eight) => eight.length === 8)
      .map((eight) => Number.parseInt(eight, 2)),
  );
}

/** The last piece may be shorter. */
function piecesOf(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
    text.slice(at * length, (at + 1) * length),
  );
}
