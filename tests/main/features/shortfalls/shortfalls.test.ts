import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShortfallItem, WantedShortfallItem } from '#shared/contract/shortfalls.ts';
import { localDay } from '#shared/calendar/days.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';
import { nothingChosen, previewOf } from '#tests/support/table-import.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let county: string;
let river: string;
let hill: string;
let stations: ShortfallItem;
let brigades: ShortfallItem;

beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
  const [city] = await client.organizations.tree({ day: null });
  const add = async (name: string, level: 'county' | 'township', parentUid: string, marks: string[]) => {
    const items = [{ name, shortName: '', level, parentUid, marks }];
    return (await client.organizations.add({ items, from: null, document: '', afterUid: null })).uids[0]!;
  };
  county = await add('城东区', 'county', city!.uid, []);
  river = await add('河口镇', 'township', county, ['nationalKeyTown']);
  hill = await add('山前乡', 'township', county, []);
  const items = await client.shortfalls.items();
  stations = items.find(({ name }) => name === '乡镇消防站')!;
  brigades = items.find(({ name }) => name === '专职消防队')!;
});
afterAll(() => office.close());

const table = (item: ShortfallItem) => client.shortfalls.table({ itemUid: item.uid });

function enter(organizationUid: string, existing: number | null, base: number | null = null) {
  return client.shortfalls.setFigure({
    itemUid: stations.uid,
    organizationUid,
    base: { existing: base },
    set: { existing },
  });
}

/** @returns what stands in the way, by which nothing was taken */
async function readAndTake(text: string): Promise<string[]> {
  const given = { choice: nothingChosen, options: { itemUid: stations.uid } };
  const preview = await previewOf(client, client.shortfalls.readTable({ source: { text }, ...given }));
  const problems = preview.problems.map((problem) => problem.text);
  if (problems.length === 0) await client.shortfalls.importTable({ stagedUid: preview.stagedUid, ...given });
  return problems;
}

describe('what is missing against the standards', () => {
  it('is asked of each township, and of key towns alone where the standard says so', async () => {
    expect((await table(stations)).rows.map(({ name, required }) => [name, required])).toEqual([
      ['河口镇', 1],
      ['山前乡', 1],
    ]);
    expect((await table(brigades)).rows.map(({ name, required }) => [name, required])).toEqual([
      ['河口镇', 1],
      ['山前乡', 0],
    ]);
  });

  it('counts what another ledger holds, without being entered again', async () => {
    expect((await table(brigades)).total).toMatchObject({ required: 1, existing: 0, missing: 1 });
    const done = '2026-06-30';
    const base = { dutyDoneOn: null, peopleDoneOn: null, vehiclesDoneOn: null };
    await client.brigades.update({
      organizationUid: river,
      base,
      set: { dutyDoneOn: done, peopleDoneOn: done, vehiclesDoneOn: done },
    });
    expect((await table(brigades)).total).toMatchObject({ required: 1, existing: 1, missing: 0 });
  });

  it('takes what was entered by hand before what is counted, until it is taken out again', async () => {
    await enter(river, 1);
    await enter(hill, 0);
    expect((await table(stations)).counties[0]).toMatchObject({ required: 2, existing: 1, missing: 1 });
    await enter(river, null, 1);
    expect((await table(stations)).rows[0]?.figure.existing).toBeNull();
    expect((await client.shortfalls.items()).find(({ uid }) => uid === stations.uid)?.usedBy).toBe(1);
    await enter(river, 1);
  });

  it('is refused for a place of another level', async () => {
    await expect(enter(county, 1)).rejects.toMatchObject({ code: 'badInput' });
  });

  it('is taken in from a table by the names of the townships, and undone in one step', async () => {
    const text = '县(市、区)\t乡镇\t应建\t现有\n城东区\t河口镇\t2\t1座\n城东区\t山前乡\t\t1';
    expect(await readAndTake(text)).toEqual([]);
    expect((await table(stations)).counties[0]).toMatchObject({ required: 3, existing: 2, missing: 1 });
    await client.history.undo({});
    expect((await table(stations)).counties[0]).toMatchObject({ required: 2, existing: 1, missing: 1 });
  });

  it('says which cell of a table is no number, and takes nothing', async () => {
    const problems = await readAndTake('乡镇\t应建\n河口镇\t两座');
    expect(problems).toEqual(['“两座”不是整数，请写成 3 这样的整数。']);
    expect(await readAndTake('乡镇\t应建\n河口镇\t2000000')).toEqual(['“2000000”太大，最多 1000000。']);
    expect((await table(stations)).rows[0]?.figure.required).toBeNull();
  });
});

