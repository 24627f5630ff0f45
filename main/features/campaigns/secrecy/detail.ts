import type { CampaignSecrecy } from '#shared/contract/campaign-secrecy.ts';
import type { CampaignRecord } from '../queries.ts';
import { accessTo, type Asker, holdsKey } from './access.ts';
import { isSecret } from './cover.ts';
import {
  holderByUid,
  type KeyRecord,
  type KnowerRecord,
  keysOf,
  knowersOf,
  recoveryPair,
} from './queries.ts';

/** Who may know, and what the asker can do about it; null: it is no secret. */
export function secrecyOf(asker: Asker, campaign: CampaignRecord): CampaignSecrecy | null {
  if (!isSecret(campaign)) return null;
  const { db, caller } = asker;
  const { access, isSealed } = accessTo(asker, campaign);
  const keys = db.all(keysOf, { campaignUid: campaign.uid });
  const knowers = db.all(knowersOf, { campaignId: campaign.id });
  const opens = (knower: KnowerRecord) => !isSealed || holdsKey(keys, knower);
  return {
    access,
    isSealed,
    isLost: !knowers.some((knower) => knower.active === 1 && opens(knower)) && isSealed,
    hasPassword: db.get(holderByUid, { uid: caller.userUid ?? '' })?.open_half != null,
    isUnlocked: caller.secretKey !== undefined,
    knowers: knowers.map((knower) => ({
      uid: knower.uid,
      name: knower.name,
      isActive: knower.active === 1,
      opens: opens(knower),
    })),
    recovery: recoveryOf(keys, db.get(recoveryPair)?.open_half),
  };
}

function recoveryOf(keys: readonly KeyRecord[], openHalf: string | undefined): CampaignSecrecy['recovery'] {
  if (openHalf === undefined) return 'none';
  const newest = keys.find(({ user_id: userId }) => userId === null);
  const isCurrent = newest?.open_half === openHalf && newest.generation === keys[0]?.generation;
  return isCurrent ? 'current' : 'other';
}
