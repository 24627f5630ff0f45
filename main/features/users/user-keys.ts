import { type KeyPair, keyPairOf, newKeyPair } from '#main/core/secrecy/key-pair.ts';
import { openText, sealText } from '#main/core/secrecy/sealed-text.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { storeKey } from './queries.ts';

/* The key pair of a user: what is kept secret from the others is opened with it, and it is opened by his password. */

/** @param before the pair that a new password takes over; null makes a new one */
export function storeKeyPair(
  db: WriteStore,
  user: { id: number; uid: string },
  sealingKey: Buffer,
  before: KeyPair | null,
): void {
  const { open, secret } = before ?? newKeyPair();
  const sealedSecret = sealText(sealingKey, secret.toString('base64'), placeOf(user.uid));
  db.run(storeKey, { userId: user.id, openHalf: open, sealedSecret });
}

export function openKeyPair(userUid: string, sealingKey: Buffer, sealedSecret: string): KeyPair | null {
  const secret = openText(sealingKey, sealedSecret, placeOf(userUid));
  return secret === null ? null : keyPairOf(Buffer.from(secret, 'base64'));
}

function placeOf(userUid: string): string {
  return `user_key/${userUid}`;
}
