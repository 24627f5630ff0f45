import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { type SiteOffice, useSiteOffice } from './support.ts';

const today = localDay(Date.now());

describe('the ledger of key sites', () => {
  const place = useSiteOffice();
  let at: SiteOffice;

  beforeAll(async () => {
    at = place.at();
    const [key, crowded, highRise] = await Promise.all(
      ['重点单位', '人员密集场所', '高层建筑'].map((kind) => at.kind(kind)),
    );
    const [hotel, school] = [await at.trade('宾馆饭店'), await at.trade('教育')];
    await at.add(
      at.site('白石小学', '城西区白石乡', { tradeUid: school, kindUids: [crowded!], address: '白石村 8 号' }),
      at.site('望江国际酒店', '城东区中山街道', {
        tradeUid: hotel,
        kindUids: [highRise!, key!],
        address: '滨江路 1 号',
        responsiblePerson: '张建国',
        phone: '13812345678',
      }),
      at.site('城东客运站', '城东区'),
      at.site('中山医院', '城西区中山街道', { kindUids: [key!, crowded!] }),
    );
  });

  it('stands by county and township in protocol order, whatever the order of entering', async () => {
    const names = ['城东客运站', '望江国际酒店', '中山医院', '白石小学'];
    expect(await at.names()).toEqual(names);
    expect(await at.names({}, 1)).toEqual(names);
    const [station, hotel] = await at.list();
    expect([station?.countyName, station?.townshipName]).toEqual(['城东区', '']);
    expect([hotel?.countyName, hotel?.townshipName]).toEqual(['城东区', '中山街道']);
    expect(hotel?.kinds.map(({ role }) => role)).toEqual(['key', 'highRise']);
  });

  it('is filtered by place, trade and kind, each with its numbers', async () => {
    const { 城东区: east, 城西区中山街道: west } = at.places;
    expect(await at.names({ placeUid: east! })).toEqual(['城东客运站', '望江国际酒店']);
    expect(await at.names({ placeUid: west! })).toEqual(['中山医院']);
    expect(await at.names({ tradeUid: await at.trade('教育') })).toEqual(['白石小学']);
    expect(await at.names({ kindUid: await at.kind('重点单位') })).toEqual(['望江国际酒店', '中山医院']);
    const filter = { view: 'active', placeUid: null, tradeUid: null, kindUid: null, text: '' } as const;
    expect(await at.client.keySites.counts({ ...filter, kindUid: await at.kind('人员密集场所') })).toEqual({
      total: 2,
      views: { active: 2, duplicate: 0, closed: 0, all: 2 },
    });
  });

  it.each([
    ['国际', ['望江国际酒店']],
    ['wjgj', ['望江国际酒店']],
    ['滨江路1号', ['望江国际酒店']],
    ['张建国', ['望江国际酒店']],
    ['5678', ['望江国际酒店']],
    ['白石乡', ['白石小学']],
    ['中山街道', ['望江国际酒店', '中山医院']],
    ['"', ['城东客运站', '望江国际酒店', '中山医院', '白石小学']],
  ])('is searched for %s', async (text, names) => {
    expect(await at.names({ text })).toEqual(names);
  });

  it('shows both values where somebody else changed the same field meanwhile', async () => {
    const [uid] = await at.add(at.site('河口粮库', '城东区河口镇', { phone: '1' }));
    const update = (base: string, phone: string) =>
      at.client.keySites.update({ uid: uid!, base: { phone: base }, set: { phone } });
    await update('1', '2');
    await expect(update('1', '3')).rejects.toMatchObject({
      code: 'conflict',
      data: { fields: [{ field: 'phone', theirs: '2', mine: '3' }] },
    });
    await at.client.keySites.update({ uid: uid!, base: { name: '河口粮库' }, set: { name: '河口储备粮库' } });
    expect(await at.names({ text: '储备' })).toEqual(['河口储备粮库']);
    expect(await at.names({ text: 'hkcb' })).toEqual(['河口储备粮库']);
    await at.client.keySites.remove({ uids: [uid!] });
    expect(await at.names({ text: '储备' })).toEqual([]);
    await at.client.history.undo({});
    expect(await at.names({ text: '储备' })).toEqual(['河口储备粮库']);
    await at.client.keySites.remove({ uids: [uid!] });
  });

  it('closes, opens and marks several at once', async () => {
    const uids = (await at.list({ placeUid: at.places.城西区! })).map(({ uid }) => uid);
    const labour = await at.kind('劳动密集型企业');
    const crowded = await at.kind('人员密集场所');
    const change = { uids, add: [labour], remove: [crowded] };
    expect(await at.client.keySites.setKinds(change)).toEqual({ changed: 2 });
    expect(await at.client.keySites.setKinds(change)).toEqual({ changed: 0 });
    expect(await at.names({ kindUid: labour })).toEqual(['中山医院', '白石小学']);
    expect(await at.names({ kindUid: crowded })).toEqual([]);
    await at.client.history.undo({});
    expect(await at.names({ kindUid: crowded })).toEqual(['中山医院', '白石小学']);
    await at.client.keySites.close({ uids, day: today });
    expect(await at.names({ view: 'active' })).toEqual(['城东客运站', '望江国际酒店']);
    expect(await at.names({ view: 'closed' })).toEqual(['中山医院', '白石小学']);
    await at.client.keySites.close({ uids, day: addDays(today, 1) });
    expect(await at.names({ view: 'closed' })).toEqual([]);
    expect(await at.client.keySites.reopen({ uids })).toEqual({ changed: 2 });
  });

  it('goes with its township to the successor; what is closed keeps the name of its last day', async () => {
    const { 城东区河口镇: gone, 城东区中山街道: into } = at.places;
    const [open, closed] = await at.add(
      at.site('河口商场', '城东区河口镇'),
      at.site('河口旧货市场', '城东区河口镇'),
    );
    await at.client.keySites.close({ uids: [closed!], day: '2026-01-01' });
    await expect(
      at.client.organizations.remove({ uids: [gone!], withDescendants: false }),
    ).rejects.toMatchObject({ code: 'inUse' });
    const items = await at.client.organizations.openItems({ uids: [gone!], day: '2026-06-01' });
    expect(items).toMatchObject([{ kind: 'keySites', state: '1 家在册' }]);
    await at.client.organizations.merge({
      uids: [gone!],
      into: { uid: into! },
      from: '2026-06-01',
      document: '',
      handOver: items.map(({ kind, uid }) => ({ kind, uid })),
    });
    const nameOf = async (uid: string) => (await at.client.keySites.get({ uid })).townshipName;
    expect(await nameOf(open!)).toBe('中山街道');
    expect(await nameOf(closed!)).toBe('河口镇');
    expect(await at.names({ placeUid: at.places.城东区! })).toContain('河口旧货市场');
    await at.client.history.undo({});
    expect(await nameOf(open!)).toBe('河口镇');
    await at.client.keySites.remove({ uids: [open!, closed!] });
  });
});

