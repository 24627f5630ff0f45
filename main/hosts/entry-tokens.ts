import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const START_NONCE_MILLISECONDS = 10_000;

/*
 * Two ways in. The printed address carries a token that is valid until its first use. The app window
 * opens /start?n=NONCE: one use, ten seconds; a second use means that somebody else had it first.
 */
export interface EntryTokens {
  /** The token of the printed address. */
  current(): string;
  /** @returns whether it was the current token; it is then used up and a new one takes its place */
  redeem(token: string): boolean;
  startNonce(): string;
  redeemStart(nonce: string): 'accepted' | 'unknown' | 'usedBefore';
}

export function createEntryTokens(onRenewed: () => void, now: () => number = Date.now): EntryTokens {
  let token = fresh();
  const nonces = new Map<string, { until: number; used: boolean }>();

  return {
    current: () => token,
    redeem(candidate) {
      if (!same(candidate, token)) return false;
      token = fresh();
      onRenewed();
      return true;
    },
    startNonce() {
      const nonce = fresh();
      nonces.set(nonce, { until: now() + START_NONCE_MILLISECONDS, used: false });
      return nonce;
    },
    redeemStart(candidate) {
      const found = nonces.get(candidate);
      if (found === undefined) return 'unknown';
      if (found.used) return 'usedBefore';
      found.used = true;
      return found.until >= now() ? 'accepted' : 'unknown';
    },
  };
}

function fresh(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares digests of equal length, so that neither length nor content shows in the time it takes. */
function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
