import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WrittenFile, WrittenFolder } from '#shared/contract/files.ts';
import type { NewCollection, ReadForm } from '#shared/contract/collections.ts';
import { collectedColumn, type DesignedForm } from '#shared/rules/collections/definition.ts';
import { readCollectedMark } from '#shared/rules/collections/marks.ts';
import { lookUpSheet, type SheetData } from '#shared/workbook.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import { composeWorkbook } from '#tests/support/builders/sheet.ts';
import { placeOf } from '#tests/support/filled-workbook.ts';
import { handedOut, TABLE } from '#tests/support/handed-workbooks.ts';
import { upload } from '#tests/support/upload.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let exportFolder: string;
beforeAll(async () => {
  office = await startTestOffice({ name: '漯河市', code: '4111' });
  ({ client } = office);
  exportFolder = mkdtempSync(join(tmpdir(), 'handed-'));
  await client.office.update({ name: '漯河市消防安全委员会办公室', exportFolder });
});
afterAll(async () => {
  await office.close();
  rmSync(exportFolder, { recursive: true });
});

async function resultOf<Result>(started: Promise<{ jobUid: string }>): Promise<Result> {
  const job = await finishedJob(client, (await started).jobUid);
  if (job.status !== 'done') throw new Error(job.problem ?? job.status);
  return job.result as Result;
}

const form: DesignedForm = {
  definition: {
    rows: 'givenAndFree',
    blankRows: 3,
    columns: [
      collectedColumn('item', '项目', { locked: true }),
      collectedColumn('count', '排查数', { kind: 'whole', required: true, min: '0', max: '9999' }),
      collectedColumn('fine', '罚款金额', { kind: 'money' }),
      collectedColumn('rate', '整改率', { kind: 'decimal', decimals: 2, min: '0', max: '100' }),
      collectedColumn('day', '完成日期', { kind: 'day' }),
      collectedColumn('kind', '方式', { kind: 'choice', choices: ['自查', '抽查,复查', '“双随机”'] }),
      collectedColumn('done', '是否完成', { kind: 'yesNo' }),
    ],
  },
  rows: [
    { key: 'r1', values: { item: '高层建筑', fine: '123450', day: '2026-09-30' }, ranges: {} },
    { key: 'r2', values: { item: '九小场所' }, ranges: { count: { min: '1', max: '10' } } },
  ],
};

async function counties(): Promise<{ organizationUid: string; name: string }[]> {
  const { units } = await client.collections.propose({ origin: { kind: 'form' } });
  return units.filter(({ levelName }) => levelName === '县(市、区)');
}

async function create(more: Partial<NewCollection> = {}): Promise<string> {
  const { uid } = await client.collections.create({
    title: `排查情况统计 ${crypto.randomUUID().slice(0, 8)}`,
    origin: { kind: 'form' },
    instruction: '请于每季度末填报。',
    dueOn: '2099-12-05',
    organizationUids: (await counties()).map(({ organizationUid }) => organizationUid),
    form,
    ...more,
  });
  return uid;
}

function sheetsOf(bytes: Uint8Array): SheetData[] {
  return readWorkbook(Buffer.from(bytes), defaultReadLimits).sheets;
}

