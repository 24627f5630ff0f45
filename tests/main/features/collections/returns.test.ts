import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WrittenFile, WrittenFolder } from '#shared/contract/files.ts';
import { collectedColumn, type DesignedForm } from '#shared/rules/collections/definition.ts';
import type { MergeRule } from '#shared/rules/collections/merge/model.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';
import { type Fill, type FilledWorkbook, placeOf } from '#tests/support/filled-workbook.ts';
import {
  bytesOf,
  handedOut,
  openAll,
  receive,
  resultOf,
  type ReturnedFile,
  TABLE,
} from '#tests/support/handed-workbooks.ts';
import { savedByLibreOffice } from '#tests/support/libreoffice.ts';
import { findTool, notRun } from '#tests/support/tools.ts';

const tool = findTool('libreoffice');
if (tool === null)
  process.stdout.write(`${notRun('returned tables saved by another program', 'libreoffice')}\n`);
const minutes = 120_000;

function never(): never {
  throw new Error('no workbook was handed out');
}

/** The same workbook with other words in it. */
function replaceTexts(bytes: Uint8Array, ...replaced: [from: string, to: string][]): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => {
    if (!name.endsWith('.xml')) return [name, part];
    const text = replaced.reduce((xml, [from, to]) => xml.replaceAll(from, to), strFromU8(part));
    return [name, strToU8(text)];
  });
  return zipSync(Object.fromEntries(parts), { level: 1 });
}

const form: DesignedForm = {
  definition: {
    rows: 'givenAndFree',
    blankRows: 3,
    columns: [
      collectedColumn('item', '场所类型', { locked: true }),
      collectedColumn('count', '排查数', { kind: 'whole', required: true, min: '0', max: '9999' }),
      collectedColumn('fine', '罚款金额', { kind: 'money' }),
      collectedColumn('day', '完成日期', { kind: 'day' }),
      collectedColumn('done', '是否完成', { kind: 'yesNo' }),
    ],
  },
  rows: [
    { key: 'high', values: { item: '高层建筑' }, ranges: {} },
    { key: 'small', values: { item: '九小场所' }, ranges: { count: { min: '1', max: '500' } } },
  ],
};
const UNITS = 12;

type Office = Awaited<ReturnType<typeof startTestOffice>>;