describe('sites that were entered twice', () => {
  const place = useSiteOffice();
  let at: SiteOffice;
  let uids: string[];

  beforeAll(async () => {
    at = place.at();
    const [key, highRise] = [await at.kind('重点单位'), await at.kind('高层建筑')];
    uids = await at.add(
      at.site('望江 国际酒店', '城东区中山街道', { phone: '111', kindUids: [key] }),
      at.site('望江国际酒店', '城东区中山街道', { address: '滨江路1号', phone: '222', kindUids: [highRise] }),
      at.site('望江国际酒店', '城西区中山街道', { address: '白石路9号' }),
    );
  });

  it('are pointed out while they are entered, and in a view of their own', async () => {
    const found = await at.client.keySites.similar({
      name: '望江国际酒店',
      organizationUid: at.places.城西区白石乡!,
      address: '滨江路 1 号',
      exceptUid: null,
    });
    expect(found.map(({ uid }) => uid)).toEqual([uids[1]]);
    expect((await at.list({ view: 'duplicate' })).map(({ uid }) => uid)).toEqual(uids.slice(0, 2));
    const { similar } = await at.client.keySites.get({ uid: uids[0]! });
    expect(similar.map(({ uid }) => uid)).toEqual([uids[1]]);
    await at.client.keySites.close({ uids: [uids[0]!], day: today });
    expect(await at.list({ view: 'duplicate' })).toEqual([]);
    await at.client.history.undo({});
  });

  it('become one with the chosen values, and two again by one undo', async () => {
    const fields = async (uid: string) => {
      const { name, organizationUid, address, tradeUid, kinds, responsiblePerson, phone, note, closedOn } =
        await at.client.keySites.get({ uid });
      const kindUids = kinds.map((kind) => kind.uid);
      return { name, organizationUid, address, tradeUid, kindUids, responsiblePerson, phone, note, closedOn };
    };
    const [keep, drop] = [await fields(uids[0]!), await fields(uids[1]!)];
    const values = {
      ...keep,
      name: drop.name,
      address: drop.address,
      kindUids: [...keep.kindUids, ...drop.kindUids],
    };
    const merge = (seen = { keep, drop }) =>
      at.client.keySites.merge({ keepUid: uids[0]!, dropUid: uids[1]!, seen, values });
    await expect(merge({ keep, drop: { ...drop, phone: '333' } })).rejects.toMatchObject({ code: 'refused' });
    await merge();
    expect(await fields(uids[0]!)).toEqual(values);
    await expect(fields(uids[1]!)).rejects.toMatchObject({ code: 'notFound' });
    await at.client.history.undo({});
    expect([await fields(uids[0]!), await fields(uids[1]!)]).toEqual([keep, drop]);
    expect(await at.list({ view: 'duplicate' })).toHaveLength(2);
  });
});

