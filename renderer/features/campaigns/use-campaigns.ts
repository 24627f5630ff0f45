import { useQuery } from '@tanstack/react-query';
import type { TargetFilter } from '#shared/contract/campaigns.ts';
import { api } from '#renderer/app/client.ts';
import { siteTables, siteTerms } from '#renderer/ui/shared-queries.ts';

const campaignTables = [
  'campaign',
  'campaign_kind',
  'campaign_county',
  'campaign_trade',
  'campaign_checklist',
  'campaign_sweep',
  'campaign_sampling',
  'campaign_drawing',
  'campaign_target',
  'campaign_event',
  'campaign_knower',
  'app_user',
  'checklist',
  'organization',
  'organization_state',
];
const campaignAndSiteTables = [...new Set([...campaignTables, ...siteTables])];

export function useCampaigns(text: string) {
  return useQuery(
    api.campaigns.list.queryOptions({
      input: { text },
      placeholderData: (before) => before,
      meta: { tables: campaignTables },
    }),
  );
}

export function useCampaign(uid: string) {
  return useQuery(
    api.campaigns.get.queryOptions({ input: { uid }, meta: { tables: campaignAndSiteTables } }),
  );
}

/** Kinds of campaigns, and checklists. */
export function useCampaignChoices() {
  return useQuery(
    api.campaigns.choices.queryOptions({ meta: { tables: ['campaign', 'campaign_kind', 'checklist'] } }),
  ).data;
}

/** Trades and kinds of sites. */
export function useSiteTerms() {
  return useQuery(siteTerms()).data;
}

export function useTargets(filter: TargetFilter) {
  return useQuery(
    api.campaigns.targets.queryOptions({
      input: filter,
      placeholderData: (before) => before,
      meta: { tables: campaignAndSiteTables },
    }),
  );
}

export function useCoverage(uid: string) {
  return useQuery(
    api.campaigns.coverage.queryOptions({ input: { uid }, meta: { tables: campaignAndSiteTables } }),
  );
}

export function useDrawings(uid: string) {
  return useQuery(api.campaigns.drawings.queryOptions({ input: { uid }, meta: { tables: campaignTables } }));
}

/** What a drawing would be made from now. */
export function useDrawingPreview(uid: string) {
  return useQuery(
    api.campaigns.drawingPreview.queryOptions({ input: { uid }, meta: { tables: campaignAndSiteTables } }),
  );
}

export function useDrawingRecord(uid: string) {
  return useQuery(
    api.campaigns.drawingRecord.queryOptions({
      input: { uid },
      meta: { tables: [...campaignTables, 'setting'] },
    }),
  );
}

const FOUND_SITES = 30;

/** Sites of the ledger that a text finds; what was found stays while the next text is answered. */
export function useFoundSites(text: string) {
  const filter = { view: 'active', placeUid: null, tradeUid: null, kindUid: null, text } as const;
  return useQuery(
    api.keySites.list.queryOptions({
      input: { filter, after: null, limit: FOUND_SITES },
      placeholderData: (before) => before,
      meta: { tables: siteTables },
    }),
  );
}
