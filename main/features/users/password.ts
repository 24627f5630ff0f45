import { randomBytes, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/* scrypt with N=2^15, r=8, p=1 (32 MiB): about a tenth of a second on an office PC. */
const COST = 32_768;
const OPTIONS = { N: COST, r: 8, p: 1, maxmem: 64 * 1_048_576 };

export function hashPassword(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password.normalize('NFKC'), salt, 32, OPTIONS);
  return `scrypt$${COST}$${salt.toString('base64')}$${key.toString('base64')}`;
}

/** For the writer thread, which does one thing after another anyway. */
export function passwordMatches(password: string, stored: string): boolean {
  const secret = parse(stored);
  if (secret === null) return false;
  const { salt, key, cost } = secret;
  return timingSafeEqual(
    scryptSync(password.normalize('NFKC'), salt, key.length, { ...OPTIONS, N: cost }),
    key,
  );
}

/** The same without holding up the thread: the work is done beside it. */
export async function passwordMatchesLater(password: string, stored: string): Promise<boolean> {
  const secret = parse(stored);
  if (secret === null) return false;
  const { salt, key, cost } = secret;
  const actual = await derive(password.normalize('NFKC'), salt, key.length, { ...OPTIONS, N: cost });
  return timingSafeEqual(actual, key);
}

const derive = promisify<string, Buffer, number, typeof OPTIONS, Buffer>(scrypt);

function parse(stored: string): { salt: Buffer; key: Buffer; cost: number } | null {
  const [scheme, cost, salt, key] = stored.split('$');
  if (scheme !== 'scrypt' || cost === undefined || salt === undefined || key === undefined) return null;
  return { salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64'), cost: Number(cost) };
}
