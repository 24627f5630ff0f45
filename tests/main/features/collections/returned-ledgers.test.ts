import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths, localDay } from '#shared/calendar/days.ts';
import type { CollectionOrigin } from '#shared/rules/collections/definition.ts';
import type { Client } from '#tests/support/core.ts';
import { bytesOf, handedOut, receive, TABLE } from '#tests/support/handed-workbooks.ts';
import { placeOf } from '#tests/support/filled-workbook.ts';
import { type SampleOffice, startSampleOffice } from '#tests/support/sample-office.ts';

let sample: SampleOffice;
let client: Client;
let exportFolder: string;
beforeAll(async () => {
  sample = await startSampleOffice();
  ({ client } = sample);
  exportFolder = mkdtempSync(join(tmpdir(), 'returned-ledgers-'));
  await client.office.update({ name: '临川市消防安全委员会办公室', exportFolder });
});
afterAll(async () => {
  await sample.office.close();
  rmSync(exportFolder, { recursive: true });
});

type Cells = Readonly<Record<string, ExcelJS.CellValue>>;

async function askOne(origin: CollectionOrigin, organizationUid: string): Promise<string> {
  const { uid } = await client.collections.create({
    title: `收集 ${crypto.randomUUID().slice(0, 8)}`,
    origin,
    instruction: '',
    dueOn: '2099-12-31',
    organizationUids: [organizationUid],
    form: null,
  });
  return uid;
}

/** Hands the first unit its table, which comes back with these cells in every row. */
async function returned(origin: CollectionOrigin, cells: Cells): Promise<string> {
  const { units } = await client.collections.propose({ origin });
  const unit = units.find(({ givenRows }) => givenRows > 0)!;
  const uid = await askOne(origin, unit.organizationUid);
  const [book] = [...(await handedOut(client, uid)).values()];
  const sheet = book!.sheet(TABLE);
  for (const [heading, value] of Object.entries(cells)) {
    const { row, column } = placeOf(sheet, heading);
    for (let below = row + 1; below <= row + unit.givenRows; below += 1)
      sheet.getCell(below, column).value = value;
  }
  const received = await receive(client, uid, [{ name: '甲.xlsx', bytes: await bytesOf(book!) }]);
  expect(received).toMatchObject({ units: [unit.name], refused: [] });
  const unitUid = (await client.collections.get({ uid })).units[0]!.uid;
  const [latest] = await client.collectionReturns.ofUnit({ unitUid });
  expect(latest?.problems).toEqual([]);
  return uid;
}

async function merge(uid: string) {
  const preview = await client.collectionReturns.preview({ uid });
  const { changed } = await client.collectionReturns.merge({
    uid,
    digest: preview.digest,
    rule: 'returned',
    decisions: {},
  });
  return { ...preview, changed };
}

