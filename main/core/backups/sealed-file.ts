/**
 * A file sealed with a password: AES-256-GCM, the key by scrypt. It needs nothing beside it but the password.
 *
 * Header, 61 bytes: "XFABSEA1" · scrypt salt (16) · log2 N, r, p (a byte each) · seed of this file (16) · check (16)
 *   · two zero bytes. From salt and password scrypt makes the place's key; HKDF-SHA256 makes from that key and
 *   the seed this file's own key, so that no nonce is ever used twice. The check is an HMAC of what stands before it
 *   by the place's key: it tells a wrong password from a damaged file.
 * Then pieces of 1 MiB, each sealed with the header as additional data and a tag of 16 bytes behind it. Nonce of a
 *   piece: 7 zero bytes · its number (4, big-endian) · 1 for the last piece, else 0. So pieces that were changed,
 *   swapped, left out or cut off at the end are found.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';

const MAGIC = Buffer.from('XFABSEA1', 'latin1');
const SALT_BYTES = 16;
const SEED_BYTES = 16;
const CHECK_BYTES = 16;
const TAG_BYTES = 16;
const CHECKED_BYTES = MAGIC.length + SALT_BYTES + 3 + SEED_BYTES;
const HEADER_BYTES = CHECKED_BYTES + CHECK_BYTES + 2;
const PIECE_BYTES = 1_048_576;
const NUMBER_AT = 7;
/** 32 MB of memory and about a tenth of a second for each guess. */
const COST = { log2N: 15, r: 8, p: 1 } as const;
const MOST_MEMORY = 256 * 1_048_576;

/** @param bytes of the plain file */
export function sealedBytes(bytes: number): number {
  const pieces = Math.max(1, Math.ceil(bytes / PIECE_BYTES));
  return HEADER_BYTES + bytes + pieces * TAG_BYTES;
}

/** The key of a place and what it was made with. */
export interface PlaceKey {
  salt: Buffer;
  key: Buffer;
}

/** Either the key that this PC keeps, or the password that opens any sealed file. */
export type Opener = PlaceKey | { password: string };

/** @param salt of a key that was made before: the same password makes the same key again */
export function newPlaceKey(password: string, salt: Buffer = randomBytes(SALT_BYTES)): PlaceKey {
  return { salt, key: keyOf(password, salt, COST) };
}

const KEY_ID_BYTES = 8;

/** What tells keys apart and says nothing of them: each has a salt of its own. 16 hexadecimal digits. */
export function keyIdOf({ salt }: Pick<PlaceKey, 'salt'>): string {
  return salt.subarray(0, KEY_ID_BYTES).toString('hex');
}

/** With which key a file is sealed; null for what is no sealed file. */
export async function keyIdOfFile(path: string): Promise<string | null> {
  await using file = await open(path, 'r');
  const start = await readUpTo(file, MAGIC.length + SALT_BYTES);
  const isSealed =
    start.length === MAGIC.length + SALT_BYTES && start.subarray(0, MAGIC.length).equals(MAGIC);
  return isSealed ? keyIdOf({ salt: start.subarray(MAGIC.length) }) : null;
}

/** @param check called between pieces, throws to stop. @returns SHA-256 of the plain bytes, hexadecimal */
export async function sealFile(
  source: string,
  target: string,
  place: PlaceKey,
  check: () => void,
): Promise<string> {
  const header = newHeader(place);
  const key = fileKey(place.key, seedOf(header));
  const hash = createHash('sha256');
  await between(source, target, async (from, to) => {
    await to.writeFile(header);
    const { size } = await from.stat();
    const pieces = Math.max(1, Math.ceil(size / PIECE_BYTES));
    for (let number = 0; number < pieces; number += 1) {
      check();
      const plain = await readUpTo(from, PIECE_BYTES);
      hash.update(plain);
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, number === pieces - 1));
      cipher.setAAD(header);
      await to.writeFile(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
    }
    await to.sync();
  });
  return hash.digest('hex');
}

/**
 * @returns SHA-256 of the plain bytes, hexadecimal
 * @throws AppError wrongPassword; fileRefused where the file is damaged, cut off or no sealed file. What was written
 * at `target` until then is of no use.
 */
