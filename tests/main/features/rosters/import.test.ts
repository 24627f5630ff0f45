import type { RosterImportPreview } from '#shared/contract/roster-views.ts';
import type { WrittenFile } from '#shared/contract/files.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openReader } from '#main/core/store/open.ts';
import { interpret } from '#main/features/rosters/import/interpret.ts';
import { tableOfPaste } from '#main/core/excel/read/source-table.ts';
import { writeListWorkbook } from '#main/core/excel/write/list-workbook.ts';
import { finishedJob } from '#tests/support/core.ts';
import { upload } from '#tests/support/upload.ts';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { useCommittee } from './support.ts';

function textOf(cell: unknown): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

describe('a pasted roster', () => {
  const committee = useCommittee('甲县');
  const readByJob = async (
    text: string,
    over: Partial<{ from: string; mode: 'add' | 'replace' }> = {},
  ): Promise<RosterImportPreview> => {
    const place = {
      organizationUid: committee.countyUid,
      from: over.from ?? null,
      document: '',
      mode: over.mode ?? ('add' as const),
    };
    const { jobUid } = await committee.client.rosters.readPaste({ text, place });
    return (await finishedJob(committee.client, jobUid)).result as RosterImportPreview;
  };
  /** Without a job: what is read, nothing staged. */
  const look = (text: string, over: Partial<{ from: string; mode: 'add' | 'replace' }> = {}) => {
    const db = openReader(committee.office.dataFolder);
    const place = {
      organizationUid: committee.countyUid,
      from: over.from ?? null,
      document: '',
      mode: over.mode ?? 'add',
    } as const;
    const read = interpret(db, tableOfPaste(text).rows, place, '2026-06-01');
    db.close();
    return { ...read, errors: read.problems.filter(({ severity }) => severity === 'error') };
  };
  const take = (preview: RosterImportPreview) =>
    committee.client.rosters.importStaged({ stagedUid: preview.stagedUid! });

  it('finds units by full, short and former name, and is taken back in one step', async () => {
    const education = await committee.unit('甲县教育局');
    const management = await committee.unit('甲县城市管理局');
    await committee.client.organizations.change({
      uid: management,
      base: { name: '甲县城市管理局' },
      set: { name: '甲县综合行政执法局' },
      from: '2025-01-01',
      document: '',
      note: '',
    });
    const preview = await readByJob(
      '主任：陈建国 副县长\n成员：李 强 县教育局局长\n王芳 城管局局长\n联络员：赵敏 甲县教育局科员 13812345678',
    );
    expect(preview).toMatchObject({ form: 'text', rowCount: 4, adds: 4, errorCount: 0 });
    expect(
      preview.rows.map(({ positionName, name, unitKnown, post }) => [positionName, name, unitKnown, post]),
    ).toEqual([
      ['主任', '陈建国', false, '副县长'],
      ['成员', '李强', true, '局长'],
      ['成员', '王芳', true, '局长'],
      ['联络员', '赵敏', true, '科员'],
    ]);
    expect((await take(preview)).imported).toBe(4);
    const entries = await committee.entries();
    expect(entries.map(({ name, organizationUid }) => [name, organizationUid])).toEqual([
      ['陈建国', null],
      ['李强', education],
      ['王芳', management],
      ['赵敏', education],
    ]);
    expect(entries[3]?.mobile).toBe('13812345678');
    await committee.client.history.undo({});
    expect(await committee.names()).toEqual([]);
    await committee.client.history.redo({});
    expect(await committee.names()).toHaveLength(4);
  });

  it('points out by line what is wrong', () => {
    const { errors } = look('顾问：钱一 退休干部\n成员：周二 县水利局局长\n成员：周二 县水利局局长');
    expect(errors.map(({ row }) => row)).toEqual([1, 3]);
    expect(look('关于印发名单的通知').errors).toHaveLength(1);
    expect(look('主任：陈建国 副县长', { mode: 'replace' }).errors).toMatchObject([{ row: 0 }]);
  });

  it('takes a person of one name for the one who sits there, and another one for somebody else', async () => {
    // 王芳 sits there already: with another post it is she.
    expect(look('成员：王芳 县民政局副局长').rows[0]?.action).toBe('change');
    await committee.appoint('高远', { unit: '县林业局' });
    await committee.appoint('高远', { unit: '县体育局' });
    const { rows, problems } = look('成员：高远 县气象局局长');
    expect(rows[0]?.action).toBe('add');
    expect(problems[0]?.text).toContain('已有同名的高远(县林业局、县体育局)');
    await committee.client.history.undo({});
    await committee.client.history.undo({});
  });

  it('takes the roster’s place from a day: who stays, comes, changes and goes', async () => {
    const preview = await readByJob(
      '主任：陈建国 副县长\n成员：李强 县教育局党组书记\n孙丽 县应急管理局局长\n联络员：赵敏 县教育局科员',
      { from: '2026-03-01', mode: 'replace' },
    );
    expect(preview).toMatchObject({ adds: 1, changes: 1, same: 2, leaving: ['王芳'] });
    await take(preview);
    expect(await committee.names('2026-03-01')).toEqual(['陈建国', '李强', '孙丽', '赵敏']);
    expect(await committee.names('2026-02-28')).toEqual(['陈建国', '李强', '王芳', '赵敏']);
    const [, li] = await committee.entries('2026-03-01');
    expect(li).toMatchObject({ post: '党组书记', firstDay: '2026-03-01' });
  });

  it('reads somebody with two positions as one person', () => {
    const { rows } = look('副主任：何平 县政府办公室主任\n办公室主任：何平 县政府办公室主任');
    expect(rows.map(({ entry }) => entry.personUid)).toHaveLength(2);
    expect(new Set(rows.map(({ entry }) => entry.personUid)).size).toBe(1);
  });
});

