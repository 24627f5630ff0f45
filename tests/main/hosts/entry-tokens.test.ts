import { beforeEach, expect, it } from 'vitest';
import { createEntryTokens, type EntryTokens } from '#main/hosts/entry-tokens.ts';

let time: number;
let tokens: EntryTokens;
let entered: number;
const enter = () => {
  entered += 1;
  return `session-${entered}`;
};
beforeEach(() => {
  [time, entered] = [0, 0];
  tokens = createEntryTokens(
    () => undefined,
    () => time,
  );
});

it('names the session that a nonce opened when the nonce comes again', () => {
  const nonce = tokens.startNonce();
  expect(tokens.redeemStart(nonce, enter)).toEqual({ kind: 'accepted', sessionId: 'session-1' });
  expect(tokens.redeemStart(nonce, enter)).toEqual({ kind: 'usedBefore', sessionId: 'session-1' });
  expect(entered).toBe(1);
});

it('tells a window that comes too late from one that is unknown, once, and lets neither in', () => {
  const nonce = tokens.startNonce();
  time = 10_001;
  expect(tokens.redeemStart(nonce, enter)).toEqual({ kind: 'late' });
  expect(tokens.redeemStart(nonce, enter)).toEqual({ kind: 'unknown' });
  expect(tokens.redeemStart('x', enter)).toEqual({ kind: 'unknown' });
  expect(entered).toBe(0);
});
