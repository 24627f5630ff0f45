import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WrittenFile } from '#shared/contract/files.ts';
import type { OrganizationImportPlace } from '#shared/contract/organizations.ts';
import type { ListChoice, ListPreview, ListSource } from '#shared/contract/table-import.ts';
import { writeListWorkbook } from '#main/core/excel/write/list-workbook.ts';
import { finishedJob } from '#tests/support/core.ts';
import { composeWorkbook } from '#tests/support/builders/sheet.ts';
import { nothingChosen, previewOf } from '#tests/support/table-import.ts';
import { upload } from '#tests/support/upload.ts';
import { type Place, useOffice } from '../support.ts';

const rows = (...lines: readonly (readonly string[])[]) =>
  lines.map((cells) => cells.join('\t')).join('\r\n');

describe('organizations pasted from a sheet', () => {
  const place = useOffice();

  it('in the usual columns 县 | 乡镇 | 村 with cells left empty below merged ones', async () => {
    const preview = await read(
      rows(
        ['江州市机构表'],
        ['序号', '县(市、区)', '乡镇(街道)', '村(社区)', '是否全国重点镇'],
        ['1', '城东区', '中山街道', '东门社区', ''],
        ['2', '', '', '西门社区', ''],
        ['3', '', '柳林镇', '', '是'],
        ['4', '城西区', '河口镇', '河口村', '否'],
      ),
    );
    expect(preview).toMatchObject({ errorCount: 0, rowCount: 4, adds: 8, changes: 0 });
    expect(preview.notes).toEqual(['将新增：县(市、区) 2 个、乡镇(街道) 3 个、村(社区) 3 个。']);
    expect(preview.rows.map(({ remark }) => remark)).toEqual([
      '城东区 / 中山街道 / 东门社区；连同“城东区”、“中山街道”',
      '城东区 / 中山街道 / 西门社区',
      '城东区 / 柳林镇；简称 柳林',
      '城西区 / 河口镇 / 河口村；连同“城西区”、“河口镇”',
    ]);
    expect(await place.names('county')).toEqual([]);
    expect(await take(preview)).toEqual({ added: 8, changed: 0 });
    expect(await place.names('township')).toEqual(['中山街道', '河口镇', '柳林镇']);
    const tree = await place.client.organizations.tree({ day: null });
    expect(tree.find((node) => node.name === '柳林镇')).toMatchObject({
      shortName: '柳林',
      marks: ['nationalKeyTown'],
    });
    await place.client.history.undo({});
    expect(await place.names('county')).toEqual([]);
    await place.client.history.redo({});
    expect(await place.names('village')).toHaveLength(3);
  });

  it('as names with level and parent, parents by short name or path', async () => {
    const preview = await read(
      rows(
        ['单位名称', '简称', '级别', '上级'],
        ['城南县', '城南', '县级', ''],
        ['南山镇', '南山', '乡镇', '城南'],
        ['南门村', '', '村', '城南县/南山镇'],
        ['市水务局', '水务局', '成员单位', ''],
      ),
    );
    expect(preview.problems).toEqual([]);
    await take(preview);
    const tree = await place.client.organizations.tree({ day: null });
    const village = tree.find((node) => node.name === '南门村');
    expect(tree.find((node) => node.uid === village?.parentUid)?.name).toBe('南山镇');
    expect(tree.find((node) => node.name === '市水务局')?.parentUid).toBe(place.cityUid);
  });

  it('as plain names without a heading, below what was chosen', async () => {
    const county = await place.add('county', '城北县');
    const at = { parentUid: county, level: 'township' as const };
    const preview = await read(rows(['1', '北一镇', '北一'], ['2', '北二镇', '']), at);
    expect(preview.form).toEqual({ headingRow: 0, mapping: [null, 'name', 'shortName'] });
    await takeOver(place, preview, nothingChosen, at);
    const tree = await place.client.organizations.tree({ day: null });
    expect(tree.filter((node) => node.parentUid === county).map((node) => node.name)).toEqual([
      '北一镇',
      '北二镇',
    ]);
  });

  it('corrects short names and marks of what is there already, and leaves the rest alone', async () => {
    const uid = await place.add('county', '甲县');
    const preview = await read(
      rows(['县区', '简称', '标记'], ['甲县', '甲甲', '开发区'], ['城东区', '', '']),
    );
    expect(preview).toMatchObject({ adds: 0, changes: 1, same: 1, errorCount: 0 });
    expect(preview.rows[0]?.remark).toBe('简称 甲县 → 甲甲；标记 开发区');
    expect(await take(preview)).toEqual({ added: 0, changed: 1 });
    expect(await place.node(uid)).toMatchObject({ shortName: '甲甲', marks: ['developmentZone'] });
  });

  it('names what is wrong by row and column, and can then not be taken over at all', async () => {
    const preview = await read(
      rows(
        ['名称', '级别', '上级', '标记', '代码'],
        ['好县', '县', '', '', ''],
        ['', '县', '', '', ''],
        ['怪', '星球', '', '', ''],
        ['孤村', '村', '没有的镇', '', ''],
        ['记镇', '镇', '好县', '没有的标记', ''],
        ['数镇', '镇', '好县', '', 'abc'],
        ['长'.repeat(61), '县', '', '', ''],
        ['好县', '县', '', '', ''],
      ),
    );
    await expect(take(preview)).rejects.toMatchObject({ code: 'refused' });
    expect(await place.names('county')).not.toContain('好县');
    expect(preview.problems.map(({ severity, row, column }) => [severity, row, column])).toEqual([
      ['error', 3, 'A'],
      ['error', 4, 'B'],
      ['error', 5, 'C'],
      ['error', 6, 'D'],
      ['warning', 7, 'E'],
      ['error', 8, 'A'],
      ['warning', 9, 'A'],
    ]);
    expect(preview.rows[0]).toMatchObject({ row: 3, action: 'none', remark: '名称是空的。' });
  });

  it('is read anew when it is taken over: what has become wrong meanwhile is refused', async () => {
    const preview = await read(rows(['县区', '乡镇'], ['后来县', '后来镇']));
    await place.add('county', '后来县', place.cityUid, '2099-01-01');
    await expect(take(preview)).rejects.toMatchObject({ code: 'refused' });
    const unknown = { ...preview, stagedUid: place.cityUid };
    await expect(take(unknown)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('cannot be taken over twice', async () => {
    const preview = await read(rows(['县区'], ['一次县']));
    await take(preview);
    await expect(take(preview)).rejects.toMatchObject({ code: 'notFound' });
  });

  function read(text: string, at: Partial<OrganizationImportPlace> = {}): Promise<ListPreview> {
    return readFrom(place, { text }, nothingChosen, at);
  }

  function take(preview: ListPreview) {
    return takeOver(place, preview);
  }
});

describe('organizations in workbooks', () => {
  const place = useOffice();
  it('come back from the exported list as they were', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'office-export-'));
    await place.client.office.update({ name: '办公室', exportFolder: folder });
    const county = await place.add('county', '=1+1县');
    const town = await place.add('township', '重点镇', county);
    await place.add('village', '东村', town);
    await place.add('memberUnit', '市公安局');
    await place.client.organizations.setMarks({
      uids: [town],
      add: ['nationalKeyTown'],
      remove: [],
      from: null,
      document: '',
    });
    const { jobUid } = await place.client.organizations.exportWorkbook({ day: null });
    const written = (await finishedJob(place.client, jobUid)).result as WrittenFile;
    expect(existsSync(join(folder, written.name))).toBe(true);
    for (const sheet of ['行政区划', '成员单位']) {
      const preview = await readFile(join(folder, written.name), sheet);
      expect(preview).toMatchObject({ sheets: ['行政区划', '成员单位'], adds: 0, changes: 0, problems: [] });
      expect(preview.same).toBe(sheet === '成员单位' ? 1 : 3);
    }
  });

  it('are not taken over while a formula without its result stands in a column that is read', async () => {
    const bytes = await composeWorkbook({
      rows: [
        ['序号', '县', '乡镇', '备注'],
        [{ formula: 'ROW()-1' }, '甲县', '河口镇', { formula: 'A2' }],
        [{ formula: 'ROW()-1' }, '甲县', { formula: 'D3&"镇"' }, null],
        [{ formula: 'ROW()-1' }, null, null, null],
      ],
    });
    const preview = await readBytes(bytes, null);
    expect(preview).toMatchObject({ errorCount: 1 });
    expect(preview.problems).toMatchObject([{ severity: 'error', row: 3, column: 'C' }]);
    expect(preview.problems[0]?.text).toContain('公式');
    await expect(takeOver(place, preview)).rejects.toMatchObject({ code: 'refused' });
  });

  it('of 20 000 rows are read, taken over in one operation and undone, while others keep working', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'office-import-')), 'villages.xlsx');
    const names = Array.from({ length: 20_000 }, (_unused, index) => [
      `${Math.floor(index / 10_000) + 1}号县`,
      `${Math.floor(index / 250) + 1}号镇`,
      `${index + 1}号村`,
    ]);
    const columns = ['县', '乡镇', '村'].map((heading) => ({ heading, width: 12 }));
    await writeListWorkbook(path, [{ name: '村', columns, rows: names }], () => undefined);
    const preview = await readFile(path, null);
    expect(preview).toMatchObject({ rowCount: 20_000, errorCount: 0 });
    const taking = takeOver(place, preview);
    expect((await place.client.organizations.marks()).length).toBe(2);
    expect(await taking).toEqual({ added: 20_082, changed: 0 });
    await place.client.history.undo({});
    expect((await place.client.organizations.tree({ day: null })).length).toBeLessThan(10);
  }, 120_000);

  function readFile(path: string, sheet: string | null): Promise<ListPreview> {
    return readBytes(readFileSync(path), sheet);
  }

  async function readBytes(bytes: Uint8Array, sheet: string | null): Promise<ListPreview> {
    return readFrom(place, { fileToken: await upload(place.client, 'list.xlsx', bytes), sheet });
  }
});

function optionsAt(place: Place, at: Partial<OrganizationImportPlace>): OrganizationImportPlace {
  return { parentUid: place.cityUid, level: 'county', from: null, ...at };
}

function readFrom(
  place: Place,
  source: ListSource,
  choice: ListChoice = nothingChosen,
  at: Partial<OrganizationImportPlace> = {},
): Promise<ListPreview> {
  const options = optionsAt(place, at);
  return previewOf(place.client, place.client.organizations.readTable({ source, choice, options }));
}

function takeOver(
  place: Place,
  { stagedUid }: ListPreview,
  choice: ListChoice = nothingChosen,
  at: Partial<OrganizationImportPlace> = {},
) {
  return place.client.organizations.importTable({ stagedUid, choice, options: optionsAt(place, at) });
}
