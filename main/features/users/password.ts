import { randomBytes, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/*
 * scrypt with N=2^15, r=8, p=1 (32 MiB): about a tenth of a second on an office PC. Of its 64 bytes the first half is
 * kept to hold a password against; the second, which does not follow from it, seals the user's secret key.
 */
const COST = 32_768;
const HALF_BYTES = 32;
const OPTIONS = { N: COST, r: 8, p: 1, maxmem: 64 * 1_048_576 };

/** @returns what is kept of it, and the key that it seals with */
export function hashPassword(password: string): { hash: string; sealingKey: Buffer } {
  const salt = randomBytes(16);
  const derived = scryptSync(password.normalize('NFKC'), salt, 2 * HALF_BYTES, OPTIONS);
  const kept = derived.subarray(0, HALF_BYTES).toString('base64');
  return {
    hash: `scrypt$${COST}$${salt.toString('base64')}$${kept}`,
    sealingKey: derived.subarray(HALF_BYTES),
  };
}

/**
 * For the writer thread, which does one thing after another anyway.
 * @returns the key that the password seals with; null where it is another
 */
export function checkPassword(password: string, stored: string): Buffer | null {
  const secret = parse(stored);
  if (secret === null) return null;
  const { salt, cost } = secret;
  const derived = scryptSync(password.normalize('NFKC'), salt, 2 * HALF_BYTES, { ...OPTIONS, N: cost });
  return sealingKeyOf(derived, secret.key);
}

/** The same without holding up the thread: the work is done beside it. */
export async function checkPasswordLater(password: string, stored: string): Promise<Buffer | null> {
  const secret = parse(stored);
  if (secret === null) return null;
  const { salt, cost } = secret;
  const derived = await derive(password.normalize('NFKC'), salt, 2 * HALF_BYTES, { ...OPTIONS, N: cost });
  return sealingKeyOf(derived, secret.key);
}

function sealingKeyOf(derived: Buffer, kept: Buffer): Buffer | null {
  if (kept.length !== HALF_BYTES) return null;
  return timingSafeEqual(derived.subarray(0, HALF_BYTES), kept) ? derived.subarray(HALF_BYTES) : null;
}

const derive = promisify<string, Buffer, number, typeof OPTIONS, Buffer>(scrypt);

function parse(stored: string): { salt: Buffer; key: Buffer; cost: number } | null {
  const [scheme, cost, salt, key] = stored.split('$');
  if (scheme !== 'scrypt' || cost === undefined || salt === undefined || key === undefined) return null;
  return { salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64'), cost: Number(cost) };
}
