import type { ResultScope } from '#shared/contract/finding-results.ts';
import {
  type Asker,
  type KnownCampaign,
  requireKnown,
  secretCampaignIds,
} from '#main/features/campaigns/index.ts';
import { AFTER_ALL, BEFORE_ALL } from '../list-queries.ts';

/** What is added up, as queries take it. */
export interface ScopeParams {
  /** 0: of all. */
  campaign: number;
  from: string;
  to: string;
  /** JSON list of campaigns that are not counted. */
  hidden: string;
}

interface Scope {
  campaign: KnownCampaign | null;
  hiddenCampaigns: number;
  params: ScopeParams;
}

/** @throws AppError notFound, refused for a secret campaign that is not for the asker */
export function scopeOf(asker: Asker, { campaignUid, from, to }: ResultScope): Scope {
  const campaign = campaignUid === null ? null : requireKnown(asker, campaignUid);
  const hidden = campaign === null ? secretCampaignIds(asker.db) : [];
  return {
    campaign,
    hiddenCampaigns: hidden.length,
    params: {
      campaign: campaign?.id ?? 0,
      from: from ?? BEFORE_ALL,
      to: to ?? AFTER_ALL,
      hidden: JSON.stringify(hidden),
    },
  };
}