describe('a table of the clerk’s own', () => {
  it('is proposed from the headings of a workbook, with its filled rows as given ones', async () => {
    const csv = '排查情况表\n项目,排查数,整改率,是否完成\n高层建筑,,,\n九小场所,,,\n合计,,,\n';
    const fileToken = await upload(client, '排查.csv', Buffer.from(csv));
    const read = await resultOf<ReadForm>(
      client.collections.readForm({ fileToken, sheet: null, heads: null }),
    );
    expect(read.heads).toEqual({ top: 2, bottom: 2 });
    expect(read.form.definition.columns.map(({ heading, kind, locked }) => [heading, kind, locked])).toEqual([
      ['项目', 'text', true],
      ['排查数', 'whole', false],
      ['整改率', 'decimal', false],
      ['是否完成', 'yesNo', false],
    ]);
    expect(read.form.rows.map(({ values }) => values)).toEqual([{ c1: '高层建筑' }, { c1: '九小场所' }]);
  });

  it('is proposed from the sheet with most headings, or from the sheet and the rows that the clerk chooses', async () => {
    const bytes = await composeWorkbook(
      {
        name: '填表说明',
        rows: [
          ['栏目', '怎样填'],
          ['排查数', '填整数'],
        ],
      },
      {
        name: '统计表',
        rows: [
          ['单位', '高层建筑', null, '备注'],
          [null, '排查数', '整改数', null],
        ],
        merges: ['A1:A2', 'B1:C1', 'D1:D2'],
      },
      { name: '字典', state: 'hidden', rows: [['一', '二', '三', '四', '五', '六']] },
    );
    const fileToken = await upload(client, '排查.xlsx', Buffer.from(bytes));
    const readForm = async (chosen: Pick<ReadForm, 'heads' | 'sheet'> | null) => {
      const choice = chosen ?? { sheet: null, heads: null };
      const read = await resultOf<ReadForm>(client.collections.readForm({ fileToken, ...choice }));
      return { ...read, headings: read.form.definition.columns.map(({ heading }) => heading) };
    };
    expect(await readForm(null)).toMatchObject({
      sheet: '统计表',
      sheets: ['填表说明', '统计表'],
      heads: { top: 1, bottom: 2 },
      headings: ['单位', '高层建筑／排查数', '高层建筑／整改数', '备注'],
    });
    const heads = { top: 1, bottom: 1 };
    expect((await readForm({ sheet: '填表说明', heads })).headings).toEqual(['栏目', '怎样填']);
    const nowhere = await client.collections.readForm({
      fileToken,
      sheet: '统计表',
      heads: { top: 9, bottom: 9 },
    });
    expect((await finishedJob(client, nowhere.jobUid)).problem).toContain('请另选栏目名称在第几行');
  });

  it('is not proposed from a table whose formulas have no results', async () => {
    const bytes = await composeWorkbook({
      rows: [
        ['项目', '排查数'],
        ['高层建筑', { formula: 'C2+D2' }],
      ],
    });
    const fileToken = await upload(client, '排查.xlsx', Buffer.from(bytes));
    const { jobUid } = await client.collections.readForm({ fileToken, sheet: null, heads: null });
    expect((await finishedJob(client, jobUid)).problem).toContain('第 2 行 B 列：这一格没有值');
  });

  it('is proposed to everybody of a level, with its county where two could be called alike', async () => {
    const { units } = await client.collections.propose({ origin: { kind: 'form' } });
    const levels = new Set(units.map(({ levelName }) => levelName));
    expect([...levels]).toEqual(['县(市、区)', '乡镇(街道)']);
    const names = units.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is not taken where it could not be read again', async () => {
    const [first, ...others] = form.definition.columns;
    const twice = { ...form.definition, columns: [...others, first!, { ...first!, key: 'again' }] };
    await expect(create({ form: { ...form, definition: twice } })).rejects.toThrow('有两栏都叫“项目”');
    const wrong = { ...form, rows: [{ key: 'r1', values: { fine: '约3万' }, ranges: {} }] };
    await expect(create({ form: wrong })).rejects.toThrow('“罚款金额”里预先填的“约3万”不对');
  });
});

describe('handing out', () => {
  it('gives each unit a workbook of its own, prefilled, locked but for what is filled in, known by its marks', async () => {
    const uid = await create();
    const { units } = await client.collections.get({ uid });
    const written = await resultOf<WrittenFolder>(
      client.collections.handOut({ uid, unitUids: units.map((unit) => unit.uid), as: 'folder' }),
    );
    expect(written.files).toBe(units.length);
    const folder = join(written.folder, written.name);
    const [unit] = units;
    const file = readdirSync(folder).find((name) => name.startsWith(unit!.name))!;
    const bytes = readFileSync(join(folder, file));
    const [cover, table] = sheetsOf(bytes);
    const texts = cover!.cells.map(({ text }) => text).join('\n');
    expect(texts).toContain('2099年12月5日前');
    expect(texts).toContain('请于每季度末填报。');
    const look = lookUpSheet(table!);
    const marks = Array.from({ length: table!.rows }, (_, row) =>
      readCollectedMark(look.cellsOfRow(row + 1).map(({ text }) => text)),
    ).filter((mark) => mark !== null);
    expect(marks.map(({ kind }) => kind)).toEqual([
      'sheet',
      'heads',
      'row',
      'row',
      'blank',
      'blank',
      'blank',
    ]);
    expect(marks[0]).toMatchObject({ collectionUid: uid, unitUid: unit!.uid, version: 1 });
    expect(look.cellAt(5, 3)).toMatchObject({ type: 'number', value: 1234.5 });
    expect(look.cellAt(5, 5)).toMatchObject({ type: 'date', value: '2026-09-30' });
    const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet2.xml']);
    expect(xml).toContain('<sheetProtection sheet="1"');
    expect(xml).toContain('<formula1>1</formula1><formula2>10</formula2>');
    expect(xml).toContain('!$A$1:$A$3<');
  });

  it('can be written on below its prepared rows, checked alike, but where all rows are given', async () => {
    const [first] = await counties();
    const handed = async (given: DesignedForm) => {
      const uid = await create({ organizationUids: [first!.organizationUid], form: given });
      const [book] = [...(await handedOut(client, uid)).values()];
      const sheet = book!.sheet(TABLE);
      return { sheet, last: placeOf(sheet, '九小场所').row + given.definition.blankRows };
    };
    const { sheet, last } = await handed(form);
    const { column: item } = placeOf(sheet, '项目');
    const locks = (row: number) =>
      form.definition.columns.map((_column, place) => sheet.getCell(row, item + place).protection?.locked);
    const open = form.definition.columns.map(() => false);
    expect(locks(last)).toEqual(open);
    expect(locks(last + 1)).toEqual(open);
    expect(locks(last + 2_000)).toEqual(open);
    expect(sheet.getCell(last - 3, item).protection?.locked).not.toBe(false);
    const { column: count } = placeOf(sheet, '排查数');
    const rule = sheet.getCell(last, count).dataValidation;
    expect(rule).toMatchObject({ type: 'whole', formulae: [0, 9999] });
    expect(sheet.getCell(last + 100, count).dataValidation).toEqual(rule);

    const all = await handed({ ...form, definition: { ...form.definition, rows: 'given', blankRows: 0 } });
    expect(all.sheet.getCell(all.last, count).protection?.locked).toBe(false);
    expect(all.sheet.getCell(all.last + 1, count).protection?.locked).not.toBe(false);
  });

  it('marks the units on the board, and a .zip holds the same workbooks', async () => {
    const uid = await create();
    const unitUids = (await client.collections.get({ uid })).units.slice(0, 2).map((unit) => unit.uid);
    const written = await resultOf<WrittenFile>(client.collections.handOut({ uid, unitUids, as: 'zip' }));
    const entries = unzipSync(readFileSync(join(written.folder, written.name)));
    expect(Object.keys(entries)).toHaveLength(2);
    for (const bytes of Object.values(entries)) expect(sheetsOf(bytes)[1]?.name).toBe('填报表');
    const board = await client.collections.get({ uid });
    expect(board.counts.handedOut).toBe(2);
    expect(board.units.filter(({ handedOn }) => handedOn !== null)).toHaveLength(2);
  });

  it('gives a single unit a file, and a new version after it was issued again', async () => {
    const uid = await create();
    const [unit] = (await client.collections.get({ uid })).units;
    await client.collections.reissue({ uid, unitUids: [unit!.uid] });
    const written = await resultOf<WrittenFile>(
      client.collections.handOut({ uid, unitUids: [unit!.uid], as: 'zip' }),
    );
    expect(written.name.endsWith('.xlsx')).toBe(true);
    const [, table] = sheetsOf(readFileSync(join(written.folder, written.name)));
    const texts = table!.cells.map(({ text }) => text);
    expect(readCollectedMark(texts)).toMatchObject({ unitUid: unit!.uid, version: 2 });
  });
});

