import { describe, expect, it } from 'vitest';
import { localDay } from '#shared/calendar/days.ts';
import { useLedgerOffice } from './support.ts';

const today = localDay(Date.now());

describe('required equipment', () => {
  const office = useLedgerOffice('equipment');

  it('is what the office keeps by kind of station: changed, added, taken away, and all of it undone', async () => {
    const at = office.at();
    const { client, ledger } = at;
    const place = '城东区河口镇';
    const uid = await at.add(place, { item: '水带', station: '河口专职队', kind: 'town', number: 18 });
    const hints = async () => (await client.ledgers.get({ ledger, uid })).hints.map(({ text }) => text);
    expect(await hints()).toEqual(['应配 20，现有 18，缺 2(本程序拟定，可以修改)']);

    const base = await client.ledgers.standards({ ledger });
    const key = 'town.消防水带、水带';
    expect(base[key]).toMatchObject({ value: 20 });
    const change = (set: Record<string, { value: number; source: string }>) =>
      client.ledgers.setStandards({ ledger, base, set });
    await change({ [key]: { value: 30, source: '市配备标准' }, 'town.无人机': { value: 1, source: '' } });
    expect(await hints()).toEqual(['应配 30，现有 18，缺 12(市配备标准)']);
    await client.history.undo({});
    await change({ [key]: { value: 0, source: '' } });
    expect(await hints()).toEqual([]);
    await client.history.undo({});
    await expect(change({ 'castle.水带': { value: 1, source: '' } })).rejects.toThrow('没有“castle”这一类');
    await expect(change({ 'town.水带': { value: 1, source: '' } })).rejects.toThrow('写了两遍');
  });

  it('stands once at a station, also under another spelling of blanks', async () => {
    const at = office.at();
    const add = (item: string, number: number) =>
      at.add('城西区', { item, station: '城西站', kind: 'first', number });
    await add('空气呼吸器', 4);
    await expect(add('空气 呼吸器', 2)).rejects.toThrow('已经登记过');
    await expect(add('水枪', -1)).rejects.toThrow('数量不能小于 0');
  });
});

describe('models of one item', () => {
  const office = useLedgerOffice('equipment');

  it('stand beside each other, count together, and what is still missing is told at the first of them', async () => {
    const at = office.at();
    const hose = { station: '河口专职队', kind: 'town', inspectedOn: null };
    await at.add('城东区河口镇', { ...hose, item: '水带', model: '65', number: 8 });
    await at.add('城东区河口镇', { ...hose, item: '消防水带', model: '80', number: 9 });
    await at.add('城西区白石乡', { ...hose, item: '水带', model: '80', number: 20 });
    const hints = async () => (await at.rows()).map((row) => row.hints.map(({ text }) => text).join());
    expect(await hints()).toEqual(['应配 20，现有 17(几种型号合计)，缺 3(本程序拟定，可以修改)', '', '']);
    await at.add('城东区河口镇', { ...hose, item: '水带', model: '90', number: 3 });
    expect(await hints()).toEqual(['', '', '', '']);
    await expect(at.add('城东区河口镇', { ...hose, item: '水带', model: '90', number: 1 })).rejects.toThrow(
      '已经登记过',
    );
  });
});

describe('trainings', () => {
  const office = useLedgerOffice('trainings');

  it('are counted in the quarter in which they were held, by county', async () => {
    const at = office.at();
    const { client } = at;
    const add = async (heldOn: string, form: string, people: number, hours: number) => {
      const kind = await at.term('kind', form === 'drill' ? '灭火演练' : '业务培训');
      return at.add('城东区', { topic: heldOn + form, form, kind, heldOn, people, hours });
    };
    await add('2026-06-30', 'training', 10, 20);
    await add('2026-07-01', 'training', 30, 15);
    await add('2026-09-30', 'training', 20, 30);
    await add('2026-08-08', 'drill', 100, 10);

    const columns = ['trainings', 'trained', 'hours', 'drills', 'drilled', 'people'];
    const { uid } = await client.reports.add({
      name: '培训',
      rowKind: 'county',
      hidesEmpty: true,
      columns: columns.map((measure) => ({ measure: `trainings.${measure}`, heading: '' })),
      cycle: 'quarter',
      source: '',
      validFrom: null,
      validTo: null,
    });
    const { table } = await client.reports.view({ uid, from: '2026-07-01', to: '2026-09-30' });
    expect(table.rows.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)])).toEqual([
      ['城东区', 2, 50, 4.5, 1, 100, 150],
    ]);
  });

  it('are imported only with their form, because a word of the office may mean either', async () => {
    const at = office.at();
    const read = (text: string) => at.read(text, '城西区');
    const lacking = await read(`主题|类别|日期\n疏散演练|疏散|${today}`);
    expect(lacking.problems.map(({ text }) => text)).toEqual([expect.stringContaining('请填写形式')]);
    const sound = await read(`主题|形式|类别|培训时间|学时|人次\n消防讲座|授课|宣传|2026.3.5|2.5|约120`);
    expect(sound.errorCount).toBe(0);
    await at.take(sound, '城西区');
    expect((await at.rows({ text: 'xfjz' }))[0]?.values).toMatchObject({
      form: 'training',
      heldOn: '2026-03-05',
      hours: 25,
      people: 120,
    });
  });
});
