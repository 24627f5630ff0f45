import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import type { ScoreImportPreview, SheetScope } from '#shared/contract/score-sheets.ts';
import { createUnpacker } from '#shared/rules/assessment/group-scores.ts';
import { spelledScores } from '#shared/rules/assessment/shared-entries.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { cellChange, entry, openPeriod, putSchemeInForce } from '#tests/support/builders/period.ts';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';
import {
  type Fill,
  type FilledWorkbook,
  givenOutBy,
  openFilled,
  placeOf,
} from '#tests/support/filled-workbook.ts';
import { convertWithLibreOffice } from '#tests/support/libreoffice.ts';
import { findTool, notRun } from '#tests/support/tools.ts';

const tool = findTool('libreoffice');
if (tool === null)
  process.stdout.write(`${notRun('filled score sheets saved by another program', 'libreoffice')}\n`);
const minutes = 60_000;

type Office = Awaited<ReturnType<typeof startTestOffice>>;

describe('score sheets that are given out and read back', () => {
  let office: Office;
  let client: Client;
  let uid: string;
  let frame: GroupFrame;
  let schemeUid: string;

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
    ({ client } = office);
    await client.office.update({ name: '漯河市消防安全委员会办公室', exportFolder: office.dataFolder });
    schemeUid = await putSchemeInForce(client);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    ({ uid, frame } = await openPeriod(client, 'spotCheck'));
  });

  const scope = (given: Partial<SheetScope> = {}): SheetScope => ({
    groupUid: frame.uid,
    objectUids: frame.objects.slice(0, 2).map((object) => object.uid),
    stage: 'checked',
    judgeUids: [],
    withSelf: false,
    ...given,
  });
  async function givenOut(given: Partial<SheetScope> = {}): Promise<FilledWorkbook> {
    const { jobUid } = await client.scoreSheets.exportWorkbook(scope(given));
    return await givenOutBy(client, office.dataFolder, jobUid);
  }
  async function read(...books: FilledWorkbook[]): Promise<ScoreImportPreview> {
    const fileTokens = await Promise.all(
      books.map((book, place) => book.upload(client, `改名${place}.xlsx`)),
    );
    const { jobUid } = await client.scoreSheets.readWorkbooks({ periodUid: uid, fileTokens });
    const job = await finishedJob(client, jobUid);
    if (job.problem !== null) throw new Error(job.problem);
    return job.result as ScoreImportPreview;
  }
  const enter = (stagedUid: string | null) => client.scoreSheets.enterStaged({ stagedUid: stagedUid! });
  const name = (place: number) => frame.objects[place]!.shortName;
  /** Beside an item, in the columns that are filled in. */
  const score =
    (number: string, value: string | number | Date, reason = ''): Fill =>
    (sheet) => {
      const { row } = placeOf(sheet, number);
      const cell = sheet.getCell(row, placeOf(sheet, '考评分').column);
      cell.value = value;
      if (value instanceof Date) cell.style = { ...cell.style, numFmt: 'yyyy-mm-dd' };
      if (reason !== '') sheet.getCell(row, placeOf(sheet, '扣分理由').column).value = reason;
    };
  async function entriesOf(place: number): Promise<Record<string, ScoreEntry>> {
    const packed = spelledScores(await client.assessment.scores({ groupUid: frame.uid, stage: 'checked' }));
    const entries = createUnpacker(packed.keys)(packed.byObject[place] ?? '');
    const { indicators } = frame.scheme;
    return Object.fromEntries(
      [...entries].map(([one, own]) => [indicators.find((i) => i.uid === one)!.number, own]),
    );
  }
  const type = (...changes: ReturnType<typeof cellChange>[]) =>
    client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes });

  it('are laid out like the score sheet, one for each object, empty, with hidden marks', async () => {
    const { names, book } = await givenOut();
    expect(names).toEqual([name(0), name(1)]);
    const sheet = book.getWorksheet(name(0))!;
    for (const words of ['考评内容1.1', '第1部分', '考核总分']) placeOf(sheet, words);
    const [row, column] = [placeOf(sheet, '1.1').row, placeOf(sheet, '考评分').column];
    expect(sheet.getCell(row, column).value).toBeNull();
    expect(sheet.getColumn(sheet.columnCount).hidden).toBe(true);
    expect(sheet.getCell(2, 1).text).toBe(`被考评单位：${frame.objects[0]!.name}`);
  });

  it('show self scores beside the empty column where they are asked for', async () => {
    const changes = [cellChange(frame, [0, 3], entry({ direct: 19_250 }))];
    await client.assessment.setSelfScores({ groupUid: frame.uid, stage: 'self', changes });
    const sheet = (await givenOut({ withSelf: true })).sheet(name(0));
    const row = placeOf(sheet, '2.1').row;
    expect(sheet.getCell(row, placeOf(sheet, '自评分').column).value).toBe(19.25);
    const plain = (await givenOut()).sheet(name(0));
    expect(() => placeOf(plain, '自评分')).toThrow();
  });

  it('are read by whatever name their file has, as the grid reads what is typed, in one step', async () => {
    const book = await givenOut();
    book.fill(
      name(0),
      score('1.1', '2次'),
      score('1.2', -3, '台账不全'),
      score('2.1', 4.125, '资料缺页'),
      score('1.3', '满'),
    );
    book.fill(name(1), score('2.1', '/'));
    const preview = await read(book);
    expect(preview).toMatchObject({ adds: 5, changes: 0, same: 0, problems: [] });
    expect(preview.notes).toEqual([
      `没有填完的：${name(0)}(考评分)填了 4 项、空着 1 项；${name(1)}(考评分)填了 1 项、空着 4 项。空着的项不动。`,
    ]);
    expect(await entriesOf(0)).toEqual({});
    expect(await enter(preview.stagedUid)).toEqual({ changed: 5 });
    expect(await entriesOf(0)).toMatchObject({
      '1.1': { inputs: { a: { count: 2 } } },
      '1.2': { inputs: { b: { points: 3_000 } }, reason: '台账不全' },
      '1.3': { direct: null, inputs: {} },
      '2.1': { direct: 4_125, reason: '资料缺页' },
    });
    expect(await entriesOf(1)).toMatchObject({ '2.1': { notApplicable: true } });
    await client.history.undo({});
    expect(await entriesOf(0)).toEqual({});
    expect(await entriesOf(1)).toEqual({});
  });

  it('leave what they are silent about, and show what they would change beside what is stored', async () => {
    await type(
      cellChange(frame, [0, 0], entry({ inputs: { a: { count: 1 } } })),
      cellChange(frame, [0, 3], entry({ direct: 12_000, reason: '旧理由' })),
      cellChange(frame, [0, 2], entry()),
    );
    const book = await givenOut();
    book.fill(name(0), score('2.1', 13), score('1.3', '满'));
    const preview = await read(book);
    expect(preview).toMatchObject({ adds: 0, changes: 1, same: 1 });
    expect(preview.rows[0]).toMatchObject({
      action: 'change',
      stored: '12',
      written: '13',
      remark: '理由由“旧理由”改为“空”',
    });
    await enter(preview.stagedUid);
    expect(await entriesOf(0)).toMatchObject({
      '1.1': { inputs: { a: { count: 1 } } },
      '2.1': { direct: 13_000, reason: '' },
    });
  });

  it('name every problem by sheet, row and column, and store nothing while there is one', async () => {
    const book = await givenOut();
    const day = new Date('2026-03-01T00:00:00Z');
    book.fill(name(0), score('1.1', '三次吧'), score('2.1', 25), score('1.2', day), score('1.3', 20));
    book.fill(name(1), (sheet) => {
      sheet.getCell(placeOf(sheet, '1.1').row, placeOf(sheet, '扣分理由').column).value = '没有台账';
    });
    const preview = await read(book);
    expect(preview.stagedUid).toBeNull();
    const sheet = book.sheet(name(0));
    const rowOf = (number: string) => placeOf(sheet, number).row;
    const column = sheet.getColumn(placeOf(sheet, '考评分').column).letter;
    expect(preview.problems).toMatchObject([
      {
        place: `改名0.xlsx ${name(0)}`,
        row: rowOf('1.1'),
        column,
        text: expect.stringContaining('看不懂“三次吧”') as string,
      },
      { row: rowOf('1.2'), column, text: expect.stringContaining('成了日期“2026-03-01”') as string },
      { row: rowOf('2.1'), column, text: '本项得分应在0到20分之间。' },
      {
        place: `改名0.xlsx ${name(1)}`,
        row: rowOf('1.1'),
        text: expect.stringContaining('没有填分') as string,
      },
    ]);
  });

  it('are refused in another period than their own', async () => {
    const book = (await givenOut()).fill(name(0), score('2.1', 12));
    ({ uid } = await openPeriod(client, 'quarter'));
    const { problems } = await read(book);
    await client.assessment.removePeriod({ uid });
    expect(problems[0]!.text).toContain('请到它自己的考核期里读取');
  });

  it('are refused where they are of somebody else, of nobody, or there twice', async () => {
    const [one, twice] = [await givenOut(), await givenOut({ objectUids: [frame.objects[1]!.uid] })];
    one.fill(name(0), (sheet) => {
      sheet.getCell(2, 1).value = `被考评单位：${frame.objects[1]!.name}`;
    });
    const bare = await givenOut({ objectUids: [frame.objects[2]!.uid] });
    bare.fill(name(2), (sheet) => {
      sheet.spliceColumns(sheet.columnCount, 1);
    });
    const texts = (await read(one, twice, bare)).problems.map(({ text }) => text);
    expect(texts).toEqual([
      expect.stringContaining(`现在写着“${frame.objects[1]!.name}”`) as string,
      expect.stringContaining('请只留一张') as string,
      expect.stringContaining('认不出是哪个单位的评分表') as string,
    ]);
  });

  it('are refused where the group has gone over to another version of the scheme', async () => {
    const { uid: draftUid } = await client.schemes.newVersion({ uid: schemeUid, reason: '更正' });
    await client.schemes.putInForce({ uid: draftUid, from: '2026-01-01' });
    const sheet = await givenOut();
    const { seen } = await client.schemeChange.preview({ groupUid: frame.uid, schemeUid: draftUid });
    await client.schemeChange.change({ groupUid: frame.uid, schemeUid: draftUid, seen });
    schemeUid = draftUid;
    expect((await read(sheet)).problems[0]!.text).toContain('按方案的第 1 版导出的，考核组现在用第 2 版');
  });

  it('are not entered over what somebody has entered since they were looked through', async () => {
    const book = await givenOut();
    book.fill(name(0), score('2.1', 13));
    const preview = await read(book);
    await type(cellChange(frame, [0, 3], entry({ direct: 9_000, reason: '别人的' })));
    await expect(enter(preview.stagedUid)).rejects.toThrow('的评分又有改动，没有读入');
    expect(await entriesOf(0)).toMatchObject({ '2.1': { direct: 9_000 } });
  });

  it('are one for each judge, who gets only his own scores from his', async () => {
    const judge = (who: string) => ({ uid: null, name: who, userUid: null, recusals: [] });
    await client.judges.set({ groupUid: frame.uid, base: [], judges: [judge('张三'), judge('李四')] });
    const { judges } = await client.judges.ofGroup({ groupUid: frame.uid });
    const uids = judges.map((one) => one.uid);
    const book = await givenOut({ judgeUids: uids });
    expect(book.names).toEqual([`${name(0)}-张三`, `${name(1)}-张三`, `${name(0)}-李四`, `${name(1)}-李四`]);
    book
      .fill(`${name(0)}-张三`, score('2.1', 12, '少一册'))
      .fill(`${name(0)}-李四`, score('2.1', 15, '不全'));
    const preview = await read(book);
    expect(preview.rows.map(({ column }) => column)).toEqual(['评委 张三', '评委 李四']);
    await enter(preview.stagedUid);
    expect(await entriesOf(0)).toMatchObject({
      '2.1': { mean: '13500/1', reason: '张三：少一册；李四：不全' },
    });
    const wrong = await givenOut();
    wrong.fill(name(0), score('2.1', 12));
    expect((await read(wrong)).problems[0]!.text).toContain('由评委评分');
  });

  it('are printed with the same rows and room to sign', async () => {
    const [paper] = await client.scoreSheets.forms(scope());
    const tables = paper!.body.filter((block) => block.kind === 'table');
    expect(tables[1]!.rows.flat().map(({ text }) => text)).toEqual(
      expect.arrayContaining(['考评内容1.1', '考核总分']),
    );
    expect(tables[2]!.rows.flat().map(({ text }) => text)).toContain('考核组长签名');
  });

  it.skipIf(tool === null)(
    'are read the same after another program has saved them',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'score-sheets-'));
      try {
        const book = await givenOut();
        book.fill(
          name(0),
          score('1.1', '2次'),
          score('1.2', -3, '台账不全'),
          score('2.1', 4.125, '资料缺页'),
        );
        const path = join(folder, '填好.xlsx');
        writeFileSync(path, new Uint8Array(await book.book.xlsx.writeBuffer()));
        const saved = await convertWithLibreOffice(tool ?? '', path, 'xlsx', join(folder, 'saved'));
        const preview = await read(await openFilled(readFileSync(saved)));
        expect(preview).toMatchObject({ adds: 3, problems: [] });
        await enter(preview.stagedUid);
        expect(await entriesOf(0)).toMatchObject({ '2.1': { direct: 4_125, reason: '资料缺页' } });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    5 * minutes,
  );
});
