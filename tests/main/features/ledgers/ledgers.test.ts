import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, localDay } from '#shared/calendar/days.ts';
import { finishedJob } from '#tests/support/core.ts';
import { actionsOf } from '#tests/support/table-import.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';
import { everyRow, type LedgerOffice, useLedgerOffice } from './support.ts';

const today = localDay(Date.now());
const ledger = 'fireVehicles';

describe('a ledger', () => {
  const office = useLedgerOffice(ledger);
  let at: LedgerOffice;
  let tanker: string;
  beforeAll(async () => {
    at = office.at();
    tanker = await at.term('kind', '水罐车');
  });

  it('stands in the order of places, and tells what its words and places are called', async () => {
    await at.add('城西区', { plate: '粤B0001', kind: tanker });
    await at.add('城东区河口镇', { plate: '粤A0002', kind: tanker, station: '河口专职队' });
    await at.add('城东区', { plate: '粤A0001', kind: tanker, tank: 60, madeOn: '2020-01-01' });
    const rows = await at.rows();
    expect(rows.map(({ values }) => values['plate'])).toEqual(['粤A0001', '粤A0002', '粤B0001']);
    expect(rows[1]).toMatchObject({
      place: { county: '城东区', township: '河口镇', village: '' },
      names: { [tanker]: '水罐车' },
      values: { state: 'inUse', station: '河口专职队', tank: null, note: '' },
      due: null,
    });
  });

  it('is narrowed by place, word and text, also by pinyin initials, and says how many there are', async () => {
    expect(await at.values('plate', { placeUid: at.places['城东区']! })).toEqual(['粤A0001', '粤A0002']);
    expect(await at.values('plate', { text: 'a0002' })).toEqual(['粤A0002']);
    expect(await at.values('plate', { text: '河口' })).toEqual(['粤A0002']);
    const foam = await at.term('kind', '泡沫车');
    expect(await at.values('plate', { chosen: { kind: foam } })).toEqual([]);
    expect(await at.values('plate', { chosen: { kind: tanker, state: 'inUse' } })).toHaveLength(3);
    const { views } = await at.client.ledgers.counts({ ledger, filter: everyRow });
    expect(views).toEqual({ all: 3, overdue: 0, soon: 0, never: 0 });
    expect(await at.client.ledgers.find({ text: 'a0001', limit: 5 })).toMatchObject([
      { ledger, title: '粤A0001', place: '城东区' },
    ]);
  });

  it('is put in the order of a column, what is empty last in both directions', async () => {
    const asked = { ledger, filter: everyRow, offset: 0, limit: 500 };
    const sorted = async (column: string, isDown: boolean) =>
      (await at.client.ledgers.list({ ...asked, sort: { column, isDown } })).rows.map(
        ({ values }) => values['plate'],
      );
    expect(await sorted('plate', true)).toEqual(['粤B0001', '粤A0002', '粤A0001']);
    expect(await sorted('madeOn', false)).toEqual(['粤A0001', '粤B0001', '粤A0002']);
    expect((await sorted('madeOn', true))[0]).toBe('粤A0001');
    await expect(sorted('note', true)).rejects.toThrow('不能按这一列排序');
  });

  it('refuses in words that name the field what is missing, wrong, or there already', async () => {
    const add = (values: Record<string, string | number | null>) =>
      at.add('城东区', { plate: '粤A9', kind: tanker, ...values });
    await expect(add({ plate: '' })).rejects.toMatchObject({ data: { field: 'plate' } });
    await expect(add({ kind: null })).rejects.toThrow('请填写车辆种类');
    await expect(add({ tank: 10_000 })).rejects.toThrow('载水量不能大于 100吨');
    await expect(add({ madeOn: addDays(today, 1) })).rejects.toThrow('出厂日期还没有到');
    await expect(add({ wheels: 4 })).rejects.toThrow('没有“wheels”这一项');
    await expect(add({ plate: '粤 a0001' })).rejects.toThrow('已经登记过');
    await expect(
      at.client.ledgers.add({ ledger, values: { plate: '粤A9', kind: tanker, organizationUid: null } }),
    ).rejects.toThrow('请选择所在地');
    expect(await at.rows()).toHaveLength(3);
  });

  it('keeps what two clerks change at the same time apart, and one undo takes a change back', async () => {
    const [{ uid } = { uid: '' }] = await at.rows();
    const change = (base: string, set: string) =>
      at.client.ledgers.update({ ledger, uid, base: { station: base }, set: { station: set } });
    await change('', '城东站');
    await expect(change('', '别的站')).rejects.toThrow('刚被别人改过');
    expect((await at.client.ledgers.history({ ledger, uid }))[0]).toMatchObject({
      label: '修改台账记录',
      changes: ['所在队站 (空) → 城东站'],
    });
    await at.client.history.undo({});
    expect((await at.client.ledgers.get({ ledger, uid })).values['station']).toBe('');
  });

  it('tells what is due by its standard, anew when the office changes that', async () => {
    const inspectedOn = addDays(today, -380);
    const uid = await at.add('城西区', { plate: '粤B0002', kind: tanker, inspectedOn });
    expect((await at.client.ledgers.get({ ledger, uid })).due).toMatchObject({ state: 'overdue' });
    expect(await at.values('plate', { due: 'overdue' })).toEqual(['粤B0002']);
    const base = await at.client.ledgers.standards({ ledger });
    const set = { ...base, inspectionMonths: { value: 24, source: '市局通知' } };
    await at.client.ledgers.setStandards({ ledger, base, set });
    expect(await at.values('plate', { due: 'overdue' })).toEqual([]);
    await expect(
      at.client.ledgers.setStandards({
        ledger,
        base: set,
        set: { ...set, inspectionMonths: { value: 0, source: '' } },
      }),
    ).rejects.toThrow('年检间隔请填写 1 到 60 之间的数');
    await at.client.history.undo({});
    expect(await at.values('plate', { due: 'overdue' })).toEqual(['粤B0002']);
    await at.client.ledgers.remove({ ledger, uids: [uid] });
  });

  it('tells what is due soon as many days before as the office wants', async () => {
    const inspectedOn = addDays(addMonths(today, -12), 20);
    const uid = await at.add('城西区', { plate: '粤B0003', kind: tanker, inspectedOn });
    const dueSoon = () => at.values('plate', { due: 'soon' });
    expect(await dueSoon()).toEqual(['粤B0003']);
    const base = await at.client.ledgers.standards({ ledger });
    const set = { ...base, soonDays: { value: 5, source: '本办公室定' } };
    await at.client.ledgers.setStandards({ ledger, base, set });
    expect(await dueSoon()).toEqual([]);
    expect((await at.client.ledgers.get({ ledger, uid })).due).toMatchObject({ state: 'fine' });
    await at.client.history.undo({});
    expect(await dueSoon()).toEqual(['粤B0003']);
    await at.client.ledgers.remove({ ledger, uids: [uid] });
  });

  it('takes all lines of the grid or none, and one undo takes them back together', async () => {
    const before = await at.rows();
    const line = (plate: string) => ({ plate, kind: tanker, organizationUid: at.places['城西区白石乡']! });
    const [first, second] = before;
    const enter = (plates: string[]) =>
      at.client.ledgers.enter({
        ledger,
        added: plates.map(line),
        changed: [{ uid: first!.uid, base: { tank: 60 }, set: { tank: 80 } }],
        removed: [second!.uid],
      });
    await expect(enter(['粤C1', '粤C1'])).rejects.toThrow('已经登记过“粤C1”');
    expect(await at.rows()).toEqual(before);
    // What goes makes room for its number.
    expect(await enter(['粤C1', '粤A0002'])).toMatchObject({ changed: 1, removed: 1 });
    expect(await at.values('plate')).toEqual(['粤A0001', '粤B0001', '粤C1', '粤A0002']);
    await at.client.history.undo({});
    expect(await at.rows()).toEqual(before);
  });

  it('lets rows of the grid exchange their numbers', async () => {
    const [first, second] = await at.rows();
    const changed = [first, second].map((row, index) => ({
      uid: row!.uid,
      base: { plate: row!.values['plate'] ?? null },
      set: { plate: [second, first][index]!.values['plate'] ?? null },
    }));
    await at.client.ledgers.enter({ ledger, added: [], changed, removed: [] });
    expect((await at.values('plate')).slice(0, 2)).toEqual(['粤A0002', '粤A0001']);
    await at.client.history.undo({});
  });

  it('keeps words that are in use, and takes new ones', async () => {
    const { kind = [] } = await at.client.ledgers.terms({ ledger });
    const base = { terms: kind.map(({ uid, name, aliases }) => ({ uid, name, aliases })) };
    const without = (name: string) => base.terms.filter((term) => term.name !== name);
    const set = (terms: { uid: string | null; name: string; aliases: string[] }[]) =>
      at.client.ledgers.setTerms({ ledger, list: 'kind', base, set: { terms } });
    await expect(set(without('水罐车'))).rejects.toThrow('正被 3 辆使用');
    await set([...without('其他'), { uid: null, name: '远程供水车', aliases: [] }]);
    expect((await at.client.ledgers.terms({ ledger }))['kind']?.at(-1)?.name).toBe('远程供水车');
    await at.client.history.undo({});
  });

  it('is imported from a table with its columns in any order: new, changed and the same are told apart', async () => {
    const preview = await at.read(
      '载水量（吨）|种类|牌照|县区|乡镇|出厂日期|使用情况\n约8|水罐消防车|粤A0001|城东区||2020.5.1|正常\n|照明车|粤D1||河口|2020年5月|\n3.25|泡沫车|粤D2|城北区|||停在库里',
    );
    expect(actionsOf(preview)).toEqual(['change', 'none', 'none']);
    expect(preview.problems.map(({ severity, row, text }) => `${severity} ${row} ${text}`)).toEqual([
      'warning 2 “约8”按 8 登记。',
      'error 3 “2020年5月”没有写日，请写成 2026-11-23 这样。',
      'error 4 “3.25”最多写 1 位小数。',
      'error 4 没有找到“城北区”，请写全称或简称；新的请先在“机构”里新增。',
      'error 4 “停在库里”请写成：在用、维修、报废。',
    ]);
    const sound = await at.read(
      '车牌|种类|县区|乡镇|载水量\n粤A0001|水罐车|城东区||8\n粤D1|照明车|城东区|河口|\n粤A0002||||',
    );
    expect(sound.notes).toEqual(['车辆种类里还没有、将一并新增：照明车']);
    expect(sound).toMatchObject({ adds: 1, changes: 1, same: 1, errorCount: 0 });
    expect(await at.take(sound)).toEqual({ added: 1, changed: 1 });
    expect(await at.values('plate')).toEqual(['粤A0001', '粤A0002', '粤D1', '粤B0001']);
    expect((await at.read('车牌|种类\n粤E1|水罐车')).errorCount).toBe(1);
    expect((await at.read('车牌|种类\n粤E1|水罐车', '城西区')).rows[0]?.remark).toBe('城西区');
  });

  it('is exported under headings that come back as they are', async () => {
    const filter = { ...everyRow, placeUid: at.places['城东区']! };
    await at.client.office.update({ name: '办公室', exportFolder: at.folder });
    const started = await at.client.ledgers.exportLedger({ ledger, filter, uids: null });
    const { result } = await finishedJob(at.client, started.jobUid);
    const texts = Object.values(await workbookTexts(at.folder, result)).flat(2);
    expect(texts).toEqual(expect.arrayContaining(['消防车辆台账', '车牌号', '载水量(吨)', '粤A0001']));
    expect(texts).not.toContain('粤B0001');
    expect(texts.join(' ')).toContain(`截至 ${today}，城东区`);
  });

  it('keeps a township that has rows from being removed, and gives them to what takes its ground over', async () => {
    const uid = at.places['城东区河口镇']!;
    await expect(at.client.organizations.remove({ uids: [uid], withDescendants: false })).rejects.toThrow(
      '消防车辆粤A0002',
    );
    expect(await at.client.organizations.openItems({ uids: [uid], day: today })).toMatchObject([
      { kindName: '消防车辆台账', state: '2 辆在册' },
    ]);
  });

  it('is counted by reports', async () => {
    const measures = (await at.client.reports.measures()).flatMap((source) => JSON.stringify(source));
    expect(measures.join()).toContain('消防车辆年检到期');
  });
});
