import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const START_NONCE_MILLISECONDS = 10_000;

/*
 * Two ways in. The printed address carries a token that is valid until its first use. The app window comes with a
 * nonce: one use, ten seconds; a second use means that somebody else had it first. Both stand behind the # of an
 * address, which browsers send to nobody.
 */
export interface EntryTokens {
  /** The token of the printed address. */
  current(): string;
  /** @returns whether it was the current token; it is then used up and a new one takes its place */
  redeem(token: string): boolean;
  startNonce(): string;
  /** @param enter lets the window in and returns its session's id; called only when the nonce is good */
  redeemStart(nonce: string, enter: () => string): StartOutcome;
}

export type StartOutcome =
  | { kind: 'accepted'; sessionId: string }
  | { kind: 'unknown' }
  /** Nobody used it, but too late: the browser took long to start. */
  | { kind: 'late' }
  /** Of the two that had it one is not the clerk: the session that it opened must end. */
  | { kind: 'usedBefore'; sessionId: string };

export function createEntryTokens(onRenewed: () => void, now: () => number = Date.now): EntryTokens {
  let token = fresh();
  /** By their digests: a search for one tells by its time nothing of how near a guess came. */
  const nonces = new Map<string, { until: number; sessionId: string | null }>();

  return {
    current: () => token,
    redeem(candidate) {
      if (!isSameSecret(candidate, token)) return false;
      token = fresh();
      onRenewed();
      return true;
    },
    startNonce() {
      const nonce = fresh();
      nonces.set(digestOf(nonce).toString('base64'), {
        until: now() + START_NONCE_MILLISECONDS,
        sessionId: null,
      });
      return nonce;
    },
    redeemStart(candidate, enter) {
      const key = digestOf(candidate).toString('base64');
      const found = nonces.get(key);
      if (found === undefined) return { kind: 'unknown' };
      if (found.sessionId !== null) return { kind: 'usedBefore', sessionId: found.sessionId };
      if (found.until < now()) {
        nonces.delete(key);
        return { kind: 'late' };
      }
      found.sessionId = enter();
      return { kind: 'accepted', sessionId: found.sessionId };
    },
  };
}

function fresh(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares digests of equal length, so that neither length nor content shows in the time it takes. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digestOf(one), digestOf(other));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
