import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, localDay } from '#shared/calendar/days.ts';
import type { WaterCheckFields } from '#shared/contract/water-checks.ts';
import { everyRow, type LedgerOffice, useLedgerOffice } from '../ledgers/support.ts';

const today = localDay(Date.now());
const ledger = 'waterSources';
const found: WaterCheckFields = {
  day: today,
  checker: '李明',
  state: 'good',
  pressure: null,
  sign: null,
  untested: '',
  note: '',
};

describe('water sources', () => {
  const office = useLedgerOffice(ledger);
  let at: LedgerOffice;
  let first: string;
  let second: string;
  beforeAll(async () => {
    at = office.at();
    first = await at.add('城东区中山街道', { number: '001', position: '113.1,30.1', pressure: 100 });
    second = await at.add('城东区河口镇', { number: '001', builtOn: addDays(today, -200) });
  });
  const row = (uid: string) => at.client.ledgers.get({ ledger, uid });

  it('that were never checked are due from when they were built or entered, and can be listed', async () => {
    expect((await row(first)).values['registeredOn']).toBe(today);
    expect((await row(first)).due).toEqual({ on: addMonths(today, 3), state: 'fine' });
    expect((await row(second)).due).toMatchObject({ state: 'overdue' });
    const place = at.places['城东区河口镇']!;
    const checked = await at.add('城东区河口镇', { number: '002', checkedOn: today });
    expect(await at.values('number', { due: 'never', placeUid: place })).toEqual(['001']);
    const counts = (filter: object) =>
      at.client.ledgers.counts({ ledger, filter: { ...everyRow, ...filter } });
    expect((await counts({})).views).toEqual({ all: 3, overdue: 1, soon: 0, never: 2 });
    expect((await counts({ placeUid: place })).views).toMatchObject({ all: 2, never: 1 });
    // By the text of a row or by the name of its place, each row once.
    expect((await counts({ text: '001' })).views).toMatchObject({ all: 2, never: 2 });
    expect((await counts({ text: '河口' })).views).toMatchObject({ all: 2, overdue: 1, never: 1 });
    expect((await counts({ text: '没有这样的' })).views).toEqual({ all: 0, overdue: 0, soon: 0, never: 0 });
    await at.client.ledgers.remove({ ledger, uids: [checked] });
  });

  it('are told with the clause where their pressure is too low', async () => {
    expect((await row(first)).hints.map(({ text }) => text)).toEqual([
      '水压 0.1 MPa，不足 0.14 MPa(《消防给水及消火栓系统技术规范》GB 50974-2014 第7.2.8条)',
    ]);
  });

  it('are refused twice at one place: the same number in a township, or coordinates within a few metres', async () => {
    const place = '城东区中山街道';
    await expect(at.add(place, { number: '001' })).rejects.toThrow('消防水源在这个地方已经登记过“001”');
    await expect(at.add(place, { number: '002', position: '113.10001,30.10001' })).rejects.toThrow(
      '“002”的坐标与“001”只相距 1 米，像是同一处',
    );
    const tank = { number: '池1', kind: 'fireWaterTank', position: '113.10001,30.10001' };
    await at.client.ledgers.remove({ ledger, uids: [await at.add(place, tank)] });
    await at.add(place, { number: '003', position: '113.1002,30.1' });
    const preview = await at.read(
      '消火栓编号|县区|街道|经度|纬度|状态\n004|城东区|中山街道|113.10001|30.1|正常\n005|城东区|中山街道|22.5|113.2|正常\n006|城东区|中山街道|113.5|30.5|锈死\n007|城东区|中山街道|113.500005|30.5|完好',
    );
    expect(preview.problems.map(({ row: line, text }) => `${line} ${text}`)).toEqual([
      '2 坐标与“001”只相距 1 米，像是同一处，请核对，不要重复登记。',
      '3 “22.5,113.2”的经度和纬度写反了，请先写经度，后写纬度。',
      '5 坐标与“006”只相距 0 米，像是同一处，请核对，不要重复登记。',
    ]);
  });

  it('take the state, pressure and day of their latest check, and the one before when that is removed', async () => {
    const enter = (check: Partial<WaterCheckFields>) =>
      at.client.waterChecks.enter({ sourceUids: [first], check: { ...found, ...check } });
    await enter({ day: addDays(today, -10), state: 'broken', sign: 0 });
    expect(await row(first)).toMatchObject({
      values: { state: 'broken', sign: 0, pressure: 100, checkedOn: addDays(today, -10) },
      due: { state: 'fine' },
    });
    await enter({ pressure: 180 });
    expect((await row(first)).values).toMatchObject({
      state: 'good',
      sign: 0,
      pressure: 180,
      checkedOn: today,
    });
    // What is entered late does not count against what was found since.
    await enter({ day: addDays(today, -5), state: 'dry' });
    expect((await row(first)).values).toMatchObject({ state: 'good', checkedOn: today });
    const checks = await at.client.waterChecks.list({ sourceUid: first });
    expect(checks.map(({ state }) => state)).toEqual(['good', 'dry', 'broken']);
    await at.client.waterChecks.remove({ uid: checks[0]!.uid });
    expect((await row(first)).values).toMatchObject({ state: 'dry', checkedOn: addDays(today, -5) });
    await at.client.history.undo({});
    expect((await row(first)).values).toMatchObject({ state: 'good', checkedOn: today });
  });

  it('say again what stood before their only check when that is removed', async () => {
    const uid = await at.add('城西区白石乡', { number: '009', state: 'rusted', pressure: 120, sign: 1 });
    const enter = (check: Partial<WaterCheckFields>) =>
      at.client.waterChecks.enter({ sourceUids: [uid], check: { ...found, ...check } });
    const removeOf = async (day: string) => {
      const checks = await at.client.waterChecks.list({ sourceUid: uid });
      await at.client.waterChecks.remove({ uid: checks.find((check) => check.day === day)!.uid });
    };
    const before = (await row(uid)).values;
    await enter({ pressure: 300, sign: 0 });
    await removeOf(today);
    expect((await row(uid)).values).toEqual(before);
    await enter({ day: addDays(today, -2), state: 'dry', pressure: 0 });
    await enter({ state: 'good' });
    await removeOf(addDays(today, -2));
    expect((await row(uid)).values).toMatchObject({ state: 'good', checkedOn: today });
    await removeOf(today);
    expect((await row(uid)).values).toMatchObject({ state: 'rusted', checkedOn: null });
    await at.client.ledgers.remove({ ledger, uids: [uid] });
  });

  it('are checked many at once, and one undo takes all of it back', async () => {
    expect((await row(second)).due).toMatchObject({ state: 'overdue' });
    await at.client.waterChecks.enter({ sourceUids: [first, second], check: { ...found, state: 'weak' } });
    expect(await at.values('state', { chosen: { state: 'weak' } })).toEqual(['weak', 'weak']);
    expect((await row(second)).due).toMatchObject({ state: 'fine' });
    await at.client.history.undo({});
    expect(await at.values('state', { chosen: { state: 'weak' } })).toEqual([]);
    expect(await at.client.waterChecks.list({ sourceUid: second })).toEqual([]);
  });

  it('could not be tested for a reason, which leaves their state as it was', async () => {
    const enter = (check: Partial<WaterCheckFields>) =>
      at.client.waterChecks.enter({ sourceUids: [second], check: { ...found, ...check } });
    await expect(enter({ state: null })).rejects.toThrow();
    await expect(enter({ untested: '井盖打不开' })).rejects.toThrow();
    await expect(enter({ day: addDays(today, 1) })).rejects.toThrow('检查日期还没有到');
    await enter({ state: null, untested: '井盖打不开' });
    expect((await row(second)).values).toMatchObject({ state: 'good', checkedOn: today });
  });

  it('are drawn where their coordinates are, under the names of their townships', async () => {
    const { points } = await at.client.ledgers.points({ ledger, filter: everyRow });
    expect(points.map(({ title, place, mark, longitude }) => [title, place, mark, longitude])).toEqual([
      ['001', '中山街道', 'good', 113_100_000],
      ['003', '中山街道', 'good', 113_100_200],
    ]);
  });

  it('go with their checks, and one undo brings both back', async () => {
    await at.client.ledgers.remove({ ledger, uids: [first] });
    await at.client.history.undo({});
    expect(await at.client.waterChecks.list({ sourceUid: first })).toHaveLength(3);
  });
});
