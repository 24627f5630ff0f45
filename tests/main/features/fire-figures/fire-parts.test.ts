import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths, localDay } from '#shared/calendar/days.ts';
import type { ListPreview } from '#shared/contract/table-import.ts';
import type { FireSplit } from '#shared/rules/fire-figures/parts.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { nothingChosen } from '#tests/support/table-import.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';

const month = addMonths(localDay(Date.now()), -1).slice(0, 7);

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let countyUid: string;
/** Uids of words by their names. */
let words: Record<string, string>;

beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
  const [city] = await client.organizations.tree({ day: null });
  const item = {
    name: '城东区',
    shortName: '',
    level: 'county' as const,
    parentUid: city!.uid,
    marks: [],
  };
  const { uids } = await client.organizations.add({
    items: [item],
    from: null,
    document: '',
    afterUid: null,
  });
  countyUid = uids[0]!;
  const { trade, cause } = await client.fireFigures.words();
  words = Object.fromEntries([...trade, ...cause].map(({ name, uid }) => [name, uid]));
});
afterAll(() => office.close());

const part = (word: string, fires: number, loss = 0) => ({
  wordUid: words[word]!,
  fires,
  deaths: 0,
  injuries: 0,
  loss,
});

async function enter(fires: number, parts: Record<FireSplit, ReturnType<typeof part>[]>): Promise<void> {
  const [, county] = (await client.fireFigures.month({ month, countyUid: null })).rows;
  await client.fireFigures.enter({
    month,
    organizationUid: countyUid,
    seenUid: county!.entry?.uid ?? null,
    fires,
    deaths: 0,
    injuries: 0,
    loss: 1_000_000,
    parts,
    state: 'flash',
    source: '',
  });
}

/** Fires by the names of words, without those that have none. */
async function firesBy(split: FireSplit): Promise<Record<string, number>> {
  const rows = await client.fireFigures.split({ month, countyUid: null, split });
  return Object.fromEntries(
    rows
      .filter(({ figures }) => figures?.fires !== 0)
      .map(({ name, figures }) => [name, figures?.fires ?? 0]),
  );
}

async function read(text: string): Promise<ListPreview> {
  const options = { month, state: 'flash' as const };
  const { jobUid } = await client.fireFigures.readTable({ source: { text }, choice: nothingChosen, options });
  return (await finishedJob(client, jobUid)).result as ListPreview;
}

