import type { SamplingLine } from '#shared/contract/campaigns.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import {
  allKinds as siteKinds,
  allTrades,
  requireKind as requireSiteKind,
  requireTrade,
} from '#main/features/key-sites/index.ts';
import { type SamplingRecord, samplingOf } from './queries.ts';
import type { KnownCampaign } from './secrecy/access.ts';
import { insertRow, openedRow } from './secrecy/sealed-rows.ts';

/** The rule by which a campaign draws, line by line. */
export function samplingRecords(db: ReadStore, { id: campaignId, vault }: KnownCampaign): SamplingRecord[] {
  return db.all(samplingOf, { campaignId }).map((row) => openedRow(vault, 'campaign_sampling', row));
}

export function samplingLinesOf(db: ReadStore, campaign: KnownCampaign): SamplingLine[] {
  const uidOf = (records: readonly { id: number; uid: string }[], id: number | null): string | null =>
    records.find((record) => record.id === id)?.uid ?? null;
  const [kinds, trades] = [db.all(siteKinds), db.all(allTrades)];
  return samplingRecords(db, campaign).map(({ subject, kind_id, trade_id, name, count }) => ({
    subject,
    kindUid: uidOf(kinds, kind_id),
    tradeUid: uidOf(trades, trade_id),
    name,
    count,
  }));
}

export function writeSampling(db: WriteStore, campaign: KnownCampaign, lines: readonly SamplingLine[]): void {
  for (const { id } of db.all(samplingOf, { campaignId: campaign.id })) db.remove('campaign_sampling', id);
  for (const [index, { subject, kindUid, tradeUid, name, count }] of lines.entries())
    insertRow(db, campaign, 'campaign_sampling', {
      campaign_id: campaign.id,
      position: index + 1,
      subject,
      kind_id: kindUid === null ? null : requireSiteKind(db, kindUid).id,
      trade_id: tradeUid === null ? null : requireTrade(db, tradeUid).id,
      name,
      count,
    });
}
