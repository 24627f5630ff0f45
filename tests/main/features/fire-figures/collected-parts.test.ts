import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addMonths, localDay } from '#shared/calendar/days.ts';
import type { Client } from '#tests/support/core.ts';
import { type FilledWorkbook, placeOf } from '#tests/support/filled-workbook.ts';
import { bytesOf, handedOut, receive, TABLE } from '#tests/support/handed-workbooks.ts';
import { type SampleOffice, startSampleOffice } from '#tests/support/sample-office.ts';

const month = addMonths(`${localDay(Date.now()).slice(0, 7)}-01`, -1).slice(0, 7);
const LOSS = '直接财产损失(万元)';

let sample: SampleOffice;
let client: Client;
let exportFolder: string;
let county: string;
beforeAll(async () => {
  sample = await startSampleOffice();
  ({ client } = sample);
  exportFolder = mkdtempSync(join(tmpdir(), 'collected-parts-'));
  await client.office.update({ name: '临川市消防安全委员会办公室', exportFolder });
});
afterAll(async () => {
  await sample.office.close();
  rmSync(exportFolder, { recursive: true });
});

let uid: string;
let book: FilledWorkbook;
beforeEach(async () => {
  const origin = { kind: 'ledger', ledger: 'fireParts' } as const;
  const { units } = await client.collections.propose({ origin });
  county = units.find(({ isUsual }) => isUsual)!.organizationUid;
  ({ uid } = await client.collections.create({
    title: `火灾数据及分类 ${crypto.randomUUID().slice(0, 8)}`,
    origin,
    instruction: '',
    dueOn: '2099-12-31',
    organizationUids: [county],
    form: null,
  }));
  [book] = [...(await handedOut(client, uid)).values()] as [FilledWorkbook];
});

type Cells = Readonly<Record<string, ExcelJS.CellValue>>;

/** Puts these in the row, and empties its other figures. */
function write(what: string, cells: Cells): void {
  const sheet = book.sheet(TABLE);
  const { row } = placeOf(sheet, what);
  const emptied = Object.fromEntries(['起数', '死亡', '受伤', LOSS, '数据状态'].map((key) => [key, null]));
  for (const [heading, value] of Object.entries({ ...emptied, ...cells }))
    sheet.getCell(row, placeOf(sheet, heading).column).value = value;
}

/** All parts that were handed out filled in are emptied first. */
function writeAll(whole: Cells, parts: Readonly<Record<string, Cells>>): void {
  const sheet = book.sheet(TABLE);
  const { row, column } = placeOf(sheet, '合计');
  for (let at = row + 1; sheet.getCell(at, column).text !== ''; at += 1)
    write(sheet.getCell(at, column).text, {});
  write('合计', whole);
  for (const [what, cells] of Object.entries(parts)) write(what, cells);
}

async function bring() {
  const received = await receive(client, uid, [{ name: '火灾.xlsx', bytes: await bytesOf(book) }]);
  expect(received.refused).toEqual([]);
  const [unit] = (await client.collections.get({ uid })).units;
  const [latest] = await client.collectionReturns.ofUnit({ unitUid: unit!.uid });
  return latest!;
}

async function entry() {
  const { rows } = await client.fireFigures.month({ month, countyUid: null });
  return rows.find(({ organizationUid }) => organizationUid === county)?.entry ?? null;
}

async function named(parts: NonNullable<Awaited<ReturnType<typeof entry>>>['parts']) {
  const words = await client.fireFigures.words();
  const nameOf = (wordUid: string) =>
    [...words.trade, ...words.cause].find((word) => word.uid === wordUid)?.name;
  return [...parts.trade, ...parts.cause].map(({ wordUid, fires, loss }) => [nameOf(wordUid), fires, loss]);
}

const whole = { 起数: 5, 死亡: 0, 受伤: 1, [LOSS]: 3.5, 数据状态: '核定' };

it('a month comes back with its parts as one entry, rows that are left empty say nothing, and undo takes it back', async () => {
  const before = await entry();
  writeAll(whole, {
    '场所或行业：住宅': { 起数: 3, [LOSS]: 1.5 },
    '起火原因：电气': { 起数: 2 },
  });
  expect(await bring()).toMatchObject({ state: 'correct', problems: [] });
  const { digest, conflicts } = await client.collectionReturns.preview({ uid });
  // What had been entered is taken out where that is decided.
  const decisions = Object.fromEntries(
    conflicts.map(({ id, candidates }) => [id, candidates.at(-1)!.returnUid]),
  );
  await client.collectionReturns.merge({ uid, digest, rule: null, decisions });
  const after = await entry();
  expect(after).toMatchObject({ fires: 5, deaths: 0, injuries: 1, loss: 3_500_000, state: 'verified' });
  expect(await named(after!.parts)).toEqual([
    ['住宅', 3, 1_500_000],
    ['电气', 2, 0],
  ]);
  await client.history.undo({});
  expect(await entry()).toEqual(before);
});

it('parts that are more than the month has to be corrected when the table is read, at the month’s number', async () => {
  writeAll(whole, { '场所或行业：住宅': { 起数: 4 }, '场所或行业：厂房': { 起数: 2, 受伤: 2 } });
  const { state, problems, uid: returnUid } = await bring();
  expect(state).toBe('mustCorrect');
  expect(problems.map(({ cell, text }) => [cell?.column, text])).toEqual([
    ['fires', '按场所或行业填的起数合计 6，比总数 5 多，请核对'],
    ['injuries', '按场所或行业填的受伤合计 2，比总数 1 多，请核对'],
  ]);
  const answer = (column: string, text: string) =>
    client.collectionReturns.answer({ returnUid, place: 0, column, text });
  await answer('fires', '6');
  await answer('injuries', '2');
  expect((await client.collections.get({ uid })).units[0]?.state).toBe('returned');
});

it('what the month itself lacks is asked, never taken for 0; its state belongs to it alone', async () => {
  writeAll({ 起数: 5, 死亡: 0, [LOSS]: 1 }, { '场所或行业：住宅': { 起数: 4, 数据状态: '快报' } });
  const { problems } = await bring();
  expect(problems.map(({ cell, text }) => [cell?.place === 0, cell?.column, text])).toEqual([
    [false, 'state', '数据状态只填在“合计”一行，这里请删去'],
    [true, 'injuries', '“合计”没有填受伤，没有发生的请填 0'],
    [true, 'state', '“合计”没有写是快报还是核定'],
  ]);
});

it('a table that is handed out filled says nothing new when it comes back', async () => {
  writeAll(whole, { '场所或行业：住宅': { 起数: 3 }, '起火原因：电气': { 起数: 2 } });
  await bring();
  const { digest, conflicts } = await client.collectionReturns.preview({ uid });
  const decisions = Object.fromEntries(
    conflicts.map(({ id, candidates }) => [id, candidates.at(-1)!.returnUid]),
  );
  await client.collectionReturns.merge({ uid, digest, rule: null, decisions });
  const [unit] = (await client.collections.get({ uid })).units;
  await client.collections.reissue({ uid, unitUids: [unit!.uid] });
  [book] = [...(await handedOut(client, uid)).values()] as [FilledWorkbook];
  expect(await bring()).toMatchObject({ problems: [] });
  expect(await client.collectionReturns.preview({ uid })).toMatchObject({ adds: 0, conflictCount: 0 });
});