describe('tables that come back from units', () => {
  let office: Office;
  let client: Client;
  let folder: string;
  beforeAll(async () => {
    office = await startTestOffice({ name: '赣州市', code: '3607' });
    ({ client } = office);
    folder = mkdtempSync(join(tmpdir(), 'returns-'));
    await client.office.update({ name: '赣州市消防安全委员会办公室', exportFolder: folder });
  });
  afterAll(async () => {
    await office.close();
    rmSync(folder, { recursive: true });
  });

  async function create(units = UNITS, given = form): Promise<string> {
    const proposed = await client.collections.propose({ origin: { kind: 'form' } });
    const { uid } = await client.collections.create({
      title: `排查统计 ${crypto.randomUUID().slice(0, 8)}`,
      origin: { kind: 'form' },
      instruction: '请按实填写。',
      dueOn: '2099-12-05',
      organizationUids: proposed.units.slice(0, units).map(({ organizationUid }) => organizationUid),
      form: given,
    });
    return uid;
  }

  const write =
    (item: string, heading: string, value: ExcelJS.CellValue): Fill =>
    (sheet) => {
      sheet.getCell(placeOf(sheet, item).row, placeOf(sheet, heading).column).value = value;
    };
  const whole = (high: ExcelJS.CellValue = 3, small: ExcelJS.CellValue = 4): Fill[] => [
    write('高层建筑', '排查数', high),
    write('九小场所', '排查数', small),
  ];
  const fileOf = async (name: string, book: FilledWorkbook): Promise<ReturnedFile> => ({
    name,
    bytes: await bytesOf(book),
  });
  const stateOf = async (uid: string, name: string) =>
    (await client.collections.get({ uid })).units.find((unit) => unit.name === name)?.state;
  const merge = async (uid: string, more: { rule?: MergeRule; decisions?: Record<string, string> } = {}) => {
    const { digest } = await client.collectionReturns.preview({ uid });
    return client.collectionReturns.merge({
      uid,
      digest,
      rule: more.rule ?? null,
      decisions: more.decisions ?? {},
    });
  };

  /** As other programs save them. */
  it('are kept by the job that has read them, and by no page', async () => {
    const uid = await create(1);
    const refused = client.collectionReturns.keep({ uid });
    await expect(refused).rejects.toThrow(/读到的表/u);
  });

  it('may be empty where a unit has nothing to report, once the clerk has taken that as 零报告', async () => {
    const rows: DesignedForm['rows'] = [];
    const columns = form.definition.columns.filter(({ locked }) => !locked);
    const uid = await create(1, { definition: { ...form.definition, rows: 'free', columns }, rows });
    const [[name, book] = never()] = [...(await handedOut(client, uid))];
    await receive(client, uid, [await fileOf(`${name}.xlsx`, book)]);
    expect(await stateOf(uid, name)).toBe('mustCorrect');
    const unitUid = (await client.collections.get({ uid })).units[0]!.uid;
    const [returned] = await client.collectionReturns.ofUnit({ unitUid });
    await client.collectionReturns.acceptEmpty({ returnUid: returned!.uid });
    expect(await stateOf(uid, name)).toBe('returned');
    await expect(client.collectionReturns.acceptEmpty({ returnUid: returned!.uid })).rejects.toThrow(
      '不能按零报告收下',
    );
    expect(await merge(uid)).toEqual({ changed: 0 });
    expect(await stateOf(uid, name)).toBe('merged');
  });

  it(
    'are collected from twelve counties, corrected, merged, taken back and merged again',
    async () => {
      const uid = await create();
      const books = await handedOut(client, uid);
      const names = [...books.keys()];
      const [renamed = '', unclear = '', broken = '', free = ''] = names;
      expect(names).toHaveLength(UNITS);
      for (const book of books.values())
        book.fill(
          TABLE,
          ...whole('１２'),
          write('高层建筑', '罚款金额', '2000万'),
          write('高层建筑', '完成日期', '2026年9月30日'),
          write('高层建筑', '是否完成', '√'),
        );
      books.get(renamed)?.fill(TABLE, (sheet) => {
        const { row, column } = placeOf(sheet, '排查数');
        sheet.getCell(row, column).value = '数量';
      });
      books.get(unclear)?.fill(TABLE, ...whole('约30', null));
      books.get(free)?.fill(TABLE, (sheet) => {
        const { row, column } = placeOf(sheet, '九小场所');
        sheet.getCell(row + 1, column).value = '仓储物流';
        sheet.getCell(row + 1, placeOf(sheet, '排查数').column).value = 7;
      });
      const filled = await Promise.all(
        [...books.values()].map((book, place) => fileOf(`改名后-${place}.xlsx`, book)),
      );
      const saved = tool === null ? filled : await savedByLibreOffice(tool, filled);
      const returned = saved.map((file, place) =>
        names[place] === broken ? { ...file, bytes: file.bytes.subarray(0, 900) } : file,
      );

      const first = await receive(client, uid, returned);
      expect(first).toMatchObject({
        correct: 9,
        mustCorrect: 2,
        again: 0,
        refused: [{ fileName: '改名后-2.xlsx' }],
      });
      expect(first.refused[0]?.text).toMatch(/文件不完整.*。$/u);
      expect(await stateOf(uid, unclear)).toBe('mustCorrect');
      expect(await stateOf(uid, broken)).toBe('handedOut');

      const toCorrect = (await client.collections.get({ uid })).units.filter(
        ({ state }) => state === 'mustCorrect',
      );
      const started = client.collectionReturns.exportCorrections({
        uid,
        unitUids: toCorrect.map((unit) => unit.uid),
        as: 'folder',
      });
      const corrections = await openAll(await resultOf<WrittenFolder | WrittenFile>(client, started));
      expect(corrections.size).toBe(2);
      const corrected: ReturnedFile[] = [];
      for (const [name, book] of corrections) {
        const sheet = book.sheet(TABLE);
        const cell = (item: string) =>
          sheet.getCell(placeOf(sheet, item).row, placeOf(sheet, '排查数').column);
        if (name.startsWith(unclear)) {
          expect(cell('高层建筑').value).toBe('约30');
          expect(JSON.stringify(cell('高层建筑').note)).toContain('不是准数');
          expect(JSON.stringify(cell('九小场所').note)).toContain('没有填');
        }
        book.fill(TABLE, ...whole(12, 4));
        corrected.push(await fileOf(name, book));
      }
      corrected.push(saved[2]!);
      expect(await receive(client, uid, corrected)).toMatchObject({
        correct: 3,
        mustCorrect: 0,
        refused: [],
      });

      const preview = await client.collectionReturns.preview({ uid });
      expect(preview).toMatchObject({ units: UNITS, leftOut: [], same: 0, conflicts: [] });
      await merge(uid);
      const table = await client.collections.table({ uid });
      expect(table.rows).toHaveLength(2 * UNITS + 1);
      expect(table.rows[0]?.values).toEqual({
        item: '高层建筑',
        count: '12',
        fine: '2000000000',
        day: '2026-09-30',
        done: 'yes',
      });
      expect(table.rows.find(({ key }) => key === null)?.values).toEqual({ item: '仓储物流', count: '7' });
      expect(table.sums).toMatchObject({ count: String(12 * UNITS + 4 * UNITS + 7) });

      await client.history.undo({});
      expect((await client.collections.table({ uid })).rows).toEqual([]);
      expect(await stateOf(uid, free)).toBe('returned');
      await merge(uid);
      expect((await client.collections.table({ uid })).rows).toHaveLength(2 * UNITS + 1);
      expect(await stateOf(uid, free)).toBe('merged');
    },
    minutes,
  );

  it(
    'are taken out of an archive, and two hundred of which twenty are broken come in all but these',
    async () => {
      const uid = await create(200);
      const { units } = await client.collections.get({ uid });
      const [first] = units;
      const unitUids = [first!.uid];
      const started = client.collections.handOut({ uid, unitUids, as: 'folder' });
      const [[, book] = never()] = [...(await openAll(await resultOf<WrittenFile>(client, started)))];
      const whatever = await bytesOf(book.fill(TABLE, ...whole()));
      const files = units.map(({ uid: own, name }, place): [string, Uint8Array] => {
        const bytes = replaceTexts(whatever, [first!.uid, own], [first!.name, name]);
        return [`返回/${name}.xlsx`, place % 10 === 0 ? bytes.subarray(0, 700) : bytes];
      });
      const archive = zipSync(Object.fromEntries(files), { level: 0 });
      const received = await receive(client, uid, [{ name: '全部.zip', bytes: archive }]);
      expect(received).toMatchObject({ correct: 180, mustCorrect: 0 });
      expect(received.refused).toHaveLength(20);
      expect(received.refused[0]?.fileName).toBe(files[0]?.[0]);
    },
    minutes,
  );

  it('are taken out of archives within an archive; what cannot be taken out is told by its own name', async () => {
    const uid = await create(1);
    const [[name, book] = never()] = [...(await handedOut(client, uid))];
    const good = await bytesOf(book.fill(TABLE, ...whole()));
    const broken = Buffer.from(zipSync({ '坏.xlsx': good }, { level: 0 }));
    broken[broken.indexOf('坏.xlsx') + 60]! ^= 0xff;
    const deep = zipSync({ '再里面.zip': zipSync({ '丙.xlsx': good }) });
    const notOpened = good.subarray(0, 900);
    const archive = zipSync({
      '县/城中.zip': notOpened,
      '县/城东.zip': zipSync({ '甲.xlsx': good }),
      '县/城西.zip': broken,
      '县/城南.rar': strToU8('Rar!'),
      '县/城北.zip': deep,
      '__MACOSX/._城东.zip': strToU8('x'),
    });
    const received = await receive(client, uid, [{ name: '全部.zip', bytes: archive }]);
    expect(received).toMatchObject({ correct: 1, units: [name] });
    const refused = new Map(received.refused.map(({ fileName, text }) => [fileName, text]));
    expect([...refused.keys()]).toEqual([
      '县/城中.zip',
      '县/城西.zip/坏.xlsx',
      '县/城南.rar',
      '县/城北.zip/再里面.zip',
    ]);
    expect(refused.get('县/城西.zip/坏.xlsx')).toContain('已经损坏');
    expect(refused.get('县/城南.rar')).toContain('请解压后直接选择里面的表格');
    expect(refused.get('县/城北.zip/再里面.zip')).toContain('套了太多层');
  });

  it('that come twice are kept once, and one that says something else is decided between the two', async () => {
    const uid = await create(1);
    const [[name, book] = never()] = [...(await handedOut(client, uid))];
    const file = await fileOf('甲.xlsx', book.fill(TABLE, ...whole()));
    await receive(client, uid, [file]);
    expect(await receive(client, uid, [file])).toMatchObject({ correct: 0, again: 1, units: [name] });
    await receive(client, uid, [await fileOf('甲 新.xlsx', book.fill(TABLE, ...whole(5)))]);

    const { conflicts } = await client.collectionReturns.preview({ uid });
    expect(conflicts).toMatchObject([
      {
        row: '高层建筑',
        heading: '排查数',
        stored: '',
        candidates: [
          { fileName: '甲.xlsx', value: '3' },
          { fileName: '甲 新.xlsx', value: '5' },
        ],
      },
    ]);
    await expect(merge(uid)).rejects.toThrow('还有 1 处没有选定');
    await merge(uid, { decisions: { [conflicts[0]!.id]: conflicts[0]!.candidates[0]!.returnUid } });
    expect((await client.collections.table({ uid })).rows[0]?.values['count']).toBe('3');
  });

  it('never take the place of what is stored without a decision', async () => {
    const uid = await create(1);
    const [[, book] = never()] = [...(await handedOut(client, uid))];
    await receive(client, uid, [
      await fileOf('甲.xlsx', book.fill(TABLE, ...whole(), write('高层建筑', '罚款金额', 100))),
    ]);
    await merge(uid);
    await receive(client, uid, [
      await fileOf('乙.xlsx', book.fill(TABLE, ...whole(6, 4), write('高层建筑', '罚款金额', null))),
    ]);
    const preview = await client.collectionReturns.preview({ uid });
    expect(preview).toMatchObject({
      adds: 0,
      stayCount: 1,
      conflicts: [
        { stored: '3', changedSince: false },
        { heading: '罚款金额', stored: '10000', candidates: [{ value: '' }] },
      ],
    });
    await merge(uid, { rule: 'stored' });
    const values = async () => (await client.collections.table({ uid })).rows[0]?.values;
    expect(await values()).toMatchObject({ count: '3', fine: '10000' });
    await client.history.undo({});
    await merge(uid, { rule: 'keepChanged' });
    expect(await values()).toMatchObject({ count: '6', fine: '10000' });
    await client.history.undo({});
    const [kept, cleared] = preview.conflicts;
    const from = cleared!.candidates[0]!.returnUid;
    await merge(uid, { decisions: { [kept!.id]: 'stored', [cleared!.id]: from } });
    expect(await values()).toEqual({ item: '高层建筑', count: '3' });
  });

  it('are decided page by page and unit by unit, what was decided one by one before any rule', async () => {
    const uid = await create(2);
    const books = [...(await handedOut(client, uid))];
    const send = async (high: number, small: number) => {
      const files = books.map(([name, book]) =>
        fileOf(`${name}.xlsx`, book.fill(TABLE, ...whole(high, small))),
      );
      await receive(client, uid, await Promise.all(files));
    };
    await send(3, 4);
    await merge(uid);
    await send(5, 6);
    const all = await client.collectionReturns.preview({ uid });
    expect(all).toMatchObject({ conflictCount: 4, conflictUnits: [{ conflicts: 2 }, { conflicts: 2 }] });
    const ids = async (more: { unitUid?: string; from?: number; most?: number }) =>
      (await client.collectionReturns.preview({ uid, ...more })).conflicts.map(({ id }) => id);
    const allIds = all.conflicts.map(({ id }) => id);
    expect(await ids({ from: 1, most: 2 })).toEqual(allIds.slice(1, 3));
    const [, second] = all.conflictUnits;
    expect(await ids({ unitUid: second!.uid })).toEqual(allIds.slice(2));
    expect(await ids({ unitUid: second!.uid, from: 1, most: 2 })).toEqual(allIds.slice(3));
    await merge(uid, { rule: 'returned', decisions: { [allIds[3]!]: 'stored' } });
    const { rows } = await client.collections.table({ uid });
    expect(rows.map(({ values }) => values['count'])).toEqual(['5', '6', '5', '4']);
  });

  it('replace all the rows that a unit wrote itself, once that is decided', async () => {
    const uid = await create(1);
    const [[, book] = never()] = [...(await handedOut(client, uid))];
    const own = (...items: (string | null)[]): Fill[] =>
      items.map((item, place) => (sheet) => {
        const row = placeOf(sheet, '九小场所').row + 1 + place;
        sheet.getCell(row, placeOf(sheet, '场所类型').column).value = item;
        sheet.getCell(row, placeOf(sheet, '排查数').column).value = item === null ? null : place + 1;
      });
    await receive(client, uid, [
      await fileOf('甲.xlsx', book.fill(TABLE, ...whole(), ...own('A', 'B', 'C'))),
    ]);
    await merge(uid);
    await receive(client, uid, [await fileOf('乙.xlsx', book.fill(TABLE, ...own('B', 'C', null)))]);
    const items = async () =>
      (await client.collections.table({ uid })).rows
        .filter(({ key }) => key === null)
        .map(({ values }) => values['item']);
    expect((await client.collectionReturns.preview({ uid })).conflicts).toMatchObject([
      { row: '自己添的行' },
    ]);
    await merge(uid, { rule: 'stored' });
    expect(await items()).toEqual(['A', 'B', 'C']);
    await client.history.undo({});
    await merge(uid, { rule: 'returned' });
    expect(await items()).toEqual(['B', 'C']);

    await receive(client, uid, [await fileOf('丙.xlsx', book.fill(TABLE, ...own(null, null, null)))]);
    const { uid: unitUid } = (await client.collections.get({ uid })).units[0]!;
    const [latest] = await client.collectionReturns.ofUnit({ unitUid });
    expect(latest).toMatchObject({ state: 'correct', problems: [{ kind: 'note' }] });
    expect(latest!.problems[0]!.text).toContain('上一张表里自己添的 2 行(B、C)，这张表里没有了');
    const [asked] = (await client.collectionReturns.preview({ uid })).conflicts;
    await merge(uid, { rule: 'returned' });
    expect(await items()).toEqual(['B', 'C']);
    await client.history.undo({});
    await merge(uid, { decisions: { [asked!.id]: latest!.uid } });
    expect(await items()).toEqual([]);
  });

  it('are not merged on what was looked at before something else came', async () => {
    const uid = await create(1);
    const [[, book] = never()] = [...(await handedOut(client, uid))];
    await receive(client, uid, [await fileOf('甲.xlsx', book.fill(TABLE, ...whole()))]);
    const { digest } = await client.collectionReturns.preview({ uid });
    await receive(client, uid, [await fileOf('乙.xlsx', book.fill(TABLE, ...whole(9)))]);
    await expect(
      client.collectionReturns.merge({ uid, digest, rule: 'returned', decisions: {} }),
    ).rejects.toThrow('核对之后又有改动');
  });

  it('can be put right cell by cell with what the unit says on the telephone', async () => {
    const uid = await create(1);
    const [[name, book] = never()] = [...(await handedOut(client, uid))];
    const file = await fileOf('甲.xlsx', book.fill(TABLE, ...whole('约30', 900)));
    await receive(client, uid, [file]);
    const unitUid = (await client.collections.get({ uid })).units[0]!.uid;
    const [latest] = await client.collectionReturns.ofUnit({ unitUid });
    expect(latest?.problems.map(({ kind, guess }) => [kind, guess])).toEqual([
      ['question', '30'],
      ['wrong', null],
    ]);
    const answer = (place: number, text: string) =>
      client.collectionReturns.answer({ returnUid: latest!.uid, place, column: 'count', text });
    await expect(answer(0, '若干')).rejects.toThrow('不是数字');
    await expect(answer(1, '501')).rejects.toThrow('不能大于 500');
    await answer(0, '31');
    expect(await stateOf(uid, name)).toBe('mustCorrect');
    expect(await receive(client, uid, [file])).toMatchObject({ mustCorrect: 0, again: 1 });
    await answer(1, '50');
    expect(await stateOf(uid, name)).toBe('returned');
    await client.history.undo({});
    expect(await stateOf(uid, name)).toBe('mustCorrect');
  });

  it('are asked on which day something came true, at its cell, until they say so or that it has not', async () => {
    const { definition, rows } = form;
    const columns = definition.columns.map((column) =>
      column.key === 'day' ? { ...column, whenYes: 'done' } : column,
    );
    const uid = await create(1, { definition: { ...definition, columns }, rows });
    const [[name, book] = never()] = [...(await handedOut(client, uid))];
    const done = [write('高层建筑', '是否完成', '是'), write('九小场所', '是否完成', '1')];
    await receive(client, uid, [await fileOf('甲.xlsx', book.fill(TABLE, ...whole(), ...done))]);
    const { uid: unitUid } = (await client.collections.get({ uid })).units[0]!;
    const written = await openAll(
      await resultOf<WrittenFile>(
        client,
        client.collectionReturns.exportCorrections({ uid, unitUids: [unitUid], as: 'folder' }),
      ),
    );
    const sheet = [...written.values()][0]!.sheet(TABLE);
    const asked = sheet.getCell(placeOf(sheet, '高层建筑').row, placeOf(sheet, '完成日期').column);
    expect(JSON.stringify(asked.note)).toContain('“完成日期”没有填，是哪一天?');
    const told = async () => {
      const [latest] = await client.collectionReturns.ofUnit({ unitUid });
      return latest!.problems.map(({ cell }) => `${cell!.place} ${cell!.column}`);
    };
    const [{ uid: returnUid } = { uid: '' }] = await client.collectionReturns.ofUnit({ unitUid });
    const answer = (place: number, column: string, text: string) =>
      client.collectionReturns.answer({ returnUid, place, column, text });
    expect(await told()).toEqual(['0 day', '1 done']);
    await answer(1, 'done', '是');
    expect(await told()).toEqual(['0 day', '1 day']);
    await expect(answer(0, 'day', '2999-01-01')).rejects.toThrow('却还没有到');
    await answer(0, 'day', '2026-03-01');
    await answer(1, 'done', '否');
    expect(await told()).toEqual([]);
    expect(await stateOf(uid, name)).toBe('returned');
  });

  it('that are of an earlier version, or of another collection, say so', async () => {
    const uid = await create(1);
    const other = await create(1);
    const [[, book] = never()] = [...(await handedOut(client, uid))];
    const { units, title } = await client.collections.get({ uid });
    await client.collections.reissue({ uid, unitUids: units.map((unit) => unit.uid) });
    const file = await fileOf('甲.xlsx', book.fill(TABLE, ...whole()));
    expect(await receive(client, uid, [file])).toMatchObject({ mustCorrect: 1 });
    const [latest] = await client.collectionReturns.ofUnit({ unitUid: units[0]!.uid });
    expect(latest?.problems[0]?.text).toBe('这是第 1 次下发的表，现在用第 2 次的，请抄到新表上再交');
    expect((await receive(client, other, [file])).refused).toEqual([
      { fileName: '甲.xlsx', text: `这张表是“${title}”的，请到那里收。` },
    ]);
  });

  it('that lie unmerged when the table is handed out anew have to be copied', async () => {
    const uid = await create(1);
    const [[name, book] = never()] = [...(await handedOut(client, uid))];
    await receive(client, uid, [await fileOf('甲.xlsx', book.fill(TABLE, ...whole()))]);
    const unitUid = (await client.collections.get({ uid })).units[0]!.uid;
    await client.collections.reissue({ uid, unitUids: [unitUid] });
    expect(await client.collectionReturns.preview({ uid })).toMatchObject({ units: 0, leftOut: [name] });
    const [latest] = await client.collectionReturns.ofUnit({ unitUid });
    expect(latest?.problems.map(({ kind }) => kind)).toEqual(['version']);
  });

  it('are refused table by table where a workbook has one that is taken', async () => {
    const [uid, other] = [await create(1), await create(1)];
    const [[, book] = never()] = [...(await handedOut(client, uid))];
    const [[, foreign] = never()] = [...(await handedOut(client, other))];
    const from = foreign.sheet(TABLE);
    const copy = book.book.addWorksheet('另一张');
    from.eachRow((row, number) =>
      row.eachCell((cell, column) => (copy.getCell(number, column).value = cell.value)),
    );
    const received = await receive(client, uid, [await fileOf('甲.xlsx', book.fill(TABLE, ...whole()))]);
    expect(received).toMatchObject({ correct: 1, refused: [{ fileName: '甲.xlsx' }] });
    expect(received.refused[0]?.text).toContain('工作表“另一张”：这张表是');
  });

  it('keep their unit in the collection: it is not taken out until they are', async () => {
    const uid = await create(2);
    const [[name, book] = never()] = [...(await handedOut(client, uid))];
    await receive(client, uid, [await fileOf('甲.xlsx', book.fill(TABLE, ...whole()))]);
    const { units } = await client.collections.get({ uid });
    const unitUids = units.filter((unit) => unit.name === name).map((unit) => unit.uid);
    await expect(client.collections.removeUnits({ uid, unitUids })).rejects.toThrow('已经交回过，要留下记录');
    const [returned] = await client.collectionReturns.ofUnit({ unitUid: unitUids[0]! });
    await client.collectionReturns.discard({ returnUid: returned!.uid });
    await client.collections.removeUnits({ uid, unitUids });
    expect((await receive(client, uid, [await fileOf('甲.xlsx', book)])).refused[0]?.text).toContain(
      '已经不在下发名单里',
    );
  });

  it('may be taken out again as long as they are not merged', async () => {
    const uid = await create(1);
    const [[name, book] = never()] = [...(await handedOut(client, uid))];
    await receive(client, uid, [await fileOf('甲.xlsx', book.fill(TABLE, ...whole()))]);
    const unitUid = (await client.collections.get({ uid })).units[0]!.uid;
    const [{ uid: returnUid } = { uid: '' }] = await client.collectionReturns.ofUnit({ unitUid });
    await client.collectionReturns.discard({ returnUid });
    expect(await stateOf(uid, name)).toBe('handedOut');
    await client.history.undo({});
    await merge(uid);
    await expect(client.collectionReturns.discard({ returnUid })).rejects.toThrow('已经合并');
  });
});
