import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addMonths } from '#shared/calendar/days.ts';
import type { SamplingLine } from '#shared/contract/campaigns.ts';
import { type CampaignOffice, today, useCampaignOffice } from './support.ts';

describe('drawing targets', () => {
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
    await setRule([
      { subject: 'township', kindUid: null, tradeUid: null, name: '', count: 1 },
      { subject: 'other', kindUid: null, tradeUid: null, name: '专职消防队', count: 1 },
      { subject: 'site', kindUid: at.kinds.crowded, tradeUid: null, name: '', count: 2 },
    ]);
  });

  async function setRule(sampling: SamplingLine[]): Promise<void> {
    const seen = await at.client.campaigns.get({ uid });
    await at.client.campaigns.setSampling({ uid, base: { sampling: seen.sampling }, set: { sampling } });
  }
  const latest = async () => (await at.client.campaigns.drawings({ uid }))[0]!;

  it('shows beforehand what there is to draw from, closed sites and targets left out', async () => {
    const crowded = async () =>
      (await at.client.campaigns.drawingPreview({ uid })).pools
        .filter(({ subject }) => subject === '人员密集场所')
        .map(({ countyName, available, missing }) => [countyName, available, missing]);
    expect(await crowded()).toEqual([
      ['城东区', 3, 0],
      ['城西区', 1, 1],
    ]);
    await at.client.campaigns.addTargets({ uid, items: [{ kind: 'site', siteUid: at.uids.城东医院! }] });
    expect((await crowded())[0]).toEqual(['城东区', 2, 0]);
  });

  it('is looked at before it is taken, and recorded with seed, pool and result', async () => {
    const drawingUid = await at.draw(uid, 20_261_101);
    expect(await at.names(uid)).toEqual([]);
    const drawing = await latest();
    expect(drawing).toMatchObject({ uid: drawingUid, number: 1, status: 'proposed', seed: 20_261_101 });
    // Four townships, each also with its brigade, and four crowded places.
    expect(drawing.poolCount).toBe(12);
    expect(drawing.fingerprint).toMatch(/^[0-9a-f]{16}$/u);
    expect(drawing.pools.map(({ drawn, missing }) => [drawn.length, missing])).toEqual([
      [1, 0],
      [1, 0],
      [2, 0],
      [1, 0],
      [1, 0],
      [1, 1],
    ]);
    expect(drawing.pools[1]!.drawn[0]).toMatch(/专职消防队$/u);
    expect(await at.client.campaigns.takeDrawing({ uid: drawingUid })).toEqual({ added: 7 });
    expect(await at.names(uid)).toHaveLength(7);
    expect((await at.targets(uid, { text: '白石小学' }))[0]).toMatchObject({ drawnAs: '人员密集场所' });
    await expect(at.client.campaigns.takeDrawing({ uid: drawingUid })).rejects.toThrow('已经采用');
  });

  it('gives the same for the same seed, rule and ledger', async () => {
    const drawnBy = async (reason: string) => {
      await at.draw(uid, 42, reason);
      const { pools, fingerprint } = await latest();
      return { fingerprint, drawn: pools.map(({ drawn }) => drawn) };
    };
    expect(await drawnBy('')).toEqual(await drawnBy('核对一遍'));
  });

  it('is repeated only with a reason, and what was drawn before stays to be seen', async () => {
    await at.client.campaigns.takeDrawing({ uid: await at.draw(uid, 1) });
    const before = await latest();
    await expect(at.draw(uid, 2)).rejects.toThrow('请写明重新抽取的原因');
    await at.draw(uid, 2, '漏了一个区');
    const [second, first] = await at.client.campaigns.drawings({ uid });
    expect(second).toMatchObject({ number: 2, status: 'proposed', reason: '漏了一个区' });
    expect(first).toMatchObject({ status: 'discarded', discardReason: '漏了一个区', pools: before.pools });
    expect(await at.names(uid)).toEqual([]);
    expect(await at.names(uid, { view: 'removed' })).toEqual([]);
    await at.client.campaigns.discardDrawing({ uid: second!.uid, reason: '改由各区上报' });
    const { events } = await at.client.campaigns.get({ uid });
    expect(events.filter(({ kind }) => kind === 'drawingDiscarded')).toHaveLength(2);
  });

  it('cannot be taken back by an undo that would leave no trace of it', async () => {
    await at.draw(uid);
    await expect(at.client.history.undo({})).rejects.toThrow('作废抽取结果');
  });

  it('is refused where what the page showed is no longer what there is', async () => {
    const { fingerprint } = await at.client.campaigns.drawingPreview({ uid });
    const [extra] = await at.sites.add(at.sites.site('新商场', '城东区', { kindUids: [at.kinds.crowded] }));
    const drawing = at.client.campaigns.draw({ uid, seed: 1, reason: '', fingerprint });
    await expect(drawing).rejects.toThrow('抽取范围已经更新');
    await at.client.keySites.remove({ uids: [extra!] });
  });

  it('stands once something that it drew has been visited; what is drawn leaves with a reason only', async () => {
    const drawingUid = await at.draw(uid);
    await at.client.campaigns.takeDrawing({ uid: drawingUid });
    const [first, second] = await at.targets(uid);
    const remove = (reason: string) =>
      at.client.campaigns.removeTargets({ campaignUid: uid, uids: [second!.uid], reason });
    await expect(remove('')).rejects.toThrow('请写明原因');
    await remove('正在搬迁');
    expect(await at.names(uid, { view: 'removed' })).toEqual([second!.name]);
    await at.client.campaigns.start({ uid });
    await at.client.campaigns.setVisited({ campaignUid: uid, uids: [first!.uid], day: today });
    await expect(at.draw(uid, 3, '再来')).rejects.toThrow('已经督查了 1 个');
    const discard = { uid: drawingUid, reason: '再来' };
    await expect(at.client.campaigns.discardDrawing(discard)).rejects.toThrow('已经督查了 1 个');
    await at.client.campaigns.setVisited({ campaignUid: uid, uids: [first!.uid], day: null });
  });

  it('leaves out what was visited within the months that the campaign says', async () => {
    const earlier = await at.campaign('上次督查', { firstDay: addMonths(today, -3), lastDay: today });
    await at.withoutRule(earlier);
    await at.client.campaigns.addTargets({
      uid: earlier,
      items: [{ kind: 'site', siteUid: at.uids.白石小学! }],
    });
    await at.client.campaigns.start({ uid: earlier });
    const [target] = await at.targets(earlier);
    const visited = { campaignUid: earlier, uids: [target!.uid], day: addMonths(today, -3) };
    await at.client.campaigns.setVisited(visited);
    const west = async () => (await at.client.campaigns.drawingPreview({ uid })).pools.at(-1);
    expect(await west()).toMatchObject({ available: 0, resting: 1, missing: 2 });
    await at.client.campaigns.update({ uid, base: { restMonths: 12 }, set: { restMonths: 2 } });
    expect(await west()).toMatchObject({ available: 1, resting: 0, missing: 1 });
  });

  it('has a record that can be printed', async () => {
    const drawingUid = await at.draw(uid, 99);
    const { title, body } = await at.client.campaigns.drawingRecord({ uid: drawingUid });
    expect(title).toBe('督查对象抽取记录');
    expect(JSON.stringify(body)).toContain('"99"');
  });
});