export async function openSealed(
  source: string,
  target: string,
  opener: Opener,
  check: () => void,
): Promise<string> {
  return between(source, target, async (from, to) => {
    const hash = await readPieces(from, opener, check, (plain) => to.writeFile(plain));
    await to.sync();
    return hash;
  });
}

/** The same, with nothing of it written anywhere. */
export async function hashOfSealed(path: string, opener: Opener, check: () => void): Promise<string> {
  await using file = await open(path, 'r');
  return await readPieces(file, opener, check, () => Promise.resolve());
}

/** @returns SHA-256 of the plain bytes, hexadecimal */
async function readPieces(
  from: FileHandle,
  opener: Opener,
  check: () => void,
  take: (plain: Buffer) => Promise<void>,
): Promise<string> {
  const hash = createHash('sha256');
  const header = await readUpTo(from, HEADER_BYTES);
  const key = fileKey(placeKeyOf(header, opener), seedOf(header));
  const { size } = await from.stat();
  const pieces = Math.ceil((size - HEADER_BYTES) / (PIECE_BYTES + TAG_BYTES));
  if (pieces < 1) throw damaged();
  for (let number = 0; number < pieces; number += 1) {
    check();
    const sealed = await readUpTo(from, PIECE_BYTES + TAG_BYTES);
    const plain = openPiece(sealed, key, nonceOf(number, number === pieces - 1), header);
    hash.update(plain);
    await take(plain);
  }
  return hash.digest('hex');
}

function openPiece(sealed: Buffer, key: Buffer, nonce: Buffer, header: Buffer): Buffer {
  if (sealed.length < TAG_BYTES) throw damaged();
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(header);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw damaged();
  }
}

function newHeader({ salt, key }: PlaceKey): Buffer {
  const costs = Buffer.of(COST.log2N, COST.r, COST.p);
  const checked = Buffer.concat([MAGIC, salt, costs, randomBytes(SEED_BYTES)]);
  return Buffer.concat([checked, checkOf(key, checked), Buffer.alloc(2)]);
}

/** @throws AppError wrongPassword, fileRefused */
function placeKeyOf(header: Buffer, opener: Opener): Buffer {
  if (header.length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC)) throw damaged();
  const salt = header.subarray(MAGIC.length, MAGIC.length + SALT_BYTES);
  const [log2N = 0, r = 0, p = 0] = header.subarray(MAGIC.length + SALT_BYTES);
  // What a damaged header asks for must not fill the memory or take a day.
  if (log2N !== COST.log2N || r !== COST.r || p !== COST.p) throw damaged();
  const key = 'password' in opener ? keyOf(opener.password, salt, COST) : opener.key;
  const checked = header.subarray(0, CHECKED_BYTES);
  const stored = header.subarray(CHECKED_BYTES, CHECKED_BYTES + CHECK_BYTES);
  if (!timingSafeEqual(stored, checkOf(key, checked))) throw new AppError('wrongPassword');
  return key;
}

function seedOf(header: Buffer): Buffer {
  return header.subarray(CHECKED_BYTES - SEED_BYTES, CHECKED_BYTES);
}

function keyOf(password: string, salt: Buffer, { log2N, r, p }: typeof COST): Buffer {
  return scryptSync(password.normalize('NFC'), salt, 32, { N: 2 ** log2N, r, p, maxmem: MOST_MEMORY });
}

function fileKey(placeKey: Buffer, seed: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', placeKey, seed, 'file', 32));
}

function checkOf(placeKey: Buffer, checked: Buffer): Buffer {
  return createHmac('sha256', placeKey).update(checked).digest().subarray(0, CHECK_BYTES);
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, NUMBER_AT);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

function damaged(): AppError {
  return new AppError('fileRefused', {
    reason: '这个加密文件已经损坏或被改动过，没有打开。请换一份。',
  });
}

/** What is written to `to` goes by writeFile: write alone may take only a part of it, as on a disk that is nearly full. */
async function between<Result>(
  source: string,
  target: string,
  work: (from: FileHandle, to: FileHandle) => Promise<Result>,
): Promise<Result> {
  await using from = await open(source, 'r');
  await using to = await open(target, 'w', 0o600);
  return await work(from, to);
}

/** Fewer bytes only at the end of the file. */
async function readUpTo(file: FileHandle, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes);
  let length = 0;
  while (length < bytes) {
    const { bytesRead } = await file.read(buffer, length, bytes - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}
