import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportFields } from '#shared/contract/reports.ts';
import { useTaskOffice } from '../tasks/support.ts';
import { numbersWithOtherRecords } from './support.ts';

const quarter = { from: '2026-07-01', to: '2026-09-30' };
const wholeYear = { from: '2026-01-01', to: '2026-12-31' };

describe('what is counted for a report', () => {
  const place = useTaskOffice();

  beforeAll(async () => {
    const { client, units } = place;
    const [education = '', civil = ''] = Object.values(units);
    const given = { assignedOn: '2026-07-10', dueOn: '2026-08-31' };
    const done = await place.add({ ...given, leadUids: [education] });
    const late = await place.add({ ...given, leadUids: [education] });
    await place.add({ ...given, leadUids: [education, civil] });
    await place.add({ ...given, kind: 'instruction', dueOn: '2026-10-31', leadUids: [civil] });
    await place.add({ ...given, leadUids: [] });
    await place.add({ ...given, assignedOn: '2026-10-02', dueOn: '2026-12-31', leadUids: [civil] });
    const text = '见附件';
    await client.tasks.report({ uids: [done], on: '2026-08-20', text, close: true });
    // Closed after the quarter: at its end it was late.
    await client.tasks.report({ uids: [late], on: '2026-10-08', text, close: true });
    const hazard = {
      kind: 'unit',
      organizationUid: null,
      address: '',
      hazards: '疏散楼梯被占用',
      responsiblePerson: '',
      phone: '',
      leader: '',
      supervisingUnit: '',
      measures: '',
      listedOn: '2026-03-02',
      dueOn: '2026-08-31',
    } as const;
    const { listedSupervision } = client;
    await listedSupervision.add({ ...hazard, name: '临川商厦', level: 'city' });
    await listedSupervision.add({ ...hazard, name: '东湖市场', level: 'city', listedOn: '2026-07-05' });
    const { uid } = await listedSupervision.add({ ...hazard, name: '城西旧厂', level: 'county' });
    await listedSupervision.accept({ uid, day: '2026-07-20', by: '市消安办', text: '隐患消除' });
    await listedSupervision.delist({ uid, day: '2026-07-28' });
  });

  async function report(name: string, rowKind: ReportFields['rowKind'], measures: readonly string[]) {
    const columns = measures.map((measure) => ({ measure, heading: '' }));
    const plain = { hidesEmpty: true, cycle: 'quarter', source: '', validFrom: null, validTo: null } as const;
    return (await place.client.reports.add({ name, rowKind, columns, ...plain })).uid;
  }

  async function numbers(uid: string, span = quarter) {
    const { table } = await place.client.reports.view({ uid, ...span });
    const lines = [...table.rows, { name: '合计', cells: table.total }];
    return lines.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)]);
  }

  it('is of tasks how they stood at the end of the time; what two units lead counts once in the total', async () => {
    const uid = await report('任务', 'memberUnit', [
      'tasks.all.given',
      'tasks.all.done',
      'tasks.all.overdue',
      'tasks.all.rate',
      'tasks.resolution.given',
    ]);
    expect(await numbers(uid)).toEqual([
      ['临川市教育局', 3, 1, 2, 1 / 3, 3],
      ['临川市民政局', 2, 0, 1, 0, 1],
      ['其他(未注明)', 1, 0, 1, 0, 1],
      ['合计', 5, 1, 3, 0.2, 4],
    ]);
    expect(await numbersWithOtherRecords(place.client, { uid, ...quarter })).toEqual([]);
  });

  it('leaves to the rows of other levels what units of those lead', async () => {
    const uid = await report('区县任务', 'county', ['tasks.all.given']);
    expect(await numbers(uid)).toEqual([
      ['其他(未注明)', 1],
      ['合计', 1],
    ]);
  });

  it('is of listed hazards what stood on the list in the time, by level', async () => {
    const uid = await report('挂牌', 'level', [
      'listed.listed',
      'listed.newly',
      'listed.delisted',
      'listed.open',
      'listed.overdue',
      'listed.rate',
    ]);
    expect(await numbers(uid)).toEqual([
      ['市级挂牌', 2, 1, 0, 2, 2, 0],
      ['县级挂牌', 1, 0, 1, 0, 0, 1],
      ['合计', 3, 1, 1, 2, 2, 1 / 3],
    ]);
    expect(await numbersWithOtherRecords(place.client, { uid, ...quarter })).toEqual([]);
  });

  it('by months is of each month by itself: a stock is no sum of its months', async () => {
    const uid = await report('逐月', 'month', ['tasks.all.given', 'listed.listed']);
    const byMonth = await numbers(uid, wholeYear);
    expect(byMonth.find(([name]) => name === '2026年7月')).toEqual(['2026年7月', 5, 3]);
    expect(byMonth.find(([name]) => name === '2026年8月')).toEqual(['2026年8月', 0, 2]);
    expect(byMonth.at(-1)).toEqual(['合计', 6, 3]);
    expect(await numbersWithOtherRecords(place.client, { uid, ...wholeYear })).toEqual([]);
  });

  it('by months compares each month with the one before it, and parts of months with nothing', async () => {
    const uid = await report('逐月环比', 'month', ['tasks.all.given', 'listed.listed']);
    const before = async (span: { from: string; to: string }) => {
      const { table } = await place.client.reports.view({ uid, ...span });
      return table.rows.map(({ name, cells }) => [name, cells[0]?.value, cells[0]?.before]);
    };
    const fourth = { from: '2026-10-01', to: '2026-12-31' };
    expect(await before(quarter)).toEqual([
      ['2026年7月', 5, null],
      ['2026年8月', 0, 5],
      ['2026年9月', 0, 0],
    ]);
    expect((await before(fourth))[1]).toEqual(['2026年11月', 0, 1]);
    expect(await before({ from: '2026-07-05', to: '2026-08-20' })).toEqual([
      ['2026年7月', 5, null],
      ['2026年8月', 0, null],
    ]);
  });
});
