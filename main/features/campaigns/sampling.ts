import type { campaigns as contract, SamplingLine } from '#shared/contract/campaigns.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { requireKind as requireSiteKind, requireTrade } from '#main/features/key-sites/index.ts';
import { requireOpen } from './find.ts';
import { samplingOf } from './queries.ts';
import { samplingLinesOf } from './rows.ts';

/** The rule is one field: lines mean something together only. What was drawn by an earlier one stays. */
export const setSampling: Handlers<typeof contract>['setSampling'] = ({ uid, base, set }, context) => {
  const { db, summarize } = context;
  const campaign = requireOpen(context, uid);
  const stored = { sampling: samplingLinesOf(db, campaign) };
  const changes = decidePatch<{ sampling: SamplingLine[] }>(stored, base, set);
  if (changes.sampling !== undefined) {
    for (const { id } of db.all(samplingOf, { campaignId: campaign.id })) db.remove('campaign_sampling', id);
    writeSampling(db, campaign.id, changes.sampling);
  }
  summarize(`${campaign.title}，${set.sampling.length} 条`);
  return { uid };
};

export function writeSampling(db: WriteStore, campaignId: number, lines: readonly SamplingLine[]): void {
  for (const [index, { subject, kindUid, tradeUid, name, count }] of lines.entries()) {
    db.insert('campaign_sampling', {
      campaign_id: campaignId,
      position: index + 1,
      subject,
      kind_id: kindUid === null ? null : requireSiteKind(db, kindUid).id,
      trade_id: tradeUid === null ? null : requireTrade(db, tradeUid).id,
      name,
      count,
    });
  }
}
