import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '#shared/calendar/days.ts';
import type { YearSurvey } from '#shared/contract/archive.ts';
import type { NewCollection } from '#shared/contract/collections.ts';
import type { WrittenFolder } from '#shared/contract/files.ts';
import { INDEX_NAME } from '#shared/rules/archive/names.ts';
import { collectedColumn } from '#shared/rules/collections/definition.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';
import { placeOf } from '#tests/support/filled-workbook.ts';
import { bytesOf, handedOut, receive, resultOf, TABLE } from '#tests/support/handed-workbooks.ts';
import { upload } from '#tests/support/upload.ts';
import { workbookTexts } from '#tests/support/workbook-texts.ts';

const year = Number(localDay(Date.now()).slice(0, 4));
const quarterly = join(import.meta.dirname, '../../../fixtures/forms/quarterly.xlsx');
const form = {
  definition: {
    rows: 'given' as const,
    blankRows: 0,
    columns: [
      collectedColumn('item', '场所类型', { locked: true }),
      collectedColumn('count', '排查数', { kind: 'whole', required: true, max: '500' }),
    ],
  },
  rows: [{ key: 'high', values: { item: '高层建筑' }, ranges: {} }],
};

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
let exports: string;
let folder: string;
let names: string[];

async function create(title: string, more: Partial<NewCollection>): Promise<string> {
  const origin = more.origin ?? { kind: 'form' };
  const { units } = await client.collections.propose({ origin });
  const organizationUids = units.slice(0, 2).map(({ organizationUid }) => organizationUid);
  const given = { instruction: '', dueOn: `${year}-12-31`, organizationUids, form: null, ...more };
  return (await client.collections.create({ title, origin, ...given })).uid;
}

/** Each unit's table with one number in it. */
async function returnAll(uid: string, counts: readonly ExcelJS.CellValue[]): Promise<void> {
  const files = [...(await handedOut(client, uid))].map(async ([name, book], place) => {
    const sheet = book.sheet(TABLE);
    sheet.getCell(placeOf(sheet, '高层建筑').row, placeOf(sheet, '排查数').column).value = counts[place]!;
    return { name: `${name}回执.xlsx`, bytes: await bytesOf(book) };
  });
  await receive(client, uid, await Promise.all(files));
}

beforeAll(async () => {
  office = await startTestOffice({ name: '赣州市', code: '3607' });
  ({ client } = office);
  exports = mkdtempSync(join(tmpdir(), 'collection-archive-'));
  await client.office.update({ name: '赣州市消防安全委员会办公室', exportFolder: exports });
  const uid = await create('排查统计', { form });
  await returnAll(uid, [3, 700]);
  const { digest } = await client.collectionReturns.preview({ uid });
  await client.collectionReturns.merge({ uid, digest, rule: 'returned', decisions: {} });
  await create('水源核对', { origin: { kind: 'ledger', ledger: 'waterSources' } });
  await create('明年的统计', { form, dueOn: `${year + 1}-01-05` });
  const fileToken = await upload(client, '季度表.xlsx', readFileSync(quarterly));
  await resultOf(client, client.foreignForms.add({ fileToken, name: '季度表' }));

  const written = await resultOf<WrittenFolder>(client, client.archive.write({ year }));
  folder = join(written.folder, written.name);
  names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
});
afterAll(async () => {
  await office.close();

  rmSync(exports, { recursive: true });
});

describe('what a year’s archive holds of what was collected', () => {
  it('is counted by the day on which it was due, and told as long as something is missing', async () => {
    const { parts, warnings } = await resultOf<YearSurvey>(client, client.archive.survey({ year }));
    expect(parts.find(({ key }) => key === 'collections')).toMatchObject({ name: '下发收集', count: 2 });
    expect(warnings.join()).toContain('有 2 次下发收集还没有收齐');
    expect(names.some((name) => name.includes('明年的统计'))).toBe(false);
  });

  it('are the tables as they came back, by unit, and what was collected from them', async () => {
    const own = names.filter((name) => name.includes(' 下发收集/排查统计/') && name.endsWith('.xlsx'));
    expect(own.map((name) => name.split('/').slice(2).join('/')).toSorted()).toEqual([
      expect.stringMatching(/^交回的表\/[^/]+\/.+回执\.xlsx$/u),
      expect.stringMatching(/^交回的表\/[^/]+\/.+回执\.xlsx$/u),
      '收集到的内容.xlsx',
      '收集情况.xlsx',
    ]);
    const collected = await workbookTexts(folder, {
      name: own.find((name) => name.includes('收集到的内容'))!,
    });
    expect(collected['汇总']!.flat()).toEqual(expect.arrayContaining(['高层建筑', '3']));
  });

  it('says where each unit stands, and what had to be corrected in which cell', async () => {
    const name = names.find((each) => each.endsWith('排查统计/收集情况.xlsx'))!;
    const { 收集情况: units, 交回和更正: returns } = await workbookTexts(folder, { name });
    expect(units!.flat()).toEqual(expect.arrayContaining(['已合并', '要改正']));
    const lines = returns!.map((row) => row.join('|'));
    expect(lines.some((line) => /要改正\|第 \d+ 行 B 列\|填的是 700，不能大于 500$/u.test(line))).toBe(true);
    expect(lines.some((line) => /回执\.xlsx\|已合并/u.test(line))).toBe(true);
  });

  it('names what is not kept: what a ledger has taken over, and forms that were filled for other offices', async () => {
    const { 没有归档的内容: leftOut } = await workbookTexts(folder, { name: INDEX_NAME });
    const reasons = leftOut!.map((row) => row.join('|'));
    expect(reasons.some((line) => /水源核对：收集到的内容\|合并到“消防水源”里了/u.test(line))).toBe(true);
    expect(reasons.some((line) => /季度表：填好的表\|填好的表存在导出文件夹里/u.test(line))).toBe(true);
    expect(names.some((name) => name.endsWith(' 上级表格/季度表/季度表.xlsx'))).toBe(true);
  });
});
