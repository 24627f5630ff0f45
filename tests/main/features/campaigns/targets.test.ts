import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { finishedJob } from '#tests/support/core.ts';
import { type CampaignOffice, today, useCampaignOffice } from './support.ts';

describe('targets of a campaign', () => {
  const place = useCampaignOffice();
  let at: CampaignOffice;
  let uid: string;
  let number = 0;
  beforeAll(() => {
    at = place.at();
  });
  beforeEach(async () => {
    number += 1;
    uid = await at.campaign(`第${number}次督查`);
  });

  const uidsOf = async (...names: string[]) =>
    (await at.targets(uid)).filter(({ name }) => names.includes(name)).map((target) => target.uid);
  const remove = async (reason: string, ...names: string[]) =>
    at.client.campaigns.removeTargets({ campaignUid: uid, uids: await uidsOf(...names), reason });
  const visit = async (day: string | null, ...names: string[]) =>
    at.client.campaigns.setVisited({ campaignUid: uid, uids: await uidsOf(...names), day });
  async function start(): Promise<void> {
    await at.withoutRule(uid);
    await at.client.campaigns.start({ uid });
  }

  it('are all sites of the swept kinds, but those that left the ledger', async () => {
    expect(await at.sweep(uid, [at.kinds.key])).toEqual({ added: 3, removed: 0 });
    expect(await at.names(uid)).toEqual(['城东仓库', '望江国际酒店', '城西化工厂']);
    expect(await at.sweep(uid, [at.kinds.key, at.kinds.crowded])).toEqual({ added: 3, removed: 0 });
    expect(await at.sweep(uid, [at.kinds.crowded])).toEqual({ added: 0, removed: 2 });
    expect(await at.names(uid)).toEqual(['城东医院', '望江国际酒店', '河口商场', '白石小学']);
  });

  it('are limited to the trades of the campaign', async () => {
    const school = await at.sites.trade('教育');
    await at.client.campaigns.update({ uid, base: { tradeUids: [] }, set: { tradeUids: [school] } });
    expect(await at.sweep(uid, [at.kinds.crowded])).toEqual({ added: 0, removed: 0 });
  });

  it('cover a share of the ledger, shown by county and kind', async () => {
    await at.sweep(uid, [at.kinds.key]);
    const { counties, kinds, rows, total } = await at.client.campaigns.coverage({ uid });
    expect(counties.map(({ name }) => name)).toEqual(['城东区', '城西区']);
    expect(kinds.slice(0, 2).map(({ name }) => name)).toEqual(['重点单位', '人员密集场所']);
    expect(rows[0]!.kinds.slice(0, 2).map(({ sites, listed }) => [sites, listed])).toEqual([
      [2, 2],
      [3, 1],
    ]);
    expect(total.targets).toBe(3);
  });

  it('are added from the ledger, as a township, or by a name of their own, each once', async () => {
    const { places } = at.sites;
    const items = [
      { kind: 'site' as const, siteUid: at.uids.城东医院! },
      { kind: 'township' as const, organizationUid: places.城西区白石乡! },
      { kind: 'other' as const, name: '城西地铁工地', countyUid: places.城西区! },
    ];
    expect(await at.client.campaigns.addTargets({ uid, items })).toEqual({ added: 3 });
    expect(await at.names(uid)).toEqual(['城东医院', '城西地铁工地', '白石乡']);
    await expect(at.client.campaigns.addTargets({ uid, items })).rejects.toThrow('已经是督查对象');
    const closed = [{ kind: 'site' as const, siteUid: at.uids.旧影院! }];
    await expect(at.client.campaigns.addTargets({ uid, items: closed })).rejects.toThrow('已退出台账');
  });

  it('are found by county, origin, and text or pinyin initials', async () => {
    await at.sweep(uid, [at.kinds.key, at.kinds.crowded]);
    expect(await at.names(uid, { countyUid: at.sites.places.城西区! })).toEqual(['城西化工厂', '白石小学']);
    expect(await at.names(uid, { text: 'wjgj' })).toEqual(['望江国际酒店']);
    expect(await at.names(uid, { text: '河口镇' })).toEqual(['河口商场']);
    expect(await at.names(uid, { origin: 'added' })).toEqual([]);
  });

  it('are corrected one by one; the name of a site comes from the ledger', async () => {
    await at.sweep(uid, [at.kinds.key]);
    const [hotel] = await uidsOf('望江国际酒店');
    const base = { name: '望江国际酒店', minutes: null, note: '' };
    await at.client.campaigns.updateTarget({ uid: hotel!, base, set: { minutes: 120, note: '夜间去' } });
    const [row] = await at.targets(uid, { text: '望江' });
    expect(row).toMatchObject({ minutes: 120, note: '夜间去', townshipName: '中山街道' });
    const renamed = at.client.campaigns.updateTarget({ uid: hotel!, base, set: { name: '望江饭店' } });
    await expect(renamed).rejects.toThrow('到那里改');
  });

  it('leave with a reason once the campaign is under way, and do not come back by themselves', async () => {
    await at.sweep(uid, [at.kinds.key]);
    await remove('', '城东仓库');
    expect(await at.names(uid, { view: 'removed' })).toEqual([]);
    await start();
    await expect(remove('', '城西化工厂')).rejects.toThrow('请写明原因');
    await remove('停产检修', '城西化工厂');
    const [gone] = await at.targets(uid, { view: 'removed' });
    expect(gone).toMatchObject({ name: '城西化工厂', removed: { by: '李明', reason: '停产检修' } });
    expect(await at.sweep(uid, [at.kinds.key])).toEqual({ added: 1, removed: 0 });
    expect(await at.names(uid)).toEqual(['城东仓库', '望江国际酒店']);
    await at.client.history.undo({});
    await at.client.history.undo({});
    expect(await at.names(uid)).toEqual(['望江国际酒店', '城西化工厂']);
  });

  it('are visited from the first day on, then count as done and cannot leave', async () => {
    await at.sweep(uid, [at.kinds.key]);
    await expect(visit(today, '城东仓库')).rejects.toThrow('还没有开始');
    await start();
    await expect(visit(addDays(today, -1), '城东仓库')).rejects.toThrow('不能早于');
    await visit(today, '城东仓库');
    await expect(remove('错了', '城东仓库')).rejects.toThrow('已经督查');
    const [summary] = (await at.client.campaigns.list({ text: '' })).filter((each) => each.uid === uid);
    expect([summary?.targets, summary?.visited]).toEqual([3, 1]);
    expect(await at.names(uid, { view: 'open' })).toEqual(['望江国际酒店', '城西化工厂']);
    await visit(null, '城东仓库');
    expect(await at.names(uid, { view: 'visited' })).toEqual([]);
  });

  it('stay with their name when the site is deleted, and undo joins them again', async () => {
    const [extra] = await at.sites.add(at.sites.site('临时展馆', '城东区', { kindUids: [at.kinds.key] }));
    await at.sweep(uid, [at.kinds.key]);
    await at.client.keySites.remove({ uids: [extra!] });
    const [row] = await at.targets(uid, { text: '临时展馆' });
    expect(row).toMatchObject({ name: '临时展馆', siteUid: null, countyName: '城东区' });
    await at.client.history.undo({});
    expect((await at.targets(uid, { text: '临时展馆' }))[0]).toMatchObject({ siteUid: extra });
    await at.client.keySites.remove({ uids: [extra!] });
  });

  it('go over to the entry that stays when two entries of a site are merged', async () => {
    const [twin] = await at.sites.add(at.sites.site('河口商 场', '城东区河口镇'));
    await at.client.campaigns.addTargets({ uid, items: [{ kind: 'site', siteUid: twin! }] });
    const fields = async (siteUid: string) => {
      const site = await at.client.keySites.get({ uid: siteUid });
      const { name, organizationUid, address, tradeUid, responsiblePerson, phone, note, closedOn } = site;
      const kindUids = site.kinds.map((kind) => kind.uid);
      return { name, organizationUid, address, tradeUid, kindUids, responsiblePerson, phone, note, closedOn };
    };
    const keepUid = at.uids.河口商场!;
    const keep = await fields(keepUid);
    const seen = { keep, drop: await fields(twin!) };
    await at.client.keySites.merge({ keepUid, dropUid: twin!, seen, values: keep });
    expect(await at.targets(uid)).toMatchObject([{ name: '河口商场', siteUid: keepUid }]);
  });

  it('of an unannounced campaign are not named by the log', async () => {
    const secret = await at.campaign('暗访', { announced: false });
    const items = [{ kind: 'site' as const, siteUid: at.uids.城东医院! }];
    await at.client.campaigns.addTargets({ uid: secret, items });
    const page = await at.client.history.list({
      text: '',
      userName: null,
      from: null,
      to: null,
      before: null,
      limit: 1,
    });
    expect(page.records[0]?.summary).toBe('暗访：1 个对象');
  });

  it('are written as a workbook with their coverage', async () => {
    await at.sweep(uid, [at.kinds.key]);
    const { jobUid } = await at.client.campaigns.exportTargets({ uid });
    const job = await finishedJob(at.client, jobUid);
    expect(job).toMatchObject({ status: 'done', result: { name: `督查对象名单 第${number}次督查.xlsx` } });
  });
});
