import type { CampaignEvent } from '#shared/contract/campaigns.ts';
import type { CampaignEventKind } from '#shared/rules/campaigns/model.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { eventsOf } from './queries.ts';
import type { KnownCampaign } from './secrecy/access.ts';
import { insertRow, openedRow } from './secrecy/sealed-rows.ts';

/** A line of the campaign's own log. */
export function addEvent(
  { db, now, caller }: WriteContext,
  campaign: KnownCampaign,
  kind: CampaignEventKind,
  text = '',
): void {
  const row = { campaign_id: campaign.id, kind, at: now, user_name: caller.userName, text };
  insertRow(db, campaign, 'campaign_event', row);
}

/** The latest first. */
export function eventRows(db: ReadStore, { id: campaignId, vault }: KnownCampaign): CampaignEvent[] {
  return db.all(eventsOf, { campaignId }).map((row) => {
    const { uid, kind, at, user_name: userName, text } = openedRow(vault, 'campaign_event', row);
    return { uid, kind, at, userName, text };
  });
}
