import { beforeAll, describe, expect, it } from 'vitest';
import type { BehindNumber, ReportDefinition, ReportFields, ReportView } from '#shared/contract/reports.ts';
import { addDays } from '#shared/calendar/days.ts';
import { lastYearOf, movedSpan } from '#shared/rules/reports/span.ts';
import { REST } from '#shared/rules/reports/table.ts';
import { finishedJob } from '#tests/support/core.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';
import { signedIn } from '../campaigns/secrecy-support.ts';
import { today, useVisitOffice, VisitOffice } from '../visits/support.ts';
import { numbersWithOtherRecords } from './support.ts';

/** Free days, so that the month in which the tests run does not matter; the time before them is as long. */
const span = { from: addDays(today, -3), to: today };
const before = movedSpan(span, -1);
const looked = { inspectors: '张磊', text: '现场查看', close: true } as const;

const plain: ReportFields = {
  name: '每周隐患',
  rowKind: 'county',
  hidesEmpty: false,
  columns: [
    { measure: 'visits.visits', heading: '检查' },
    { measure: 'findings.found', heading: '' },
    { measure: 'findings.rate', heading: '整改率' },
  ],
  cycle: 'month',
  source: '临消安办〔2026〕3号',
  validFrom: null,
  validTo: null,
};

describe('a report', () => {
  const { at } = useVisitOffice();
  const client = () => at().client;
  let uid: string;

  beforeAll(async () => {
    await at().record('望江国际酒店', { day: today }, [at().found('灭火器失效'), at().found('通道堵塞')]);
    await at().record('白石小学', { day: today }, [at().found('应急灯不亮')]);
    await at().record('河口商场', { day: before.to }, [at().found('喷淋关闭')]);
    const { findings } = await at().sheet('白石小学');
    const uids = [findings[0]!.uid];
    await client().findings.reinspect({ uids, day: today, result: 'passed', ...looked });
    ({ uid } = await client().reports.add(plain));
  });

  const view = (of = uid) => client().reports.view({ uid: of, ...span });
  const values = ({ table }: ReportView) =>
    table.rows.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)]);
  const records = (measure: string, row: string | null, of = uid): Promise<BehindNumber> =>
    client().reports.records({ uid: of, ...span, measure, row });
  const countyUid = async (name: string) => (await view()).table.rows.find((row) => row.name === name)!.key;

  it('counts row by row what every feature tells, and takes the share of the whole for the total', async () => {
    const shown = await view();
    expect(shown.table.columns.map(({ heading }) => heading)).toEqual(['检查', '发现火灾隐患', '整改率']);
    expect(values(shown)).toEqual([
      ['城东区', 1, 2, 0],
      ['城西区', 1, 1, 1],
    ]);
    expect(shown.table.total.map(({ value }) => value)).toEqual([2, 3, 1 / 3]);
  });

  it('compares with the period before, and with nothing where nothing was recorded', async () => {
    const { total, rows } = (await view()).table;
    expect(total.map((cell) => cell.before)).toEqual([1, 1, 0]);
    expect(total.map((cell) => cell.lastYear)).toEqual([null, null, null]);
    // Nothing was found there, but elsewhere: that is a 0. A share of nothing is none.
    expect(rows[1]?.cells.map((cell) => cell.before)).toEqual([0, 0, null]);
  });

  it('opens the list of findings narrowed to what a number counts', async () => {
    const behind = await records('findings.found', await countyUid('城东区'));
    if (behind.kind !== 'findings') throw new Error('no list');
    const page = await client().findings.list({
      filter: behind.filter,
      sort: 'found',
      after: null,
      limit: 9,
    });
    expect(page.rows.map(({ what }) => what).toSorted()).toEqual(['灭火器失效', '通道堵塞']);
  });

  it('shows the records themselves where no list can be narrowed to them', async () => {
    const behind = await records('visits.visits', await countyUid('城西区'));
    const path = `/visits/${await at().target('白石小学')}`;
    expect(behind).toMatchObject({ kind: 'records', count: 1, records: [{ name: '白石小学', path }] });
  });

  it('opens what a number it is compared with has counted, by months as well', async () => {
    const past = { uid, ...span, measure: 'visits.visits', time: 'before' } as const;
    const behind = await client().reports.records({ ...past, row: await countyUid('城东区') });
    expect(behind).toMatchObject({ count: 1, records: [{ name: '河口商场', day: before.to }] });
    expect(await numbersWithOtherRecords(client(), { uid, ...span })).toEqual([]);
    const months = await client().reports.add({ ...plain, name: '分月比较', rowKind: 'month' });
    const twoMonths = { from: lastYearOf(span).from, to: span.to };
    expect(await numbersWithOtherRecords(client(), { uid: months.uid, ...twoMonths })).toEqual([]);
  });

  it('lists the records behind a number part by part', async () => {
    const asked = { uid, ...span, measure: 'visits.visits', row: null };
    const [all, rest] = await Promise.all(
      [0, 1].map((offset) => client().reports.records({ ...asked, offset })),
    );
    if (all?.kind !== 'records') throw new Error('no records');
    expect(all.records).toHaveLength(2);
    expect(rest).toEqual({ kind: 'records', count: 2, records: all.records.slice(1) });
  });

  it('by trades has a row of what has none, so that the rows add up', async () => {
    const byTrade = { ...plain, name: '分行业', rowKind: 'trade', hidesEmpty: true } as const;
    const trades = await client().reports.add(byTrade);
    const { table } = await view(trades.uid);
    expect(table.rows.map(({ key, cells }) => [key, cells[1]?.value])).toEqual([[REST, 3]]);
    const behind = await records('findings.found', REST, trades.uid);
    expect(behind).toMatchObject({ kind: 'findings', filter: { counted: { hasNoTrade: true } } });
  });

  it('by member units or townships is of those that have to put it right, by kinds of the sites it was found at', async () => {
    const township = await client().reports.add({
      ...plain,
      name: '分乡镇',
      rowKind: 'township',
      hidesEmpty: true,
    });
    const { table } = await view(township.uid);
    // Visits are told by where they went, findings by who has to put them right.
    expect(table.rows.map(({ name, cells }) => [name, cells[1]?.value])).toContainEqual(['城东中山街道', 3]);
    const kinds = await client().reports.add({
      ...plain,
      name: '分类别',
      rowKind: 'siteKind',
      hidesEmpty: true,
    });
    const rows = (await view(kinds.uid)).table.rows;
    const byName = Object.fromEntries(rows.map(({ name, cells }) => [name, cells[1]?.value]));
    // The hotel is of two kinds, and counts once in the total.
    expect([byName.重点单位, byName.人员密集场所]).toEqual([2, 3]);
    for (const own of [township.uid, kinds.uid])
      expect(await numbersWithOtherRecords(client(), { uid: own, ...span })).toEqual([]);
  });

  it('by months counts each month by itself', async () => {
    const months = await client().reports.add({ ...plain, name: '分月', rowKind: 'month' });
    const { rows, total } = (await view(months.uid)).table;
    const sum = rows.reduce((all, { cells }) => all + (cells[1]?.value ?? 0), 0);
    expect([sum, total[1]?.value]).toEqual([3, 3]);
  });

  it('is refused with what such rows cannot tell, in words that say what to do', async () => {
    const columns = [{ measure: 'meetings.held', heading: '' }];
    const wrong = client().reports.add({ ...plain, name: '错的', columns });
    await expect(wrong).rejects.toThrow('“召开会议”不能按县(市、区)分列，请去掉这一栏');
    await expect(client().reports.add(plain)).rejects.toThrow('每周隐患');
  });

  it('comes with the program, each of them countable', async () => {
    const all = await client().reports.list();
    const shipped = all.filter(({ uid: own }) => own.startsWith('0198c000'));
    expect(shipped.length).toBeGreaterThan(8);
    const known = new Set((await client().reports.measures()).map(({ key }) => key));
    const isKnown = ({ columns }: ReportDefinition) => columns.every(({ measure }) => known.has(measure));
    expect(shipped.every(isKnown)).toBe(true);
    for (const { uid: own } of shipped)
      expect(await numbersWithOtherRecords(client(), { uid: own, ...span })).toEqual([]);
  });

  it('is written as a workbook with its comparison on a sheet of its own', async () => {
    await client().office.update({ name: '临川市消安办', exportFolder: at().at.sites.office.dataFolder });
    const { jobUid } = await client().reports.exportWorkbook({ uids: [uid], ...span });
    const { result } = await finishedJob(client(), jobUid);
    const texts = await workbookTexts(at().at.sites.office.dataFolder, result);
    expect(Object.keys(texts)).toEqual(['每周隐患', '环比 每周隐患']);
    const total = texts['环比 每周隐患']?.slice(-3).map((row) => row.slice(1));
    expect(total).toEqual([
      ['检查(次)', '2', '1', '+1', '+100%'],
      ['发现火灾隐患(处)', '3', '1', '+2', '+200%'],
      ['整改率', '0.3333333333333333', '0', '+33.33个百分点', '—'],
    ]);
  });

  it('fills forms of other offices, its rows and its total by themselves', async () => {
    const offered = await client().foreignForms.fields({ periodUid: null });
    const fieldsOf = (key: string) =>
      offered.find((source) => source.key === key)?.fields.map(({ name }) => name);
    expect(fieldsOf(`report:${uid}`)?.slice(0, 5)).toEqual([
      '序号',
      '县(市、区)',
      '检查',
      '检查去年同期',
      '检查同比',
    ]);
    expect(fieldsOf(`reportTotal:${uid}`)?.[0]).toBe('检查');
  });

  it('counts nothing of an unannounced campaign before it is released, whoever looks', async () => {
    const office = at().at;
    const secretUid = await office.campaign('夜间暗访', { announced: false, firstDay: today });
    await office.withoutRule(secretUid);
    await office.sweep(secretUid, [office.kinds.key]);
    await client().campaigns.start({ uid: secretUid });
    const secret = new VisitOffice(office, secretUid);
    const counted = async () => {
      const { table, hiddenCampaigns } = await view();
      return [table.total.map(({ value }) => value), hiddenCampaigns];
    };
    const [numbers] = await counted();
    await secret.findOne('城东仓库', '值班室无人');
    expect(await counted()).toEqual([numbers, 1]);
    const { uid: other } = await client().users.add({ name: '王芳', roles: ['clerk'], password: '' });
    const stranger = await signedIn(office, other, '');
    expect((await stranger.client.reports.view({ uid, ...span })).table.total[0]?.value).toBe(2);
    await client().campaigns.release({ uid: secretUid });
    expect(await counted()).toEqual([[3, 4, 1 / 4], 0]);
  });
});