describe('a roster in a workbook', () => {
  const committee = useCommittee('乙县');

  it('is read, exported, and read again as the same people', async () => {
    await committee.unit('乙县公安局');
    const path = join(committee.office.dataFolder, 'list.xlsx');
    await writeListWorkbook(
      path,
      [
        {
          name: '名单',
          columns: ['手机', '姓名', '委员会职务', '工作单位', '职务', '任职日期', '文号'].map((heading) => ({
            heading,
            width: 12,
          })),
          rows: [
            ['13800001111', '张伟', '主任', '乙县人民政府', '副县长', '2025-02-01', '乙政发〔2025〕3号'],
            ['13800002222', '李\u3000强', '副主任', '县公安局', '副局长', '', ''],
          ],
        },
      ],
      () => undefined,
    );
    const fileToken = await upload(committee.client, 'list.xlsx', readFileSync(path));
    const place = {
      organizationUid: committee.countyUid,
      from: '2025-01-01',
      document: '乙政发〔2025〕1号',
      mode: 'add' as const,
    };
    const reading = await committee.client.rosters.readWorkbook({ fileToken, sheet: null, place });
    const done = await finishedJob(committee.client, reading.jobUid);
    expect(done.problem).toBeNull();
    const preview = done.result as RosterImportPreview;
    expect(preview).toMatchObject({ form: 'table', adds: 2, errorCount: 0 });
    await committee.client.rosters.importStaged({ stagedUid: preview.stagedUid! });
    expect(
      (await committee.entries()).map(({ name, firstDay, document }) => [name, firstDay, document]),
    ).toEqual([
      ['张伟', '2025-02-01', '乙政发〔2025〕3号'],
      ['李强', '2025-01-01', '乙政发〔2025〕1号'],
    ]);

    const exporting = await committee.client.rosters.exportWorkbook({
      committeeUids: [committee.committeeUid],
      day: null,
      sheets: ['roster', 'phoneBook', 'signIn', 'units'],
      maskPhones: true,
    });
    const file = (await finishedJob(committee.client, exporting.jobUid)).result as WrittenFile;
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(file.folder, file.name));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['名单', '通讯录', '签到表', '成员单位']);
    const texts = workbook.worksheets[1]!.getSheetValues()
      .flatMap((row) => (Array.isArray(row) ? row : []))
      .map(String);
    expect(texts).toEqual(expect.arrayContaining(['张\u3000伟', '138****1111', '乙县公安局']));
    expect(texts.join()).not.toContain('13800001111');

    const lines = workbook.worksheets[1]!.getSheetValues().flatMap((row, index) =>
      Array.isArray(row) ? [{ row: index, cells: Array.from(row.slice(1), (cell) => textOf(cell)) }] : [],
    );
    const db = openReader(committee.office.dataFolder);
    const again = interpret(db, lines, { ...place, mode: 'replace', from: '2026-01-01' }, '2026-01-01');
    db.close();
    expect(again.rows.map(({ action }) => action)).toEqual(['same', 'same']);
    expect(again.missing).toEqual([]);
  });

  it('comes back from each sheet of the export without a change', async () => {
    await committee.unit('乙县教育局');
    const [first] = await committee.entries();
    expect(first).toBeDefined();
    const exporting = await committee.client.rosters.exportWorkbook({
      committeeUids: [committee.committeeUid],
      day: null,
      sheets: ['roster', 'phoneBook'],
      maskPhones: false,
    });
    const file = (await finishedJob(committee.client, exporting.jobUid)).result as WrittenFile;
    for (const sheet of [null, '名单', '通讯录'])
      for (const mode of ['add', 'replace'] as const) {
        const bytes = readFileSync(join(file.folder, file.name));
        const fileToken = await upload(committee.client, file.name, bytes);
        const place = {
          organizationUid: committee.countyUid,
          from: mode === 'replace' ? '2026-02-01' : null,
          document: '',
          mode,
        };
        const { jobUid } = await committee.client.rosters.readWorkbook({ fileToken, sheet, place });
        const done = await finishedJob(committee.client, jobUid);
        const preview = done.result as RosterImportPreview;
        expect([sheet, mode, preview]).toMatchObject([
          sheet,
          mode,
          { adds: 0, changes: 0, same: 2, leaving: [], errorCount: 0, problems: [] },
        ]);
      }
  });
});