describe('the board', () => {
  it('shows who is late first, and nobody once the day is moved or the collection is closed', async () => {
    const uid = await create({ dueOn: '2020-01-01' });
    const late = await client.collections.get({ uid });
    expect(late.units.every(({ isLate }) => isLate)).toBe(true);
    await client.collections.update({ uid, base: { dueOn: '2020-01-01' }, set: { dueOn: '2099-01-01' } });
    const moved = await client.collections.get({ uid });
    expect(moved.units.some(({ isLate }) => isLate)).toBe(false);
  });

  it('takes in units that are asked as well, hands out to them alone, and lets go who has returned nothing', async () => {
    const [first, second, third] = await counties();
    const uid = await create({ organizationUids: [first!.organizationUid] });
    const names = async () => (await client.collections.get({ uid })).units.map(({ name }) => name);
    const { unitUids } = await client.collections.addUnits({
      uid,
      organizationUids: [third!.organizationUid, second!.organizationUid],
    });
    expect(await names()).toEqual([first!.name, second!.name, third!.name]);
    const added = (await client.collections.get({ uid })).units[1]!;
    expect(added).toMatchObject({ uid: unitUids[0], version: 1, givenRows: 2, state: 'notHanded' });
    const written = await resultOf<WrittenFolder>(
      client.collections.handOut({ uid, unitUids, as: 'folder' }),
    );
    expect(readdirSync(join(written.folder, written.name))).toHaveLength(2);
    expect((await client.collections.get({ uid })).counts).toMatchObject({ notHanded: 1, handedOut: 2 });
    await expect(
      client.collections.addUnits({ uid, organizationUids: [second!.organizationUid] }),
    ).rejects.toThrow('有的已经加过');

    await client.collections.removeUnits({ uid, unitUids: [unitUids[0]!] });
    expect(await names()).toEqual([first!.name, third!.name]);
    await client.history.undo({});
    expect(await names()).toEqual([first!.name, second!.name, third!.name]);
    const all = (await client.collections.get({ uid })).units.map((unit) => unit.uid);
    await expect(client.collections.removeUnits({ uid, unitUids: all })).rejects.toThrow('至少要留一个单位');
    await client.collections.update({ uid, base: { closedOn: null }, set: { closedOn: '2026-11-30' } });
    await expect(
      client.collections.addUnits({ uid, organizationUids: [second!.organizationUid] }),
    ).rejects.toThrow('已经结束收集');
  });

  it('takes a collection back by one undo, units and all', async () => {
    const before = (await client.collections.list()).length;
    const uid = await create();
    await client.history.undo({});
    expect(await client.collections.list()).toHaveLength(before);
    await expect(client.collections.get({ uid })).rejects.toThrow('这次下发收集已不存在');
  });
});