describe('fire figures by trade and by cause', () => {
  it('tell what is left over, and are refused where they are more than the whole', async () => {
    await expect(enter(4, { trade: [], cause: [part('电气', 3), part('吸烟', 2)] })).rejects.toThrow(
      '按起火原因填的起数合计 5，比总数 4 多',
    );
    await enter(5, { trade: [part('住宅', 2)], cause: [part('电气', 3, 600_000), part('吸烟', 1)] });
    expect(await firesBy('cause')).toEqual({ 合计: 5, 电气: 3, 吸烟: 1, 未分类: 1 });
    expect(await firesBy('trade')).toEqual({ 合计: 5, 住宅: 2, 未分类: 3 });
  });

  it('stay on record when they are corrected', async () => {
    await enter(6, { trade: [part('住宅', 2)], cause: [part('电气', 4)] });
    const entries = await client.fireFigures.entries({ month, organizationUid: countyUid });
    expect(entries.map(({ parts }) => parts.cause.map(({ fires }) => fires))).toEqual([[4], [3, 1]]);
    await client.history.undo({});
    expect(await firesBy('cause')).toEqual({ 合计: 5, 电气: 3, 吸烟: 1, 未分类: 1 });
  });

  it('come from a pasted table; what it has no column of stays as it is', async () => {
    const heads = '县区\t起数\t死亡\t受伤\t损失(万元)';
    const tooMany = await read(`${heads}\t电气\t烟头起数\n城东区\t6\t0\t0\t100\t5\t2`);
    expect(tooMany.problems.map(({ text }) => text)).toEqual([
      '按起火原因填的起数合计 7，比总数 6 多，请核对。',
    ]);
    const { stagedUid, rows } = await read(
      `${heads}\t电气\t烟头起数\t电气损失\n城东区\t6\t0\t0\t100\t4\t\t60`,
    );
    expect(rows[0]!.remark).toContain('起数 5 → 6；损失 1 → 100；电气起数 3 → 4');
    expect(rows[0]!.remark).toContain('吸烟起数 1 → 0');
    const options = { month, state: 'flash' as const };
    await client.fireFigures.importTable({ stagedUid, choice: nothingChosen, options });
    expect(await firesBy('cause')).toEqual({ 合计: 6, 电气: 4, 未分类: 2 });
    expect(await firesBy('trade')).toEqual({ 合计: 6, 住宅: 2, 未分类: 4 });
  });

  it('keep the words and the figures of a word that a pasted table has no column of', async () => {
    await enter(6, { trade: [part('住宅', 2)], cause: [part('电气', 4, 600_000), part('用火不慎', 1)] });
    const { stagedUid, rows } = await read(
      '县区\t起数\t死亡\t受伤\t损失(万元)\t电气\n城东区\t6\t0\t0\t100\t3',
    );
    expect(rows[0]!.remark).toContain('电气起数 4 → 3');
    expect(rows[0]!.remark).not.toContain('用火不慎');
    expect(rows[0]!.remark).not.toContain('电气损失');
    const options = { month, state: 'flash' as const };
    await client.fireFigures.importTable({ stagedUid, choice: nothingChosen, options });
    const [latest] = await client.fireFigures.entries({ month, organizationUid: countyUid });
    expect(latest!.parts.cause).toEqual([part('电气', 3, 600_000), part('用火不慎', 1)]);
    await client.history.undo({});
    await client.history.undo({});
    expect(await firesBy('cause')).toEqual({ 合计: 6, 电气: 4, 未分类: 2 });
  });

  it('are counted in reports', async () => {
    const { uid } = await client.reports.add({
      name: '火灾原因',
      rowKind: 'county',
      columns: [`fireParts.${words['电气']} fires`, 'fireParts.cause fires'].map((measure) => ({
        measure,
        heading: '',
      })),
      hidesEmpty: false,
      cycle: 'month',
      source: '',
      validFrom: null,
      validTo: null,
    });
    const { table } = await client.reports.view({ uid, from: `${month}-01`, to: `${month}-28` });
    expect(table.total.map(({ value }) => value)).toEqual([4, 2]);
  });

  it('are exported beside the figures by place', async () => {
    await client.office.update({ name: '办公室', exportFolder: office.dataFolder });
    const { jobUid } = await client.fireFigures.exportMonth({ month, countyUid: null });
    const { result } = await finishedJob(client, jobUid);
    const sheets = await workbookTexts(office.dataFolder, result);
    const kinds = ['按地区', '按场所或行业', '按起火原因'];
    expect(Object.keys(sheets)).toEqual([...kinds, ...kinds.map((kind) => `${kind}(1月至本月)`)]);
    const causes = sheets['按起火原因']!.map(([name, fires]) => `${name} ${fires}`);
    expect(causes).toEqual(expect.arrayContaining(['合计 6', '电气 4', '未分类 2']));
  });

  it('have a column that is found although the form was remembered before its word was there', async () => {
    const table = '县区\t起数\t死亡\t受伤\t损失(万元)\t电气\t锂电池\n城东区\t6\t0\t0\t100\t3\t2';
    const options = { month, state: 'flash' as const };
    const first = await read(table);
    expect(first.form.mapping.at(-1)).toBeNull();
    const mapping = [...first.form.mapping.slice(0, 5), null, null];
    await client.fireFigures.importTable({
      stagedUid: first.stagedUid,
      choice: { ...nothingChosen, form: { ...first.form, mapping } },
      options,
    });
    const { trade, cause } = await client.fireFigures.words();
    const seen = (list: typeof trade) => list.map(({ uid, name, aliases }) => ({ uid, name, aliases }));
    const base = { trade: seen(trade), cause: seen(cause) };
    const added = [...base.cause, { uid: null, name: '锂电池', aliases: [] }];
    await client.fireFigures.setWords({ base, set: { ...base, cause: added } });
    const again = await read(table);
    // What was not wanted stays so; what was not known then is.
    expect(again.form.mapping.slice(-2)).toEqual([null, expect.stringContaining('.fires')]);
    await client.history.undo({});
  });

  it('keep a word that is used', async () => {
    const { trade, cause } = await client.fireFigures.words();
    const seen = (list: typeof trade) => list.map(({ uid, name, aliases }) => ({ uid, name, aliases }));
    const base = { trade: seen(trade), cause: seen(cause) };
    const without = (name: string) => ({ ...base, cause: base.cause.filter((term) => term.name !== name) });
    await expect(client.fireFigures.setWords({ base, set: without('电气') })).rejects.toThrow('电气');
    await client.fireFigures.setWords({ base, set: without('玩火') });
    expect((await client.fireFigures.words()).cause.map(({ name }) => name)).not.toContain('玩火');
  });
});
