import type { SecrecyAccess } from '#shared/rules/campaigns/model.ts';
import { AppError } from '#shared/errors.ts';
import { keyPairOf } from '#main/core/secrecy/key-pair.ts';
import type { Caller, ReadContext } from '#main/core/handlers.ts';
import type { CampaignRecord } from '../queries.ts';
import { isSecret } from './cover.ts';
import { type KeyRecord, type KnowerRecord, keysOf, knowersOf } from './queries.ts';
import { openedRow } from './sealed-rows.ts';
import { unwrapVault, type Vault } from './vault.ts';

/** Who asks for what may be secret; a handler's context, or what a job was given. */
export interface Asker extends Pick<ReadContext, 'db' | 'today'> {
  caller: AskingUser;
  /** Of a write alone. */
  hush?: () => void;
}

export type AskingUser = Pick<Caller, 'userUid' | 'secretKey'>;

/** A campaign that the asker may know everything of: nothing that is secret is read or written without one. */
export interface KnownCampaign extends CampaignRecord {
  /** Null: it is no secret, or lies open because nobody had a password. */
  readonly vault: Vault | null;
}

export interface Access {
  access: SecrecyAccess;
  vault: Vault | null;
  isSealed: boolean;
}

export function accessTo({ db, caller }: Asker, campaign: CampaignRecord): Access {
  if (!isSecret(campaign)) return { access: 'public', vault: null, isSealed: false };
  const keys = db.all(keysOf, { campaignUid: campaign.uid });
  const isSealed = keys.length > 0;
  const knower = db.all(knowersOf, { campaignId: campaign.id }).find(({ uid }) => uid === caller.userUid);
  if (knower === undefined) return { access: 'unknown', vault: null, isSealed };
  if (!isSealed) return { access: 'known', vault: null, isSealed };
  const vault = vaultOf(campaign, ownKeys(keys, knower), caller);
  if (vault !== null) return { access: 'known', vault, isSealed };
  const isLocked = caller.secretKey === undefined && holdsKey(keys, knower);
  return { access: isLocked ? 'locked' : 'lost', vault, isSealed };
}

function vaultOf({ uid }: CampaignRecord, keys: readonly KeyRecord[], { secretKey }: AskingUser) {
  return secretKey === undefined ? null : unwrapVault(uid, keys, keyPairOf(Buffer.from(secretKey)));
}

function ownKeys(keys: readonly KeyRecord[], { user_id: userId }: KnowerRecord): KeyRecord[] {
  return keys.filter((key) => key.user_id === userId);
}

/** Whether the present password opens the newest key: not, where somebody else has set it since. */
export function holdsKey(keys: readonly KeyRecord[], knower: KnowerRecord): boolean {
  const newest = ownKeys(keys, knower)[0];
  return (
    newest !== undefined && newest.generation === keys[0]?.generation && newest.open_half === knower.open_half
  );
}

/** @returns null where it is not for the asker */
export function knownCampaign(asker: Asker, campaign: CampaignRecord): KnownCampaign | null {
  const { access, vault } = accessTo(asker, campaign);
  if (access !== 'public' && access !== 'known') return null;
  return { ...openedRow(vault, 'campaign', campaign), vault };
}

/** @throws AppError refused, in words that say whom to ask or what to enter */
export function requireKnownCampaign(asker: Asker, campaign: CampaignRecord): KnownCampaign {
  if (isSecret(campaign)) asker.hush?.();
  const known = knownCampaign(asker, campaign);
  if (known !== null) return known;
  const { access } = accessTo(asker, campaign);
  throw new AppError('refused', { reason: refusals[access](otherKnowers(asker, campaign)) });
}

function otherKnowers({ db, caller }: Asker, { id: campaignId }: CampaignRecord): string {
  const names = db
    .all(knowersOf, { campaignId })
    .filter(({ active, uid }) => active === 1 && uid !== caller.userUid)
    .map(({ name }) => name);
  return names.join('、');
}

const refusals: Readonly<Record<SecrecyAccess, (names: string) => string>> = {
  public: () => '',
  known: () => '',
  locked: () => '这次暗访已加密，请先在它的页面上输入您的密码。',
  lost: (names) =>
    `您现在的密码打不开这次暗访（密码由别人重设过，或已取消）。请${names === '' ? '' : `找${names}重新授权，或`}用恢复码打开。`,
  unknown: (names) => `这是暗访，只有知情人能看。${names === '' ? '' : `确需了解请找${names}。`}`,
};
