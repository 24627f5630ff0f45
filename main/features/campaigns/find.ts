import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allCampaigns, campaignByUid, type CampaignRecord } from './queries.ts';
import { type Asker, type KnownCampaign, knownCampaign, requireKnownCampaign } from './secrecy/access.ts';
import { isSecret } from './secrecy/cover.ts';

/**
 * What everybody may know of a campaign.
 * @throws AppError notFound
 */
export function requireCampaign(db: ReadStore, uid: string): CampaignRecord {
  const campaign = db.get(campaignByUid, { uid });
  if (campaign === undefined) throw new AppError('notFound', { what: '这次专项督查' });
  return campaign;
}

/** All that the asker may know of. */
export function knownCampaigns(asker: Asker): KnownCampaign[] {
  return asker.db.all(allCampaigns).flatMap((campaign) => knownCampaign(asker, campaign) ?? []);
}

/** Secret ones that the asker may know of. */
export function knownSecretCampaigns(asker: Asker): KnownCampaign[] {
  return asker.db
    .all(allCampaigns)
    .filter(isSecret)
    .flatMap((campaign) => knownCampaign(asker, campaign) ?? []);
}

/** Local ids of those that only named users may know of. */
export function secretCampaignIds(db: ReadStore): number[] {
  return db
    .all(allCampaigns)
    .filter(isSecret)
    .map(({ id }) => id);
}

/** @throws AppError notFound, refused where it is not for the asker */
export function requireKnown(asker: Asker, uid: string): KnownCampaign {
  return requireKnownCampaign(asker, requireCampaign(asker.db, uid));
}

/** @throws AppError notFound, refused where it is not for the asker, frozen once it is closed */
export function requireOpen(asker: Asker, uid: string): KnownCampaign {
  const campaign = requireKnown(asker, uid);
  if (campaign.status === 'closed')
    throw new AppError('frozen', {
      what: '这次专项督查',
      state: '已结束',
      advice: '确需修改请先“重新打开”',
    });
  return campaign;
}
