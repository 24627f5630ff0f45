import { beforeAll } from 'vitest';
import type { CampaignTarget, NewCampaign, TargetFilter } from '#shared/contract/campaigns.ts';
import { addDays, localDay } from '#shared/calendar/days.ts';
import type { Client } from '#tests/support/core.ts';
import { type SiteOffice, useSiteOffice } from '../key-sites/support.ts';

export const today = localDay(Date.now());

/** Campaigns over a small ledger: in each of two counties a few sites, one of them closed. */
export class CampaignOffice {
  readonly sites: SiteOffice;
  readonly client: Client;
  /** Sites by name. */
  readonly uids: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<'key' | 'crowded', string>>;

  constructor(
    sites: SiteOffice,
    uids: Readonly<Record<string, string>>,
    kinds: Readonly<Record<'key' | 'crowded', string>>,
  ) {
    this.sites = sites;
    this.client = sites.client;
    this.uids = uids;
    this.kinds = kinds;
  }

  async campaign(title: string, more: Partial<NewCampaign> = {}): Promise<string> {
    const { kindUid } = await this.client.campaigns.choices();
    const days = { firstDay: today, lastDay: addDays(today, 20) };
    const fields = { title, kindUid: kindUid!, document: '', announced: true, ...days, ...more };
    return (await this.client.campaigns.add(fields)).uid;
  }

  async targets(uid: string, more: Partial<TargetFilter> = {}): Promise<CampaignTarget[]> {
    const all = { view: 'listed' as const, origin: null, countyUid: null, kindUid: null, text: '' };
    const filter = { uid, ...all, ...more };
    return (await this.client.campaigns.targets(filter)).rows;
  }

  async names(uid: string, more: Partial<TargetFilter> = {}): Promise<string[]> {
    return (await this.targets(uid, more)).map(({ name }) => name);
  }

  sweep(uid: string, kindUids: string[], reason = '') {
    return this.client.campaigns.sweep({ uid, kindUids, reason });
  }

  /** Draws from what there is now. @returns the drawing */
  async draw(uid: string, seed: number | null = 7, reason = ''): Promise<string> {
    const { fingerprint } = await this.client.campaigns.drawingPreview({ uid });
    return (await this.client.campaigns.draw({ uid, seed, reason, fingerprint })).drawingUid;
  }

  /** Without a drawing rule, so that it can start by its targets alone. */
  async withoutRule(uid: string): Promise<void> {
    const { sampling } = await this.client.campaigns.get({ uid });
    await this.client.campaigns.setSampling({ uid, base: { sampling }, set: { sampling: [] } });
  }
}

/** One office for a describe block. */
export function useCampaignOffice(prepared?: () => string): { at: () => CampaignOffice } {
  const place = useSiteOffice(prepared);
  const offices: CampaignOffice[] = [];
  beforeAll(async () => {
    const at = place.at();
    const kinds = { key: await at.kind('重点单位'), crowded: await at.kind('人员密集场所') };
    const sites = [
      at.site('望江国际酒店', '城东区中山街道', { kindUids: [kinds.key, kinds.crowded] }),
      at.site('河口商场', '城东区河口镇', { kindUids: [kinds.crowded] }),
      at.site('城东医院', '城东区', { kindUids: [kinds.crowded] }),
      at.site('城东仓库', '城东区', { kindUids: [kinds.key] }),
      at.site('白石小学', '城西区白石乡', { kindUids: [kinds.crowded] }),
      at.site('城西化工厂', '城西区', { kindUids: [kinds.key] }),
      at.site('旧影院', '城西区中山街道', { kindUids: [kinds.crowded, kinds.key] }),
    ];
    const added = await at.add(...sites);
    const uids = Object.fromEntries(sites.map(({ name }, index) => [name, added[index]!]));
    await at.client.keySites.close({ uids: [uids.旧影院!], day: addDays(today, -30) });
    offices.push(new CampaignOffice(at, uids, kinds));
  });
  return { at: () => offices[0]! };
}
