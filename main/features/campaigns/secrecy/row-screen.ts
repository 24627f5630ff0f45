import type { RowScreen } from '#main/features/history/index.ts';
import { sealedTables } from './hidden-columns.ts';
import { lastImageOf } from './queries.ts';

const screened: ReadonlySet<string> = new Set<string>(sealedTables);

/**
 * Rows of a campaign that is still secret are not shown by the log to anybody: those who may know see them on its page.
 * One that was deleted stays as secret as it was.
 */
export const hidesSecretCampaigns: RowScreen = (db, table, image) => {
  if (!screened.has(table)) return false;
  const campaignId = table === 'campaign' ? image.id : image.campaign_id;
  const campaign = typeof campaignId === 'number' ? db.get(lastImageOf, { campaignId }) : undefined;
  return campaign?.announced === 0 && campaign.released_on === null;
};
