import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WrittenFile } from '#shared/contract/files.ts';
import { collectedLedgers } from '#main/features/collected-ledgers.ts';
import { returnedChecks } from '#main/features/returned-checks.ts';
import type { Client } from '#tests/support/core.ts';
import { type FilledWorkbook, placeOf } from '#tests/support/filled-workbook.ts';
import { bytesOf, handedOut, openAll, receive, resultOf, TABLE } from '#tests/support/handed-workbooks.ts';
import { type SampleOffice, startSampleOffice } from '#tests/support/sample-office.ts';

let sample: SampleOffice;
let client: Client;
let exportFolder: string;
beforeAll(async () => {
  sample = await startSampleOffice();
  ({ client } = sample);
  exportFolder = mkdtempSync(join(tmpdir(), 'ledger-checks-'));
  await client.office.update({ name: '临川市消防安全委员会办公室', exportFolder });
});
afterAll(async () => {
  await sample.office.close();
  rmSync(exportFolder, { recursive: true });
});

type Cells = Readonly<Record<string, ExcelJS.CellValue>>;
const fresh = { 类别: '市政消火栓', 状态: '完好' };

let uid: string;
let book: FilledWorkbook;
let givenRows: number;

/** Hands a unit that has water sources its table. */
async function ask(): Promise<void> {
  const origin = { kind: 'ledger', ledger: 'waterSources' } as const;
  const { units } = await client.collections.propose({ origin });
  const unit = units.find((one) => one.givenRows > 1)!;
  ({ givenRows } = unit);
  ({ uid } = await client.collections.create({
    title: `消防水源 ${crypto.randomUUID().slice(0, 8)}`,
    origin,
    instruction: '',
    dueOn: '2099-12-31',
    organizationUids: [unit.organizationUid],
    form: null,
  }));
  [book] = [...(await handedOut(client, uid)).values()] as [FilledWorkbook];
}
beforeEach(ask);

/** @param line below the heading; those behind the given rows are the unit's own */
function write(line: number, cells: Cells): void {
  const sheet = book.sheet(TABLE);
  for (const [heading, value] of Object.entries(cells)) {
    const { row, column } = placeOf(sheet, heading);
    sheet.getCell(row + line, column).value = value;
  }
}

async function bring() {
  await receive(client, uid, [{ name: '水源.xlsx', bytes: await bytesOf(book) }]);
  const [unit] = (await client.collections.get({ uid })).units;
  const [latest] = await client.collectionReturns.ofUnit({ unitUid: unit!.uid });
  const firstRow = placeOf(book.sheet(TABLE), '编号').row;
  const said = latest!.problems.map(({ row, cell, text }) => [row - firstRow, cell?.column, text]);
  return { unit: unit!, latest: latest!, said };
}

describe('what a ledger would not store', () => {
  it('has to be corrected as soon as the table is read, at its cell', async () => {
    write(1, { 最近检查日期: '2999-01-01' });
    write(givenRows + 1, { ...fresh, 编号: '新-01', 坐标: '临江路口' });
    const { unit, latest, said } = await bring();
    expect(said).toEqual([
      [1, 'checkedOn', '检查日期还没有到，请核对'],
      [givenRows + 1, 'position', expect.stringContaining('坐标“临江路口”')],
    ]);
    expect(latest.problems.map(({ column }) => column)).toEqual([
      expect.stringMatching(/^[A-Z]+$/u),
      expect.stringMatching(/^[A-Z]+$/u),
    ]);
    expect(latest.state).toBe('mustCorrect');
    expect(unit).toMatchObject({ state: 'mustCorrect', returned: { problems: 2 } });
    expect(await client.collectionReturns.preview({ uid })).toMatchObject({ units: 0, leftOut: [unit.name] });
  });

  it('stands as a comment at its cell in the correction list', async () => {
    write(1, { 最近检查日期: '2999-01-01' });
    const { unit } = await bring();
    const started = client.collectionReturns.exportCorrections({ uid, unitUids: [unit.uid], as: 'zip' });
    const [corrections] = [...(await openAll(await resultOf<WrittenFile>(client, started))).values()];
    const sheet = corrections!.sheet(TABLE);
    const { row, column } = placeOf(sheet, '最近检查日期');
    expect(JSON.stringify(sheet.getCell(row + 1, column).note)).toContain('检查日期还没有到，请核对');
  });

  it('is no problem where a row says nothing new, whatever stands in the ledger', async () => {
    const { latest } = await bring();
    expect(latest).toMatchObject({ state: 'correct', problems: [] });
  });

  it('is looked at anew with each answer, and merges when nothing is left', async () => {
    write(1, { 最近检查日期: '2999-01-01' });
    write(givenRows + 1, { ...fresh, 编号: '新-01', 建成日期: '2999-01-01' });
    const { latest } = await bring();
    const answer = (place: number, column: string, text: string) =>
      client.collectionReturns.answer({ returnUid: latest.uid, place, column, text });
    await expect(answer(0, 'checkedOn', '2998-01-01')).rejects.toThrow('检查日期还没有到');
    await answer(0, 'checkedOn', '2020-01-01');
    await answer(givenRows, 'builtOn', '2019-01-01');
    const { digest, units } = await client.collectionReturns.preview({ uid });
    expect(units).toBe(1);
    await client.collectionReturns.merge({ uid, digest, rule: 'returned', decisions: {} });
    await client.history.undo({});
  });
});

describe('doubles in a returned table', () => {
  it('that contradict each other are told at both cells, until they agree', async () => {
    write(givenRows + 1, { ...fresh, 编号: '新-01', 位置: '桥头' });
    write(givenRows + 2, { ...fresh, 编号: '新 - 01', 位置: '桥尾' });
    const { latest, said } = await bring();
    expect(said).toEqual([
      [givenRows + 1, 'spot', expect.stringContaining('也写了，这一格不一样')],
      [givenRows + 2, 'spot', expect.stringContaining('也写了，这一格不一样')],
    ]);
    const place = givenRows + 1;
    await client.collectionReturns.answer({ returnUid: latest.uid, place, column: 'spot', text: '桥头' });
    const [unit] = (await client.collections.get({ uid })).units;
    expect(unit?.state).toBe('returned');
  });

  it('that lie at one place are told, of stored ones and of the table’s own', async () => {
    const { rows } = await client.ledgers.list({
      ledger: 'waterSources',
      filter: { placeUid: null, due: 'all', chosen: { kind: 'hydrant' }, text: '' },
      sort: null,
      offset: 0,
      limit: 500,
    });
    const there = rows.find(({ values }) => typeof values['position'] === 'string')!;
    write(givenRows + 1, { ...fresh, 编号: '新-01', 坐标: there.values['position'] });
    write(givenRows + 2, { ...fresh, 编号: '新-02', 坐标: '116.9,27.1' });
    write(givenRows + 3, { ...fresh, 编号: '新-03', 坐标: '116.9,27.1' });
    const { said } = await bring();
    expect(said).toEqual([
      [givenRows + 1, 'position', expect.stringContaining(`坐标与“${there.values['number']}”只相距 0 米`)],
      [givenRows + 3, 'position', expect.stringContaining('坐标与“新-02”只相距 0 米')],
    ]);
  });
});

it('every ledger with checks of its own is known to the job that reads', () => {
  const checked = collectedLedgers.filter(({ rowChecks }) => rowChecks !== undefined);
  expect(Object.keys(returnedChecks).toSorted()).toEqual(checked.map(({ key }) => key).toSorted());
});