describe('the lists of trades and kinds', () => {
  const place = useSiteOffice();

  it('are the office’s own, but what is used or counted stays', async () => {
    const at = place.at();
    const { client } = at;
    const seen = async () => {
      const { trades, kinds } = await client.keySites.terms();
      const plain = ({ uid, name, aliases }: { uid: string; name: string; aliases: string[] }) => ({
        uid,
        name,
        aliases,
      });
      return { trades: trades.map(plain), kinds: kinds.map(plain) };
    };
    const base = await seen();
    const lodging = await at.trade('宾馆饭店');
    await at.add(at.site('望江酒店', '城东区', { tradeUid: lodging }));
    const without = (name: string) => ({
      trades: base.trades.filter((term) => term.name !== name),
      kinds: base.kinds.filter((term) => term.name !== name),
    });
    const set = (wanted: typeof base) => client.keySites.setTerms({ base, set: wanted });
    await expect(set(without('宾馆饭店'))).rejects.toMatchObject({ code: 'inUse' });
    await expect(set(without('高层建筑'))).rejects.toMatchObject({ code: 'refused' });
    await expect(
      set({ ...base, kinds: [...base.kinds, { uid: base.kinds[0]!.uid, name: '高层', aliases: [] }] }),
    ).rejects.toMatchObject({ code: 'duplicate' });
    await client.keySites.setTerms({
      base,
      set: {
        ...without('大型建筑工地'),
        trades: [{ uid: null, name: '电竞酒店', aliases: ['电竞'] }, ...base.trades],
      },
    });
    const { trades, kinds } = await client.keySites.terms();
    expect(trades[0]).toMatchObject({ name: '电竞酒店', aliases: ['电竞'], usedBy: 0 });
    expect(trades.find(({ uid }) => uid === lodging)?.usedBy).toBe(1);
    expect(kinds.map(({ role }) => role)).toEqual(['key', 'crowded', 'flammable', 'highRise', 'other']);
    // Somebody who still sees the old list.
    await expect(set(without('餐饮'))).rejects.toMatchObject({ code: 'conflict' });
  });
});
