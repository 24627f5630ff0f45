import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { KEY_BYTES, openText, sealText } from './sealed-text.ts';

/*
 * X25519: whoever is to know gets a key wrapped for the open half of his pair, without his password being known; only
 * the secret half unwraps it. Both halves are 32 bytes.
 */

export interface KeyPair {
  /** base64; everybody may know it. */
  open: string;
  secret: Buffer;
}

// What stands before the 32 bytes in PKCS #8 and SPKI (RFC 8410).
const SECRET_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');
const OPEN_HEAD = Buffer.from('302a300506032b656e032100', 'hex');
const PURPOSE = 'fire-committee-office/wrapped-key/1';

export function newKeyPair(): KeyPair {
  const { privateKey } = generateKeyPairSync('x25519');
  return keyPairOf(privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(SECRET_HEAD.length));
}

/** The pair that a secret half belongs to. */
export function keyPairOf(secret: Buffer): KeyPair {
  const open = createPublicKey(secretKey(secret)).export({ format: 'der', type: 'spki' });
  return { open: open.subarray(OPEN_HEAD.length).toString('base64'), secret: Buffer.from(secret) };
}

/** @param place what the key is for: campaign/UID */
export function wrapKey(key: Buffer, openHalf: string, place: string): string {
  const once = newKeyPair();
  const sealed = sealText(sharedKey(once.secret, openHalf, once.open), key.toString('base64'), place);
  return `${once.open}.${sealed}`;
}

/** @returns null where it was wrapped for somebody else, or for something else */
export function unwrapKey(wrapped: string, { secret }: KeyPair, place: string): Buffer | null {
  const [once = '', sealed = ''] = wrapped.split('.');
  const text = openText(sharedKey(secret, once, once), sealed, place);
  return text === null ? null : Buffer.from(text, 'base64');
}

function sharedKey(secret: Buffer, openHalf: string, once: string): Buffer {
  const shared = diffieHellman({ privateKey: secretKey(secret), publicKey: openKey(openHalf) });
  return Buffer.from(hkdfSync('sha256', shared, once, PURPOSE, KEY_BYTES));
}

function secretKey(secret: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([SECRET_HEAD, secret]), format: 'der', type: 'pkcs8' });
}

function openKey(openHalf: string): KeyObject {
  const key = Buffer.concat([OPEN_HEAD, Buffer.from(openHalf, 'base64')]);
  return createPublicKey({ key, format: 'der', type: 'spki' });
}
