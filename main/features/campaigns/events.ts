import type { CampaignEventKind } from '#shared/rules/campaigns/model.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { CampaignRecord } from './queries.ts';

/** A line of the campaign's own log. */
export function addEvent(
  { db, now, caller }: WriteContext,
  { id }: CampaignRecord,
  kind: CampaignEventKind,
  text = '',
): void {
  db.insert('campaign_event', { campaign_id: id, kind, at: now, user_name: caller.userName, text });
}
