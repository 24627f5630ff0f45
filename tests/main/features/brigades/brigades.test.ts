import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrigadeFields, BrigadeFilter } from '#shared/contract/brigades.ts';
import type { ListPreview } from '#shared/contract/table-import.ts';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { fieldRecords } from '#tests/support/field-records.ts';
import { nothingChosen } from '#tests/support/table-import.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';

const today = localDay(Date.now());
const all: BrigadeFilter = { denominator: 'townships', view: 'all', text: '' };
const keyTowns: BrigadeFilter = { ...all, denominator: 'keyTowns' };

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let river: string;
let cityUid: string;

beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
  const [city] = await client.organizations.tree({ day: null });
  cityUid = city!.uid;
  const add = async (name: string, level: 'county' | 'township', parentUid: string, marks: string[]) => {
    const items = [{ name, shortName: '', level, parentUid, marks }];
    return (await client.organizations.add({ items, from: null, document: '', afterUid: null })).uids[0]!;
  };
  const county = await add('城东区', 'county', cityUid, []);
  await add('中山街道', 'township', county, []);
  river = await add('河口镇', 'township', county, ['nationalKeyTown']);
});
afterAll(() => office.close());

function enter(base: Partial<BrigadeFields>, set: Partial<BrigadeFields>) {
  return client.brigades.update({ organizationUid: river, base, set });
}