describe('what came back lands where it belongs, and one undo takes it back', () => {
  it('self scores', async () => {
    const [offered] = (await client.collections.origins()).filter(
      ({ origin }) => origin.kind === 'selfScores',
    );
    const { origin } = offered!;
    if (origin.kind !== 'selfScores') throw new Error('no self scores are offered');
    const scores = async () =>
      JSON.stringify(await client.assessment.scores({ groupUid: origin.groupUid, stage: 'self' }));
    const before = await scores();
    const uid = await returned(origin, { 自评分: '０' });
    expect((await merge(uid)).changed).toBeGreaterThan(0);
    expect(await scores()).not.toBe(before);
    await client.history.undo({});
    expect(await scores()).toBe(before);
  });

  it('feedback on tasks, of which those that are closed by then are named and left out', async () => {
    const origin = { kind: 'ledger', ledger: 'taskFeedback' } as const;
    const cells = { 进展情况: '全部办结', 是否办结: '√', 办结日期: localDay(Date.now()) };
    const first = await returned(origin, cells);
    const second = await returned(origin, cells);
    expect((await merge(first)).changed).toBeGreaterThan(0);
    const preview = await client.collectionReturns.preview({ uid: second });
    expect(preview.gone.length).toBeGreaterThan(0);
    expect(preview).toMatchObject({ adds: 0, conflicts: [] });
  });

  it('corrections of key sites, each beside what is stored', async () => {
    const origin = { kind: 'ledger', ledger: 'keySites' } as const;
    const uid = await returned(origin, { 地址: '临江路 8 号', 电话: '0731-88886666' });
    const { conflicts } = await client.collectionReturns.preview({ uid });
    expect(conflicts.map(({ heading }) => heading)).toContain('电话');
    expect(conflicts.every(({ changedSince }) => !changedSince)).toBe(true);
    expect((await merge(uid)).changed).toBeGreaterThan(0);
  });

  it('a telephone number that a unit has taken out is shown, and goes only where that is decided', async () => {
    const origin = { kind: 'ledger', ledger: 'keySites' } as const;
    const phoneOf = async (site: string) => {
      const filter = { text: site, view: 'all', placeUid: null, tradeUid: null, kindUid: null } as const;
      const { rows } = await client.keySites.list({ filter, after: null, limit: 500 });
      return rows.find(({ name }) => name === site)?.phone;
    };
    const uid = await returned(origin, { 地址: '临江路 8 号', 电话: null });
    const { conflicts, stayCount, digest } = await client.collectionReturns.preview({ uid });
    const cleared = conflicts.filter(({ heading }) => heading === '电话');
    expect(cleared.length).toBeGreaterThan(0);
    expect(stayCount).toBe(cleared.length);
    expect(cleared[0]?.candidates.map(({ value }) => value)).toEqual(['']);
    const [gone, kept] = cleared;
    const decisions = { [gone!.id]: gone!.candidates[0]!.returnUid };
    await client.collectionReturns.merge({ uid, digest, rule: 'returned', decisions });
    expect(await phoneOf(gone!.row)).toBe('');
    expect(await phoneOf(kept!.row)).toBe(kept!.stored);
  });

  it('a new key site that two units bring, once its cells and whose it is have been decided', async () => {
    const origin = { kind: 'ledger', ledger: 'keySites' } as const;
    const { units } = await client.collections.propose({ origin });
    const chosen = units.toSorted((one, other) => one.givenRows - other.givenRows).slice(0, 2);
    const { uid } = await client.collections.create({
      title: '重点单位核对(新添的)',
      origin,
      instruction: '',
      dueOn: '2099-12-31',
      organizationUids: chosen.map(({ organizationUid }) => organizationUid),
      form: null,
    });
    const files = [...(await handedOut(client, uid))].map(async ([name, book], place) => {
      const sheet = book.sheet(TABLE);
      const at = (heading: string) => placeOf(sheet, heading);
      const { row } = at('单位名称');
      const given = units.find((unit) => unit.name === name)?.givenRows ?? 0;
      for (let below = row + 1; below <= row + given; below += 1)
        sheet.getCell(below, at('地址').column).value ??= '东风路 1 号';
      const fresh = { 单位名称: '临江家具城', 地址: '临江路 99 号', 电话: `8888000${place}` };
      for (const [heading, value] of Object.entries(fresh))
        sheet.getCell(row + given + 1, at(heading).column).value = value;
      return { name: `${name}.xlsx`, bytes: await bytesOf(book) };
    });
    expect(await receive(client, uid, await Promise.all(files))).toMatchObject({ correct: 2 });

    const { conflicts, digest } = await client.collectionReturns.preview({ uid });
    const ofSite = conflicts.filter(({ row }) => row.startsWith('临江家具城'));
    expect(ofSite.map(({ heading, candidates }) => [heading, candidates.length])).toEqual([
      ['归哪个单位', 2],
      ['电话', 2],
    ]);
    const decisions = Object.fromEntries(
      ofSite.map(({ id, column, candidates }) => [id, candidates[column === 'phone' ? 0 : 1]!.returnUid]),
    );
    await client.collectionReturns.merge({ uid, digest, rule: 'returned', decisions });
    const found = await client.collections.propose({ origin });
    const grown = found.units.filter(
      ({ organizationUid, givenRows }) =>
        givenRows > (units.find((unit) => unit.organizationUid === organizationUid)?.givenRows ?? 0),
    );
    const detail = await client.collections.get({ uid });
    const [, second] = ofSite[0]!.candidates;
    expect(grown.map(({ organizationUid }) => organizationUid)).toEqual([
      detail.units.find((unit) => unit.uid === second!.value)?.organizationUid,
    ]);
  });

  it('rows of a ledger: what differs beside what is stored, what is new below, all taken back by one undo', async () => {
    const origin = { kind: 'ledger', ledger: 'waterSources' } as const;
    const { units } = await client.collections.propose({ origin });
    const unit = units.find(({ givenRows }) => givenRows > 1)!;
    const rows = async () => {
      const filter = { placeUid: unit.organizationUid, due: 'all', chosen: {}, text: '' } as const;
      const asked = { ledger: 'waterSources', filter, sort: null, offset: 0, limit: 500 } as const;
      return (await client.ledgers.list(asked)).rows.map(({ values }) => values);
    };
    const uid = await askOne(origin, unit.organizationUid);
    const [book] = [...(await handedOut(client, uid)).values()];
    const sheet = book!.sheet(TABLE);
    const write = (line: number, cells: Cells) => {
      for (const [heading, value] of Object.entries(cells)) {
        const { row, column } = placeOf(sheet, heading);
        sheet.getCell(row + line, column).value = value;
      }
    };
    const numberAt = (line: number) => {
      const { row, column } = placeOf(sheet, '编号');
      return sheet.getCell(row + line, column).text;
    };
    const [first, second] = [numberAt(1), numberAt(2)];
    write(1, { 状态: '损坏', '水压(MPa)': '０.２１' });
    const fresh = { 编号: '新-01', 类别: '市政消火栓', 状态: '完好', '水压(MPa)': 0.3, 标识: '有' };
    write(unit.givenRows + 1, fresh);
    // Written once more below: it is held against the one that is there.
    write(unit.givenRows + 2, { 编号: second, 类别: '市政消火栓', 状态: '完好', 位置: '改到桥头' });
    const received = await receive(client, uid, [{ name: '水源.xlsx', bytes: await bytesOf(book!) }]);
    expect(received).toMatchObject({ correct: 1, refused: [] });

    const before = await rows();
    const { conflicts } = await client.collectionReturns.preview({ uid });
    const said = conflicts.map(({ row, heading, stored, candidates }) => [
      row,
      heading,
      stored,
      candidates.length,
    ]);
    expect(said).toContainEqual([first, '状态', expect.not.stringMatching('损坏'), 1]);
    expect(conflicts.some(({ row, heading }) => row.startsWith(second) && heading === '位置')).toBe(true);
    expect((await merge(uid)).changed).toBeGreaterThan(0);
    const after = await rows();
    expect(after).toHaveLength(before.length + 1);
    expect(after.find(({ number }) => number === '新-01')).toMatchObject({
      organizationUid: unit.organizationUid,
      kind: 'hydrant',
      pressure: 300,
      sign: 1,
    });
    expect(after.find(({ number }) => number === first)).toMatchObject({ state: 'broken', pressure: 210 });
    await client.history.undo({});
    expect(await rows()).toEqual(before);
    expect((await merge(uid)).changed).toBeGreaterThan(0);
    expect(await rows()).toHaveLength(before.length + 1);
  });

  it('brigades of towns that had none, of the class that stands first', async () => {
    const uid = await returned({ kind: 'ledger', ledger: 'brigades' }, { 类别: '一级专职队', 人员: 15 });
    const built = async () => {
      const filter = { denominator: 'townships', view: 'all', text: '' } as const;
      const { rows } = await client.brigades.list(filter);
      return rows.filter(({ fields }) => fields?.class === 'first' && fields.people === 15);
    };
    const before = await built();
    expect((await merge(uid)).changed).toBeGreaterThan(0);
    expect((await built()).length).toBeGreaterThan(before.length);
  });

  it('fire figures of the month that has ended', async () => {
    const origin = { kind: 'ledger', ledger: 'fireFigures' } as const;
    const offered = (await client.collections.origins()).find(({ name }) => name === '火灾数据');
    const month = addMonths(`${localDay(Date.now()).slice(0, 7)}-01`, -1).slice(0, 7);
    expect(offered?.title).toBe(`火灾数据(${month.slice(0, 4)}年${Number(month.slice(5))}月)`);
    const { units } = await client.collections.propose({ origin });
    const usual = units.filter(({ isUsual }) => isUsual);
    expect(new Set(usual.map(({ levelName }) => levelName))).toEqual(new Set(['县(市、区)']));
    const cells = { 起数: 40, 死亡: '０', 受伤: 2, '直接财产损失(万元)': '2000万', 数据状态: '核定' };
    const uid = await returned(origin, cells);
    const name = (await client.collections.get({ uid })).units[0]!.name;
    const figures = async () =>
      (await client.fireFigures.month({ month, countyUid: null })).rows.find((row) => row.name === name)
        ?.entry;
    const before = await figures();
    expect((await merge(uid)).changed).toBeGreaterThan(0);
    const merged = { fires: 40, deaths: 0, injuries: 2, loss: 2_000_000_000, state: 'verified' };
    expect(await figures()).toMatchObject(merged);
    await client.history.undo({});
    expect(await figures()).toEqual(before);
  });
});
