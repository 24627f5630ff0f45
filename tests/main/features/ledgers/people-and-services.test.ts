import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { openReader } from '#main/core/store/open.ts';
import { measureSources } from '#main/features/measure-sources.ts';
import { valueIn } from '#shared/rules/reports/measure.ts';
import { actionsOf } from '#tests/support/table-import.ts';
import { LedgerOffice, useLedgerOffice } from './support.ts';

const caller = { userUid: null, userName: '', roles: null, windowUid: 'test', host: 'browser' } as const;

describe('ledgers of people, fires and services', () => {
  const office = useLedgerOffice('approvals');
  let approvals: LedgerOffice;
  let of: (ledger: string) => LedgerOffice;
  let db: ReadStore;
  beforeAll(() => {
    approvals = office.at();
    const { client, folder, places } = approvals;
    of = (ledger) => new LedgerOffice(client, folder, ledger, places);
    db = openReader(folder);
  });
  afterAll(() => db.close());

  /** Measures of a source by their keys, of the whole city or of one county. */
  function counted(key: string, from: string, to: string, county: string | null = null) {
    const source = measureSources.find((each) => each.key === key)!;
    const scope = { db, caller, from, to, today: '2026-11-20' };
    const { total, byRow } = source.count(scope, county === null ? null : 'county');
    const amounts = county === null ? total : (byRow.get(approvals.places[county]!) ?? {});
    return Object.fromEntries(source.measures(db).map((each) => [each.key, valueIn(each, amounts)]));
  }

  it('keep the promised day and the real workdays of an approval, also of an imported one', async () => {
    const item = await approvals.term('item', '消防验收备案');
    const common = { item, receivedOn: '2026-09-30', promised: 3 };
    await approvals.add('城东区', { ...common, applicant: '甲厂', state: 'granted', doneOn: '2026-10-10' });
    const uid = await approvals.add('城西区', { ...common, applicant: '乙厂' });
    const [done, open] = await approvals.rows();
    expect(done).toMatchObject({ values: { usedDays: 3, promisedOn: '2026-10-10' }, due: null, hints: [] });
    expect(open).toMatchObject({ values: { usedDays: null }, due: { on: '2026-10-10' } });
    await approvals.client.ledgers.update({
      ledger: 'approvals',
      uid,
      base: { state: 'open', doneOn: null },
      set: { state: 'granted', doneOn: '2026-10-12' },
    });
    expect((await approvals.rows())[1]).toMatchObject({
      values: { usedDays: 4 },
      hints: [{ text: '实际用了 4 个工作日，超过承诺的 3 个' }],
    });
    const read = await approvals.read(
      '申请单位|审批事项|区县|受理日期|承诺时限|办理状态|办结日期\n丙店|消防验收备案|城东区|2026-10-13|5|办结|2026-10-14',
    );
    expect(read).toMatchObject({ adds: 1, errorCount: 0 });
    await approvals.take(read);
    expect(await approvals.values('usedDays')).toEqual([3, 1, 4]);
  });

  it('work the workdays out again when the office sets its holidays', async () => {
    const { client } = approvals;
    const { publicHolidays, makeUpWorkdays } = await client.holidays.known();
    const of2026 = ({ day }: { day: string }) => day.startsWith('2026-');
    const base = {
      publicHolidays: publicHolidays.filter(of2026),
      makeUpWorkdays: makeUpWorkdays.filter(of2026),
    };
    const more = { day: '2026-10-09', name: '本地放假' };
    const set = { ...base, publicHolidays: [...base.publicHolidays, more] };
    await client.holidays.setYear({ year: 2026, base, set });
    expect(await approvals.values('usedDays')).toEqual([2, 1, 3]);
    expect((await approvals.rows())[0]?.values['promisedOn']).toBe('2026-10-12');
    await client.history.undo({});
    expect(await approvals.values('usedDays')).toEqual([3, 1, 4]);
  });

  it('count approvals in the time they came and those done in the time they were done', () => {
    expect(counted('approvals', '2026-09-01', '2026-09-30')).toMatchObject({ count: 2, done: 0, rate: null });
    expect(counted('approvals', '2026-10-01', '2026-10-31')).toMatchObject({
      count: 1,
      done: 3,
      within: 2,
      rate: 2 / 3,
      meanDays: 8 / 3,
    });
    expect(counted('approvals', '2026-10-01', '2026-10-31', '城西区')).toMatchObject({ done: 1, rate: 0 });
  });

  it('tell where the figures of a month are smaller than the fires entered one by one', async () => {
    const fires = of('notableFires');
    const { client, places } = fires;
    await fires.add('城东区河口镇', { name: '某厂', day: '2026-08-03', dead: 1, loss: 2_000_000 });
    const trade = await fires.term('trade', '住宅');
    await fires.add('城东区', { name: '某住宅', day: '2026-08-31', cause: 'electrical', trade });
    const figures = {
      fires: 1,
      deaths: 0,
      injuries: 0,
      loss: 5_000_000,
      state: 'flash',
      source: '',
    } as const;
    const organizationUid = places['城东区']!;
    await client.fireFigures.enter({ month: '2026-08', organizationUid, seenUid: null, ...figures });
    const { rows } = await client.fireFigures.month({ month: '2026-08', countyUid: null });
    expect(rows.map(({ name, singles }) => [name, singles])).toEqual([
      ['全市', null],
      ['城东区', { fires: 2, deaths: 1, injuries: 0, loss: 2_000_000 }],
      ['城西区', null],
    ]);
    expect(counted('notableFires', '2026-08-01', '2026-08-31')).toMatchObject({
      count: 2,
      dead: 1,
      loss: 2,
      electrical: 1,
      large: 0,
      [`trade ${trade}`]: 1,
    });
    expect(counted('notableFires', '2026-09-01', '2026-09-30')).toMatchObject({ count: 0 });
  });

  it('set fires in proportion to the latest population of just those counties where it is known', async () => {
    const people = of('population');
    await people.add('城东区', { year: 2024, permanent: 400_000, households: 100_000 });
    const year = { year: 2025, permanent: 500_000, households: 200_000 };
    await people.add('城东区', year);
    await expect(people.add('城东区', year)).rejects.toThrow('人口户数在这个地方已经登记过“2025”');
    const { client, places } = people;
    await client.fireFigures.enter({
      month: '2026-08',
      organizationUid: places['城西区']!,
      seenUid: null,
      fires: 9,
      deaths: 3,
      injuries: 0,
      loss: 0,
      state: 'flash',
      source: '',
    });
    expect(counted('fireRates', '2026-08-01', '2026-08-31')).toMatchObject({
      people: 50,
      fires: 1,
      fireRate: 1 / 50,
      householdRate: 1 / 20,
      deathRate: 0,
    });
    expect(counted('fireRates', '2024-08-01', '2024-08-31')).toMatchObject({
      people: 0,
      fireRate: null,
    });
    // Who has people but no figures makes the rate no smaller.
    await people.add('城西区', { year: 2026, permanent: 900_000 });
    expect(counted('fireRates', '2026-07-01', '2026-07-31')).toMatchObject({ people: 0, fireRate: null });
    expect(counted('fireRates', '2026-08-01', '2026-08-31')).toMatchObject({
      people: 140,
      fireRate: 10 / 140,
    });
  });

  it('take numbers of a column in the unit of its heading, and only words that may be words', async () => {
    const people = of('population');
    const read = await people.read('年份|县区|常住人口(万人)\n2020|城西区|3.2\n2021|城西区|—', '城西区');
    expect(actionsOf(read)).toEqual(['add', 'none']);
    expect(read.problems.map(({ row, text }) => `${row} ${text}`)).toEqual([
      '3 “—”按没有填写。',
      expect.stringContaining('3 请填写常住人口'),
    ]);
    const sound = await people.read('年份|县区|常住人口(万人)\n2020|城西区|3.2');
    await people.take(sound);
    expect(await people.values('permanent', { text: '2020' })).toEqual([32_000]);
    const odd = await approvals.read('申请单位|审批事项|区县|受理日期\n丁店|验收、备案|城东区|2026-10-13');
    expect(odd.problems.map(({ text }) => text)).toEqual([
      expect.stringContaining('“验收、备案”不能作为新的选项：名称里不能有顿号'),
      expect.stringContaining('请填写审批事项'),
    ]);
  });

  it('count what a good practice reached in the time that it reached it', async () => {
    const practices = of('goodPractices');
    const kind = await practices.term('kind', '制度机制');
    await practices.add('城东区', {
      title: '一栋一长',
      kind,
      collectedOn: '2026-02-01',
      promotedOn: '2026-07-15',
    });
    expect(counted('goodPractices', '2026-01-01', '2026-03-31')).toMatchObject({ count: 1, promoted: 0 });
    expect(counted('goodPractices', '2026-07-01', '2026-09-30')).toMatchObject({ count: 0, promoted: 1 });
  });
});
