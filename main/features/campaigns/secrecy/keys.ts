import { AppError } from '#shared/errors.ts';
import { keyPairOf } from '#main/core/secrecy/key-pair.ts';
import { newKey } from '#main/core/secrecy/sealed-text.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import {
  dropKeysFor,
  type HolderRecord,
  holderByUid,
  keysOf,
  putKey,
  recoveryPair,
  storeRecoveryPair,
} from './queries.ts';
import { type CampaignKey, Vault, wrapFor } from './vault.ts';

/** Whom a campaign's keys are wrapped for; `userId` null: the recovery pair. */
interface Holder {
  userId: number | null;
  openHalf: string;
}

/** The user who calls. @throws AppError notSignedIn */
export function callerAsHolder({ db, caller }: WriteContext): HolderRecord {
  const holder = db.get(holderByUid, { uid: caller.userUid ?? '' });
  if (holder === undefined) throw new AppError('notSignedIn');
  return holder;
}

/**
 * The caller with the key pair that is open in his session; null: there is none, because he has no password.
 * @throws AppError refused where his password has been set anew since he signed in
 */
export function callerWithKey(context: WriteContext): Holder | null {
  const { secretKey } = context.caller;
  if (secretKey === undefined) return null;
  const { user_id: userId, open_half: openHalf } = callerAsHolder(context);
  if (openHalf !== keyPairOf(Buffer.from(secretKey)).open)
    throw new AppError('refused', { reason: '您的密码刚被重设过，请退出后用新密码重新登录，再做这一步。' });
  return { userId, openHalf };
}

/** A key beside those before it; from now on it seals. */
export function withNewKey(keys: readonly CampaignKey[]): Vault {
  const generation = (keys[0]?.generation ?? 0) + 1;
  return new Vault([{ generation, key: newKey() }, ...keys]);
}

export function wrapKeys(db: WriteStore, campaignUid: string, vault: Vault, holder: Holder): void {
  for (const key of vault.keys) {
    const { generation, wrapped } = wrapFor(holder.openHalf, campaignUid, key);
    db.run(putKey, { campaignUid, generation, wrapped, ...holder });
  }
}

/** So that the recovery code of today opens it as well; nothing where there is none or it does already. */
export function keepRecoverable(db: WriteStore, campaignUid: string, vault: Vault): void {
  const openHalf = db.get(recoveryPair)?.open_half;
  if (openHalf === undefined) return;
  const wrapped = db.all(keysOf, { campaignUid }).filter(({ user_id: userId }) => userId === null);
  const isKept =
    wrapped[0]?.generation === vault.keys[0].generation && wrapped.every((key) => key.open_half === openHalf);
  if (isKept) return;
  db.run(dropKeysFor, { campaignUid, userId: null });
  wrapKeys(db, campaignUid, vault, { userId: null, openHalf });
}

export function replaceRecoveryPair(db: WriteStore, openHalf: string): void {
  db.run(storeRecoveryPair, { openHalf });
}
