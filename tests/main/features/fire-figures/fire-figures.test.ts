import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths, localDay } from '#shared/calendar/days.ts';
import type { ListPreview } from '#shared/contract/table-import.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { nothingChosen } from '#tests/support/table-import.ts';

const month = addMonths(localDay(Date.now()), -1).slice(0, 7);
const lastYear = addMonths(`${month}-01`, -12).slice(0, 7);

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let counties: string[];

beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
  const [city] = await client.organizations.tree({ day: null });
  const items = ['城东区', '城西区'].map((name) => ({
    name,
    shortName: '',
    level: 'county' as const,
    parentUid: city!.uid,
    marks: [],
  }));
  counties = (await client.organizations.add({ items, from: null, document: '', afterUid: null })).uids;
});
afterAll(() => office.close());

const given = { deaths: 0, injuries: 1, loss: 12_500_000, state: 'flash', source: '月报' } as const;

describe('fire figures', () => {
  it('say who has not reported, and take nothing that is missing for 0', async () => {
    const organizationUid = counties[0]!;
    await client.fireFigures.enter({ ...given, month: lastYear, organizationUid, seenUid: null, fires: 4 });
    await client.fireFigures.enter({ ...given, month, organizationUid, seenUid: null, fires: 6 });
    const { rows, missing } = await client.fireFigures.month({ month, countyUid: null });
    expect(missing).toEqual(['城西区']);
    expect(rows.map(({ name, figures, lastYear: then }) => [name, figures?.fires, then?.fires])).toEqual([
      ['全市', 6, 4],
      ['城东区', 6, 4],
      ['城西区', undefined, undefined],
    ]);
  });

  it('keep what was reported first when they are corrected', async () => {
    const organizationUid = counties[0]!;
    const [, county] = (await client.fireFigures.month({ month, countyUid: null })).rows;
    const seenUid = county!.entry!.uid;
    await client.fireFigures.enter({
      ...given,
      month,
      organizationUid,
      seenUid,
      fires: 7,
      state: 'verified',
    });
    await expect(
      client.fireFigures.enter({ ...given, month, organizationUid, seenUid, fires: 9 }),
    ).rejects.toThrow('刚刚由别人登记过');
    const entries = await client.fireFigures.entries({ month, organizationUid });
    expect(entries.map(({ fires, state }) => [fires, state])).toEqual([
      [7, 'verified'],
      [6, 'flash'],
    ]);
    expect((await client.fireFigures.month({ month, countyUid: null })).rows[0]!.figures?.fires).toBe(7);
    await client.history.undo({});
    expect((await client.fireFigures.month({ month, countyUid: null })).rows[0]!.figures?.fires).toBe(6);
  });

  it('are refused for a month that has not begun', async () => {
    const next = addMonths(localDay(Date.now()), 1).slice(0, 7);
    await expect(
      client.fireFigures.enter({
        ...given,
        month: next,
        organizationUid: counties[0]!,
        seenUid: null,
        fires: 1,
      }),
    ).rejects.toThrow('还没有到');
  });

  it('are taken from a pasted table, where an empty cell is asked for', async () => {
    const options = { month, state: 'flash' as const };
    const read = async (text: string) => {
      const { jobUid } = await client.fireFigures.readTable({
        source: { text },
        choice: nothingChosen,
        options,
      });
      return (await finishedJob(client, jobUid)).result as ListPreview;
    };
    const heads = '县区\t起数\t死亡\t受伤\t损失(万元)';
    const wrong = await read(`${heads}\n城东\t6\t0\t1\t12.5\n城西区\t2\t\t0\t约3`);
    expect(wrong.problems.map(({ row, column, text }) => `${row}${column} ${text}`)).toEqual([
      '3C 没有填；没有发生的请填 0。',
      '3E “约3”请写成12.5 这样的万元数。',
    ]);
    const { stagedUid, same, adds } = await read(
      `${heads}\n城东\t6\t0\t1\t12.5\n城西区\t2\t0\t0\t3\n合计\t8\t0\t1\t15.5`,
    );
    expect({ same, adds }).toEqual({ same: 1, adds: 1 });
    await client.fireFigures.importTable({ stagedUid, choice: nothingChosen, options });
    expect((await client.fireFigures.month({ month, countyUid: null })).missing).toEqual([]);
  });

  it('of townships stand below their county, are compared with it and counted apart', async () => {
    const countyUid = counties[0]!;
    const items = ['河口镇', '白石乡'].map((name) => ({
      name,
      shortName: '',
      level: 'township' as const,
      parentUid: countyUid,
      marks: [],
    }));
    const { uids } = await client.organizations.add({ items, from: null, document: '', afterUid: null });
    const enter = (organizationUid: string, fires: number) =>
      client.fireFigures.enter({ ...given, month, organizationUid, seenUid: null, fires, injuries: 0 });
    await enter(uids[0]!, 4);
    const { rows, missing } = await client.fireFigures.month({ month, countyUid });
    expect(missing).toEqual(['白石乡']);
    expect(rows.map(({ name, figures }) => [name, figures?.fires])).toEqual([
      ['城东区', 6],
      ['河口镇', 4],
      ['白石乡', undefined],
    ]);
    expect(rows[0]!.townships).toMatchObject({ figures: { fires: 4 }, missing: 1 });
    const heads = '县区\t乡镇\t起数\t死亡\t受伤\t损失(万元)';
    const { jobUid } = await client.fireFigures.readTable({
      source: { text: `${heads}\n城东区\t白石乡\t3\t0\t0\t0\n城西区\t白石乡\t3\t0\t0\t0` },
      choice: nothingChosen,
      options: { month, state: 'flash' },
    });
    const preview = (await finishedJob(client, jobUid)).result as ListPreview;
    expect(preview.problems.map(({ text }) => text)).toEqual(['没有找到“白石乡”，请写全称或简称。']);
    await enter(uids[1]!, 3);
    const [city] = (await client.fireFigures.month({ month, countyUid: null })).rows;
    expect(city!.figures?.fires).toBe(8);
    const { uid } = await client.reports.add({
      name: '乡镇火灾',
      rowKind: 'township',
      columns: [{ measure: 'townshipFires.fires', heading: '' }],
      hidesEmpty: true,
      cycle: 'month',
      source: '',
      validFrom: null,
      validTo: null,
    });
    const { table } = await client.reports.view({ uid, from: `${month}-01`, to: `${month}-28` });
    expect(table.total[0]!.value).toBe(7);
  });

  it('are counted in reports beside last year’s', async () => {
    const { uid } = await client.reports.add({
      name: '火灾四项数据',
      rowKind: 'county',
      columns: ['fires.fires', 'fires.loss'].map((measure) => ({ measure, heading: '' })),
      hidesEmpty: false,
      cycle: 'month',
      source: '',
      validFrom: null,
      validTo: null,
    });
    const span = { from: `${month}-01`, to: `${month}-28` };
    const { table } = await client.reports.view({ uid, ...span });
    expect(table.total.map(({ value, lastYear: then }) => [value, then])).toEqual([
      [8, 4],
      [15.5, 12.5],
    ]);
  });
});