describe('brigades of towns', () => {
  it('are asked of national key towns, or of all, and the rate says of which', async () => {
    expect((await client.brigades.list(keyTowns)).rows.map(({ name }) => name)).toEqual(['河口镇']);
    expect((await client.brigades.list(keyTowns)).rate).toEqual({
      denominator: 'keyTowns',
      total: 1,
      built: 0,
    });
    expect((await client.brigades.list(all)).rate).toEqual({ denominator: 'townships', total: 2, built: 0 });
  });

  it('show what is late and what is missing against the standard, which the office sets', async () => {
    await enter(
      { people: null, buildingPlannedOn: null },
      { people: 6, buildingPlannedOn: addDays(today, -3) },
    );
    const [row] = (await client.brigades.list(keyTowns)).rows;
    expect(row).toMatchObject({ state: 'behind' });
    expect(row!.remarks).toEqual(['营房滞后 3 天', '缺人员 2 人', '驾驶员数未填', '水罐车数未填']);
    const base = await client.brigades.standard();
    await client.brigades.setStandard({ base, set: { people: 6, drivers: 0, tenders: 0, source: '市方案' } });
    await expect(client.brigades.setStandard({ base, set: { ...base, people: 9 } })).rejects.toThrow(
      '刚被别人改过',
    );
    expect((await client.brigades.list(keyTowns)).rows[0]!.remarks).toEqual(['营房滞后 3 天']);
    await client.history.undo({});
  });

  it('count as built from the day on which they are on duty, and not before it', async () => {
    await expect(enter({ dutyDoneOn: null }, { dutyDoneOn: addDays(today, 1) })).rejects.toThrow(
      '投入执勤的完成日期还没有到',
    );
    await enter({ dutyDoneOn: null }, { dutyDoneOn: today });
    expect((await client.brigades.list(keyTowns)).rate.built).toBe(1);
  });

  it('are counted in reports, of national key towns', async () => {
    const { uid } = await client.reports.add({
      name: '专职消防队建设情况',
      rowKind: 'township',
      columns: ['towns', 'built', 'people', 'rate'].map((key) => ({
        measure: `brigades.${key}`,
        heading: '',
      })),
      hidesEmpty: true,
      cycle: 'quarter',
      source: '',
      validFrom: null,
      validTo: null,
    });
    const { table } = await client.reports.view({ uid, from: today, to: today });
    expect(table.rows.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)])).toEqual([
      ['城东河口镇', 1, 1, 6, 1],
    ]);
    // A year ago nothing was recorded; yesterday it was behind its plan, but how many people it had nobody knows.
    expect(table.total.map(({ lastYear }) => lastYear)).toEqual([null, null, null, null]);
    expect(table.total.map(({ before }) => before)).toEqual([1, 0, null, 0]);
    const yesterday = addDays(today, -1);
    const past = (await client.reports.view({ uid, from: yesterday, to: yesterday })).table;
    expect(past.total.map(({ value }) => value)).toEqual([1, 0, null, 0]);
  });

  it('fill forms of other offices, each township in a row, with their stages as days', () => {
    const asked = { caller: { userUid: null }, today, from: today, to: today };
    expect(fieldRecords(office.dataFolder, 'brigades', asked)).toMatchObject([
      { '乡镇(街道)': '中山街道', 建设状态: '未启动', 人员: null, 投入执勤完成日期: null },
      { '乡镇(街道)': '河口镇', 建设状态: '已投入执勤', 人员: 6, 投入执勤完成日期: today },
    ]);
  });

  it('have no more drivers than people, and stand in townships only', async () => {
    await expect(enter({ drivers: null }, { drivers: 7 })).rejects.toThrow('驾驶员不能多于人员总数');
    await expect(client.brigades.update({ organizationUid: cityUid, base: {}, set: {} })).rejects.toThrow(
      '不是乡镇(街道)',
    );
  });

  it('are written as a ledger with the rate, its denominator and the standard', async () => {
    await client.office.update({ name: '办公室', exportFolder: office.dataFolder });
    const { jobUid } = await client.brigades.exportLedger(keyTowns);
    const { result } = await finishedJob(client, jobUid);
    const { 专职消防队: sheet } = await workbookTexts(office.dataFolder, result);
    expect(sheet?.flat().join('\n')).toContain('建成率 100%(全国重点镇 1 个，建成 1 个)');
    expect(sheet?.flat().join('\n')).toContain('驾驶员不少于 2 人');
  });

  it('are taken away when they were entered by mistake, and come back with undo', async () => {
    await client.brigades.remove({ organizationUid: river });
    expect((await client.brigades.list(keyTowns)).rows[0]!.fields).toBeNull();
    await client.history.undo({});
    expect((await client.brigades.list(keyTowns)).rows[0]!.fields).toMatchObject({ people: 6 });
  });

  it('are taken from a pasted progress table as one step; what cannot be so is named by row and column', async () => {
    const before = await client.brigades.list(all);
    const wrong = await readBrigades(
      '县区|乡镇|类别|人员|驾驶员|投入执勤|营房计划日期',
      `城东区|河口镇|一级|2|3|${today}|`,
      `城东区|中山街道||8人|2|${addDays(today, 1)}|下月`,
      '城西区|河口镇|三级|||快了|',
    );
    expect(wrong.problems.map(({ row, column, text }) => `${row}${column} ${text}`)).toEqual([
      '2E 驾驶员不能多于人员总数。',
      '3C 没有写类别(一级专职队、二级专职队、志愿队)，请补上。',
      '3F 投入执勤的完成日期还没有到，请填在计划日期里。',
      '3G “下月”不是日期，请写成 2026-11-23 这样。',
      '4B 没有找到“城西区河口镇”，请写机构里的全称或简称。',
      '4C 没有看懂“三级”，请写一级专职队、二级专职队、志愿队中的一个。',
      '4F “快了”不是日期，请写成 2026-11-23 这样，计划的写成(2026-11-23)。',
    ]);
    const { stagedUid, adds, changes } = await readBrigades(
      '乡镇|类别|人员|驾驶员|水罐车|营房|投入执勤',
      `中山街道|二级专职队|9|2|1|${addDays(today, -9)}|(${addDays(today, 30)})`,
    );
    expect([adds, changes]).toEqual([0, 1]);
    await client.brigades.importTable({ stagedUid, choice: nothingChosen, options: null });
    const { rows } = await client.brigades.list(all);
    expect(rows.find(({ name }) => name === '中山街道')).toMatchObject({
      state: 'building',
      fields: {
        class: 'second',
        people: 9,
        buildingDoneOn: addDays(today, -9),
        dutyDoneOn: null,
        dutyPlannedOn: addDays(today, 30),
      },
    });
    await client.history.undo({});
    expect(await client.brigades.list(all)).toEqual(before);
  });

  it('are read back from their exported ledger without a change; an empty cell erases nothing', async () => {
    await enter({ phone: '', sitePlannedOn: null }, { phone: '0312-1', sitePlannedOn: today });
    await client.office.update({ name: '办公室', exportFolder: office.dataFolder });
    const { result } = await finishedJob(client, (await client.brigades.exportLedger(all)).jobUid);
    const { 专职消防队: sheet } = await workbookTexts(office.dataFolder, result);
    const preview = await readBrigades(...sheet!.map((cells) => cells.join('|')));
    expect(preview.problems).toMatchObject([
      {
        severity: 'warning',
        text: expect.stringMatching(/^“标准：人员不少于 8 人.*”是说明，这一行不导入。$/u),
      },
    ]);
    expect([preview.adds, preview.changes, preview.same]).toEqual([0, 0, 2]);
  });
});

async function readBrigades(...lines: string[]): Promise<ListPreview> {
  const source = { text: lines.join('\n').replaceAll('|', '\t') };
  const { jobUid } = await client.brigades.readTable({ source, choice: nothingChosen, options: null });
  return (await finishedJob(client, jobUid)).result as ListPreview;
}
