import type { SweptShare } from '#shared/contract/finding-results.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { coverageOfCampaign, type KnownCampaign } from '#main/features/campaigns/index.ts';

/** Null: nothing is to be swept one by one. */
export function sweptOf(db: ReadStore, campaign: KnownCampaign, today: string): SweptShare | null {
  const { kinds, sweepKindUids, counties, rows, total } = coverageOfCampaign(db, campaign, today);
  const isSwept = kinds.map(({ uid }) => sweepKindUids.includes(uid));
  const sweptOnly = <Item>(items: readonly Item[]) => items.filter((_item, index) => isSwept[index]);
  if (sweepKindUids.length === 0) return null;
  const names = new Map(counties.map(({ uid, name }) => [uid, name]));
  return {
    kinds: sweptOnly(kinds),
    rows: rows.map(({ countyUid, kinds: counts }) => ({
      countyUid,
      name: names.get(countyUid) ?? '',
      counts: sweptOnly(counts),
    })),
    total: sweptOnly(total.kinds),
  };
}
