import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { type CampaignOffice, today, useCampaignOffice } from './support.ts';

describe('campaigns', () => {
  const place = useCampaignOffice();
  let at: CampaignOffice;
  beforeAll(() => {
    at = place.at();
  });

  it('begin with all counties and a usual rule, and later ones follow the one before', async () => {
    const first = await at.client.campaigns.get({ uid: await at.campaign('国庆督查') });
    expect(first).toMatchObject({ status: 'draft', countyNames: ['城东区', '城西区'], targets: 0 });
    expect(first.sampling.map(({ subject, name, count }) => [subject, name, count])).toEqual([
      ['township', '', 1],
      ['other', '专职消防队', 1],
      ['site', '', 2],
    ]);
    const sampling = [{ ...first.sampling[0]!, count: 3 }];
    await at.client.campaigns.setSampling({
      uid: first.uid,
      base: { sampling: first.sampling },
      set: { sampling },
    });
    await at.client.campaigns.update({
      uid: first.uid,
      base: { minutesPerVisit: first.minutesPerVisit },
      set: { minutesPerVisit: 45 },
    });
    const next = await at.client.campaigns.get({ uid: await at.campaign('冬季督查') });
    expect(next.sampling).toEqual(sampling);
    expect(next.minutesPerVisit).toBe(45);
    for (const { uid } of [first, next]) await at.client.campaigns.remove({ uid });
  });

  it('are found by title and its pinyin initials, and stand in the calendar with both days', async () => {
    const uid = await at.campaign('今冬明春督查');
    const titles = async (text: string) =>
      (await at.client.campaigns.list({ text })).map(({ title }) => title);
    expect(await titles('jdmc')).toEqual(['今冬明春督查']);
    expect(await titles('夏季')).toEqual([]);
    const entries = await at.client.calendar.range({ from: today, to: addDays(today, 30) });
    expect(entries.filter((entry) => entry.uid === uid).map(({ kind, day }) => [kind, day])).toEqual([
      ['campaignStart', today],
      ['campaignEnd', addDays(today, 20)],
    ]);
    await at.client.campaigns.remove({ uid });
  });

  it('show both values where two clerks changed the same field', async () => {
    const uid = await at.campaign('夏季督查');
    await at.client.campaigns.update({ uid, base: { content: '' }, set: { content: '查疏散' } });
    const other = at.client.campaigns.update({ uid, base: { content: '' }, set: { content: '查电气' } });
    await expect(other).rejects.toMatchObject({ code: 'conflict' });
    await at.client.campaigns.remove({ uid });
  });

  it('start only with targets and a decided drawing, and are closed only after their first day', async () => {
    const uid = await at.campaign('两会督查');
    await expect(at.client.campaigns.start({ uid })).rejects.toThrow('还没有督查对象');
    await at.sweep(uid, [at.kinds.key]);
    await expect(at.client.campaigns.start({ uid })).rejects.toThrow('还没有抽取');
    await at.client.campaigns.takeDrawing({ uid: await at.draw(uid) });
    await at.client.campaigns.start({ uid });
    await expect(at.client.campaigns.close({ uid, day: addDays(today, -1) })).rejects.toThrow('不能早于');
    await expect(at.client.campaigns.remove({ uid })).rejects.toThrow('不能删除');
    await at.client.campaigns.close({ uid, day: today });
    await expect(at.sweep(uid, [at.kinds.crowded])).rejects.toMatchObject({ code: 'frozen' });
    await at.client.campaigns.reopen({ uid, reason: '补查两家' });
    const { status, closedOn, events } = await at.client.campaigns.get({ uid });
    expect([status, closedOn]).toEqual(['underWay', null]);
    expect(events.map(({ kind }) => kind)).toEqual([
      'reopened',
      'closed',
      'started',
      'drawingTaken',
      'drawn',
    ]);
    expect(events[0]).toMatchObject({ userName: '李明', text: '补查两家' });
  });

  it('do not turn unannounced once they are under way', async () => {
    const uid = await at.campaign('夜间督查');
    await at.withoutRule(uid);
    await at.sweep(uid, [at.kinds.key]);
    await at.client.campaigns.start({ uid });
    const change = { uid, base: { announced: true }, set: { announced: false } };
    await expect(at.client.campaigns.update(change)).rejects.toThrow('不能再改明察、暗访');
  });

  it('keep a county as long as something is to be seen there', async () => {
    const uid = await at.campaign('城区督查');
    await at.sweep(uid, [at.kinds.key]);
    const { counties } = await at.client.campaigns.get({ uid });
    const countyUids = counties.map((county) => county.uid);
    const east = { uid, base: { countyUids }, set: { countyUids: [at.sites.places.城东区!] } };
    await expect(at.client.campaigns.update(east)).rejects.toThrow('城西区还有 1 个督查对象');
    await at.sweep(uid, []);
    await at.client.campaigns.update(east);
    expect(await at.sweep(uid, [at.kinds.key])).toEqual({ added: 2, removed: 0 });
  });

  it('are of kinds that the office names and orders; one in use stays', async () => {
    const { kinds } = await at.client.campaigns.choices();
    const seen = kinds.map(({ uid, name, title, seasonFrom, seasonTo }) => ({
      uid,
      name,
      title,
      seasonFrom,
      seasonTo,
    }));
    const used = kinds.find(({ usedBy }) => usedBy > 0)!;
    const set = (list: { uid: string | null }[]) =>
      at.client.campaigns.setKinds({ base: { kinds: seen }, set: { kinds: list as typeof seen } });
    await expect(set(seen.filter(({ uid }) => uid !== used.uid))).rejects.toMatchObject({ code: 'inUse' });
    const spring = { name: '清明', title: '清明森林防火督查', seasonFrom: '04-01', seasonTo: '04-10' };
    await set([{ uid: null, ...spring }, ...seen]);
    const after = await at.client.campaigns.choices();
    expect(after.kinds[0]).toMatchObject({ ...spring, usedBy: 0 });
  });

  it('keep their counties from being deleted', async () => {
    const uid = await at.campaign('全域督查');
    const [root] = await at.client.organizations.tree({ day: null });
    const items = [
      { level: 'county' as const, parentUid: root!.uid, name: '新区', shortName: '', marks: [] },
    ];
    const added = await at.client.organizations.add({ items, from: null, document: '', afterUid: null });
    const [newUid] = added.uids;
    const { counties } = await at.client.campaigns.get({ uid });
    const countyUids = counties.map((county) => county.uid);
    const set = { countyUids: [...countyUids, newUid!] };
    await at.client.campaigns.update({ uid, base: { countyUids }, set });
    await expect(at.client.organizations.remove({ uids: [newUid!], withDescendants: false })).rejects.toThrow(
      '专项督查全域督查',
    );
    await at.client.campaigns.remove({ uid });
    await at.client.organizations.remove({ uids: [newUid!], withDescendants: false });
  });
});