describe('the plan against it', () => {
  const plan = { year: 2026, planned: 2, done: 1, moneyPlanned: 100_00, moneySpent: null, note: '' };

  it('stands by county and year, and a change by somebody else meanwhile is told', async () => {
    const of = { itemUid: stations.uid, organizationUid: county };
    await client.shortfalls.setPlans({ ...of, base: [], set: [plan] });
    expect((await table(stations)).counties[0]?.plans).toEqual([plan]);
    await expect(
      client.shortfalls.setPlans({ ...of, base: [], set: [{ ...plan, planned: 5 }] }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await client.shortfalls.setPlans({ ...of, base: [plan], set: [{ ...plan, year: 2027 }, plan] });
    expect((await table(stations)).counties[0]?.plans.map(({ year }) => year)).toEqual([2026, 2027]);
  });

  it('is written beside the shortfalls, with the standard that asks for it', async () => {
    await client.office.update({ name: '办公室', exportFolder: office.dataFolder });
    const { jobUid } = await client.shortfalls.exportTable({ itemUid: stations.uid });
    const { result } = await finishedJob(client, jobUid);
    const texts = Object.values(await workbookTexts(office.dataFolder, result))
      .flat(2)
      .join(' ');
    for (const part of ['乡镇消防站欠账情况表', '城东区', '50%', '依据：', '乡镇消防站建设计划表', '2027'])
      expect(texts).toContain(part);
  });
});

describe('the items', () => {
  it('cannot lose what numbers were entered for', async () => {
    const items = (await client.shortfalls.items()).map(wantedOf);
    const others = items.filter(({ uid }) => uid !== stations.uid);
    await expect(client.shortfalls.setItems({ base: items, set: others })).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('are counted from what can be told of their places alone', async () => {
    const items = (await client.shortfalls.items()).map(wantedOf);
    const set = items.map((item) =>
      item.uid === brigades.uid ? { ...item, existing: 'fires.fires' } : item,
    );
    await expect(client.shortfalls.setItems({ base: items, set })).rejects.toMatchObject({
      code: 'badInput',
    });
  });

  it('that are shipped are counted from measures that there are', async () => {
    const known = new Set((await client.reports.measures()).map(({ key }) => key));
    const named = (await client.shortfalls.items()).flatMap(({ basis, existing }) => [basis, existing]);
    expect(named.filter((key) => key !== '' && !known.has(key))).toEqual([]);
  });

  it('are measures of reports, by county and by township', async () => {
    const measures = await client.reports.measures();
    const own = measures.filter(({ key }) => key.startsWith('shortfalls.') && key.endsWith(stations.uid));
    expect(own.map(({ name }) => name)).toEqual([
      '乡镇消防站应建',
      '乡镇消防站现有',
      '乡镇消防站欠账',
      '乡镇消防站欠账率',
    ]);
    expect(own[0]?.rowKinds).toEqual(['county', 'township', 'month']);
  });
});

function wantedOf({ usedBy: _usedBy, ...item }: ShortfallItem): WantedShortfallItem {
  return item;
}

describe('what a place has when it is merged into another', () => {
  it('goes along: numbers of both are added, the brigade stays one', async () => {
    const add = async (name: string) => {
      const items = [{ name, shortName: '', level: 'township' as const, parentUid: county, marks: [] }];
      return (await client.organizations.add({ items, from: null, document: '', afterUid: null })).uids[0]!;
    };
    const [large, small] = [await add('大溪镇'), await add('小溪乡')];
    await enter(large, 2);
    await enter(small, 3);
    await client.brigades.update({
      organizationUid: small,
      base: { dutyDoneOn: null },
      set: { dutyDoneOn: '2026-06-30' },
    });
    const today = localDay(Date.now());
    const items = await client.organizations.openItems({ uids: [small], day: today });
    const given = items.filter(({ kind }) => kind === 'brigades' || kind === 'shortfalls');
    expect(given.map(({ state }) => state)).toEqual(['2026-06-30 投入执勤', '1 条，与承接单位的相加']);
    await client.organizations.merge({
      uids: [small, large],
      into: { uid: large },
      from: today,
      document: '',
      handOver: given.map(({ kind, uid }) => ({ kind, uid })),
    });
    const { rows } = await table(stations);
    expect(rows.find(({ name }) => name === '大溪镇')).toMatchObject({ existing: 5 });
    const own = await client.organizations.openItems({ uids: [large], day: today });
    expect(own.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['brigades', 'shortfalls']));
  });
});
