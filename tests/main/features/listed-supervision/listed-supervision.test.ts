import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeEach(async () => {
  office = await startTestOffice();
  client = office.client;
});
afterEach(() => office.close());

const fields = {
  name: '临川商厦',
  kind: 'unit',
  level: 'city',
  organizationUid: null,
  address: '中山路 8 号',
  hazards: '疏散楼梯被占用',
  responsiblePerson: '何强',
  phone: '',
  leader: '',
  supervisingUnit: '',
  measures: '',
  listedOn: '2026-01-20',
  dueOn: '2026-06-30',
} as const;

async function listed() {
  return (await client.listedSupervision.list({ view: 'all', text: '' }))[0];
}

describe('a hazard under listed supervision', () => {
  it('has its warning board due within five workdays of the listing', async () => {
    const { uid } = await client.listedSupervision.add(fields);
    expect(await listed()).toMatchObject({ boardDueOn: '2026-01-27', boardLate: true, state: 'overdue' });
    expect((await client.listedSupervision.get({ uid })).isBoardDueCertain).toBe(true);
  });

  it('has the day of the board worked out anew when its holidays are entered, where none hangs yet', async () => {
    const late = { ...fields, listedOn: '2027-01-04', dueOn: '2027-06-30' };
    const { uid } = await client.listedSupervision.add({ ...late, listedOn: '2026-12-30' });
    const hung = await client.listedSupervision.add({ ...late, listedOn: '2026-12-30', name: '已悬挂' });
    await client.listedSupervision.hangBoard({ uid: hung.uid, day: '2026-12-31' });
    const board = async (of: string) => {
      const { boardDueOn, isBoardDueCertain } = await client.listedSupervision.get({ uid: of });
      return [boardDueOn, isBoardDueCertain];
    };
    expect(await board(uid)).toEqual(['2027-01-06', false]);
    const nothing = { publicHolidays: [], makeUpWorkdays: [] };
    const publicHolidays = [{ day: '2027-01-01', name: '元旦' }];
    await client.holidays.setYear({ year: 2027, base: nothing, set: { ...nothing, publicHolidays } });
    expect(await board(uid)).toEqual(['2027-01-07', true]);
    expect(await board(hung.uid)).toEqual(['2027-01-06', true]);
    await client.listedSupervision.hangBoard({ uid: hung.uid, day: null });
    expect(await board(hung.uid)).toEqual(['2027-01-07', true]);
    const base = { listedOn: '2026-12-30' };
    await client.listedSupervision.update({ uid, base, set: { listedOn: '2027-01-04' } });
    expect(await board(uid)).toEqual(['2027-01-11', true]);
  });

  it('has the day of the board worked out anew when its term is changed, where none hangs yet; one undo takes both back', async () => {
    const late = { ...fields, listedOn: '2026-03-02' };
    const { uid } = await client.listedSupervision.add(late);
    const hung = await client.listedSupervision.add({ ...late, name: '先已悬挂' });
    await client.listedSupervision.hangBoard({ uid: hung.uid, day: '2026-03-03' });
    const boards = () =>
      Promise.all(
        [uid, hung.uid].map(async (of) => (await client.listedSupervision.get({ uid: of })).boardDueOn),
      );
    const before = await boards();
    const settings = await client.notices.settings();
    await client.notices.updateSettings({
      ...settings,
      boardTerm: { count: 10, unit: 'day', movesToWorkday: false },
    });
    expect(await boards()).toEqual(['2026-03-12', before[1]]);
    await client.history.undo({});
    expect(await boards()).toEqual(before);
    for (const each of [uid, hung.uid]) await client.listedSupervision.remove({ uid: each });
  });

  it('goes from the board over progress and acceptance to 摘牌, and back with a reason', async () => {
    const { uid } = await client.listedSupervision.add(fields);
    await client.listedSupervision.hangBoard({ uid, day: '2026-01-22' });
    await client.listedSupervision.addProgress({ uid, day: '2026-02-20', text: '已清理一至三层楼梯' });
    await expect(client.listedSupervision.delist({ uid, day: '2026-06-10' })).rejects.toThrow('还没有验收');
    await client.listedSupervision.accept({ uid, day: '2026-06-01', by: '市消安办', text: '隐患消除' });
    await expect(client.listedSupervision.delist({ uid, day: '2026-05-10' })).rejects.toThrow(
      '摘牌日期不能早于验收日期 2026-06-01',
    );
    await client.listedSupervision.delist({ uid, day: '2026-06-10' });
    expect(await listed()).toMatchObject({ state: 'delisted', delistedOn: '2026-06-10' });
    await expect(
      client.listedSupervision.addProgress({ uid, day: '2026-06-11', text: '补充' }),
    ).rejects.toThrow('已摘牌');
    await client.listedSupervision.reopen({ uid, day: '2026-07-05', reason: '隐患反弹' });
    const detail = await client.listedSupervision.get({ uid });
    expect(detail.state).toBe('overdue');
    expect(detail.progress.map(({ text }) => text)).toEqual(['已清理一至三层楼梯', '重新挂牌：隐患反弹']);
  });

  it('keeps the old date limit visible when it is extended', async () => {
    const { uid } = await client.listedSupervision.add(fields);
    await client.listedSupervision.extend({
      uid,
      day: '2026-06-20',
      dueOn: '2026-09-30',
      reason: '设备到货晚',
    });
    const detail = await client.listedSupervision.get({ uid });
    expect(detail).toMatchObject({ dueOn: '2026-09-30', firstDueOn: '2026-06-30' });
    expect(detail.progress[0]).toMatchObject({
      kind: 'extension',
      oldDueOn: '2026-06-30',
      newDueOn: '2026-09-30',
    });
  });

  it.each([
    ['a date limit before the listing', { dueOn: '2026-01-01' }, '整改期限不能早于挂牌日期'],
    ['a missing name', { name: ' ' }, '请填写单位或区域名称'],
  ] as const)('is refused with %s', async (_what, more, words) => {
    const problem = await client.listedSupervision
      .add({ ...fields, ...more })
      .catch((error: unknown) => error);
    expect(JSON.stringify(problem) + String(problem)).toContain(words);
  });

  it('is found by name, hazard and pinyin initials', async () => {
    await client.listedSupervision.add(fields);
    for (const text of ['商厦', '楼梯', 'lcss']) {
      expect(await client.listedSupervision.list({ view: 'open', text }), text).toHaveLength(1);
    }
    expect(await client.listedSupervision.list({ view: 'open', text: '医院' })).toHaveLength(0);
  });

  it('tells who changed the same field meanwhile instead of overwriting it', async () => {
    const { uid } = await client.listedSupervision.add(fields);
    await client.listedSupervision.update({ uid, base: { leader: '' }, set: { leader: '王副市长' } });
    await expect(
      client.listedSupervision.update({ uid, base: { leader: '' }, set: { leader: '李副市长' } }),
    ).rejects.toThrow('刚被别人改过');
  });
});

