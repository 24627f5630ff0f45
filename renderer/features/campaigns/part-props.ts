import type { CampaignDetail } from '#shared/contract/campaigns.ts';

export interface PartProps {
  campaign: CampaignDetail;
  /** Also false once the campaign is closed. */
  mayEdit: boolean;
}
