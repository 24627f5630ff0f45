import { createHmac, randomBytes } from 'node:crypto';
import { isSameSecret } from './entry-tokens.ts';

/*
 * The key that a page's every call carries beside the cookie. Browsers send a cookie of 127.0.0.1 to whatever listens
 * on any of its ports, also to another user's program; the key stays with the one port that gave it out.
 */
export interface CallKeys {
  /** For the session's page, once, when it is let in. */
  of(sessionId: string): string;
  isOf(sessionId: string, key: string | string[] | undefined): boolean;
}

/** The header that carries the key; the page knows it by the same name. */
export const keyHeader = 'x-key';

export function createCallKeys(): CallKeys {
  const secret = randomBytes(32);
  const of = (sessionId: string) => createHmac('sha256', secret).update(sessionId).digest('base64url');
  return {
    of,
    isOf: (sessionId, key) => typeof key === 'string' && isSameSecret(key, of(sessionId)),
  };
}