describe('the notices of a listed hazard', () => {
  it('put it on the list and, once it was accepted, take it off with the number of the first', async () => {
    const { stored } = await client.papers.settings();
    await client.papers.updateSettings({ ...stored, contactPerson: '李明', contactPhone: '8223119' });
    const [city] = await client.organizations.tree({ day: null });
    const { uid } = await client.listedSupervision.add({ ...fields, organizationUid: city!.uid });
    const today = '2026-06-20';
    await expect(
      client.notices.createListed({ listedUid: uid, kind: 'delisting', day: today }),
    ).rejects.toThrow('还没有验收');
    await client.listedSupervision.update({
      uid,
      base: { supervisingUnit: '' },
      set: { supervisingUnit: '市消防救援局' },
    });
    const listing = await client.notices.createListed({ listedUid: uid, kind: 'listing', day: today });
    expect((await client.notices.get({ uid: listing.uid })).listed).toEqual({ uid, name: '临川商厦' });
    await expect(client.listedSupervision.remove({ uid })).rejects.toThrow(
      '“临川商厦”正被 1 份督办通知使用，不能删除',
    );
    const { numbers } = await client.notices.signAndIssue({ uids: [listing.uid], day: today, person: '' });
    await client.listedSupervision.accept({ uid, day: today, by: '市消防救援局', text: '隐患已消除。' });
    const delisting = await client.notices.createListed({ listedUid: uid, kind: 'delisting', day: today });
    const text = JSON.stringify((await client.papers.get({ uid: delisting.paperUid })).content);
    for (const words of [numbers[0]!, '临川商厦', '2026年1月20日', '隐患已消除'])
      expect(text).toContain(words);
    expect((await client.notices.ofListed({ uid })).map(({ kind }) => kind)).toEqual([
      'listing',
      'delisting',
    ]);
  });
});
