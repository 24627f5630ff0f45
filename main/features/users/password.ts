import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/* scrypt with N=2^15, r=8, p=1 (32 MiB): about a tenth of a second on an office PC. */
const COST = 32_768;
const OPTIONS = { N: COST, r: 8, p: 1, maxmem: 64 * 1_048_576 };

export function hashPassword(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password.normalize('NFKC'), salt, 32, OPTIONS);
  return `scrypt$${COST}$${salt.toString('base64')}$${key.toString('base64')}`;
}

export function passwordMatches(password: string, stored: string): boolean {
  const [scheme, cost, salt, key] = stored.split('$');
  if (scheme !== 'scrypt' || cost === undefined || salt === undefined || key === undefined) return false;
  const expected = Buffer.from(key, 'base64');
  const actual = scryptSync(password.normalize('NFKC'), Buffer.from(salt, 'base64'), expected.length, {
    ...OPTIONS,
    N: Number(cost),
  });
  return timingSafeEqual(actual, expected);
}
