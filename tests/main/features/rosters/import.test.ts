import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { WrittenFile } from '#shared/contract/files.ts';
import type { RosterImportPlace } from '#shared/contract/rosters.ts';
import type { ListChoice, ListPreview, ListSource } from '#shared/contract/table-import.ts';
import { finishedJob } from '#tests/support/core.ts';
import { sheetXml, workbookBytes } from '#tests/support/hostile-workbooks/workbook-parts.ts';
import { actionsOf, nothingChosen, previewOf } from '#tests/support/table-import.ts';
import { upload } from '#tests/support/upload.ts';
import { type Committee, useCommittee } from './support.ts';

type Over = Partial<RosterImportPlace>;

/** The import as the tests ask it: of one committee, added to those who sit there from before the records. */
function importOf(committee: Committee) {
  const placeOf = (over: Over): RosterImportPlace => ({
    organizationUid: committee.countyUid,
    from: null,
    document: '',
    mode: 'add',
    ...over,
  });
  const read = (source: ListSource, over: Over = {}, choice: ListChoice = nothingChosen) =>
    previewOf(
      committee.client,
      committee.client.rosters.readTable({ source, choice, options: placeOf(over) }),
    );
  return {
    read,
    paste: (text: string, over: Over = {}) => read({ text }, over),
    readFile: async (bytes: Uint8Array, sheet: string | null = null, over: Over = {}) =>
      read({ fileToken: await upload(committee.client, 'list.xlsx', bytes), sheet }, over),
    take: ({ stagedUid }: ListPreview, over: Over = {}, choice: ListChoice = nothingChosen) =>
      committee.client.rosters.importTable({ stagedUid, choice, options: placeOf(over) }),
    async exported(maskPhones: boolean): Promise<WrittenFile> {
      const { jobUid } = await committee.client.rosters.exportWorkbook({
        committeeUids: [committee.committeeUid],
        day: null,
        sheets: ['roster', 'phoneBook', 'signIn', 'units'],
        maskPhones,
      });
      return (await finishedJob(committee.client, jobUid)).result as WrittenFile;
    },
  };
}

const errorsOf = ({ problems }: ListPreview) =>
  problems.filter(({ severity }) => severity === 'error').map(({ row, column }) => `${row}${column}`);
const inOrder = ({ rows }: ListPreview) => rows.toSorted((one, other) => one.row - other.row);

describe('a pasted roster', () => {
  const committee = useCommittee('甲县');
  const list = importOf(committee);

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
    const preview = await list.paste(
      '主任：陈建国 副县长\n成员：李 强 县教育局局长\n王芳 城管局局长\n联络员：赵敏 甲县教育局科员 13812345678',
    );
    expect(preview).toMatchObject({ rowCount: 4, adds: 4, problems: [], leaving: null });
    expect(preview.form).toEqual({
      headingRow: 0,
      mapping: ['position', 'name', 'title', 'mobile'],
      inWords: true,
    });
    expect(inOrder(preview).map(({ cells, remark }) => [...cells, remark])).toEqual([
      ['主任', '陈建国', '副县长', '', '职务“副县长”'],
      ['成员', '李强', '县教育局局长', '', '单位“县教育局”；职务“局长”'],
      ['成员', '王芳', '城管局局长', '', '单位“城管局”；职务“局长”'],
      ['联络员', '赵敏', '甲县教育局科员', '13812345678', '单位“甲县教育局”；职务“科员”'],
    ]);
    expect(await list.take(preview)).toEqual({ added: 4, changed: 0 });
    const entries = await committee.entries();
    expect(entries.map(({ name, organizationUid }) => [name, organizationUid])).toEqual([
      ['陈建国', null],
      ['李强', education],
      ['王芳', management],
      ['赵敏', education],
    ]);
    expect(entries[3]?.mobile).toBe('13812345678');
    const asked = { text: '', userName: null, from: null, to: null, before: null, limit: 1 };
    const [record] = (await committee.client.history.list(asked)).records;
    expect(record).toMatchObject({
      label: '导入名单',
      summary: '甲县消防安全委员会：新增 4 人，更新 0 人',
    });
    await committee.client.history.undo({});
    expect(await committee.names()).toEqual([]);
    await committee.client.history.redo({});
    expect(await committee.names()).toHaveLength(4);
  });

  it('points out by row and column what is wrong, to be put right in place', async () => {
    const preview = await list.paste(
      '顾问：钱一 退休干部\n成员：周二 县水利局局长\n成员：周二 县水利局局长\n附：以上人员为试任',
    );
    expect(errorsOf(preview)).toEqual(['1A', '3B']);
    expect(preview.rows.find(({ row }) => row === 4)?.remark).toBe('没有姓名，这一行不导入。');
    await expect(list.take(preview)).rejects.toMatchObject({ code: 'refused' });
    const corrections = [
      { row: 1, column: 0, text: '成员' },
      { row: 3, column: 1, text: '周三' },
    ];
    const choice = { form: null, corrections };
    const again = await list.read({ stagedUid: preview.stagedUid }, {}, choice);
    expect(again).toMatchObject({ errorCount: 0, adds: 3 });
    expect(await list.take(preview, {}, { form: again.form, corrections } as ListChoice)).toEqual({
      added: 3,
      changed: 0,
    });
    expect(await committee.names()).toEqual(expect.arrayContaining(['钱一', '周二', '周三']));
    await committee.client.history.undo({});
  });

  it('of which nobody can be read is refused, and so is one without its day', async () => {
    expect(errorsOf(await list.paste('关于印发名单的通知'))).toEqual(['0']);
    expect(errorsOf(await list.paste('主任：陈建国 副县长', { mode: 'replace' }))).toEqual(['0']);
  });

  it('may be a table after all: its heading is pointed at, and again a text', async () => {
    const preview = await list.paste('职责\t谁\t哪里\n成员\t吴七\t县林业局');
    expect(preview).toMatchObject({ mayBeInWords: true, form: { inWords: true } });
    const { stagedUid } = preview;
    const headed = { form: { headingRow: 1, mapping: ['position', 'name', 'unit'] }, corrections: [] };
    const table = await list.read({ stagedUid }, {}, headed);
    expect(table.form).toEqual(headed.form);
    expect(table.rows.map(({ cells, action }) => [...cells, action])).toEqual([
      ['成员', '吴七', '县林业局', 'add'],
    ]);
    const inWords = { form: { headingRow: 0, mapping: null, inWords: true as const }, corrections: [] };
    expect((await list.read({ stagedUid }, {}, inWords)).form.inWords).toBe(true);
  });

  it('takes a person of one name for the one who sits there, and another one for somebody else', async () => {
    // 王芳 sits there already: with another post it is she.
    const known = await list.paste('成员：王芳 县民政局副局长');
    expect(known.rows[0]).toMatchObject({
      action: 'change',
      remark: '单位 甲县综合行政执法局 → 县民政局；职务 局长 → 副局长',
    });
    await committee.appoint('高远', { unit: '县林业局' });
    await committee.appoint('高远', { unit: '县体育局' });
    const preview = await list.paste('成员：高远 县气象局局长');
    expect(actionsOf(preview)).toEqual(['add']);
    expect(preview.problems).toMatchObject([
      { row: 1, column: 'B', text: '已有同名的高远(县林业局、县体育局)，按另一个人导入。' },
    ]);
    await committee.client.history.undo({});
    await committee.client.history.undo({});
  });

  it('takes the roster’s place from a day: who stays, comes, changes and goes', async () => {
    const replaced = { from: '2026-03-01', mode: 'replace' } as const;
    const preview = await list.paste(
      '主任：陈建国 副县长\n成员：李强 县教育局党组书记\n孙丽 县应急管理局局长\n联络员：赵敏 县教育局科员',
      replaced,
    );
    expect(preview).toMatchObject({ adds: 1, changes: 1, same: 2 });
    expect(preview.leaving).toEqual({ names: ['王芳'], verb: '不再任职', doubt: '' });
    await list.take(preview, replaced);
    expect(await committee.names('2026-03-01')).toEqual(['陈建国', '李强', '孙丽', '赵敏']);
    expect(await committee.names('2026-02-28')).toEqual(['陈建国', '李强', '王芳', '赵敏']);
    const [, li] = await committee.entries('2026-03-01');
    expect(li).toMatchObject({ post: '党组书记', firstDay: '2026-03-01' });
  });

  it('is worth taking over where somebody only goes, and doubts a list in which nobody is known', async () => {
    const replaced = { from: '2026-04-01', mode: 'replace' } as const;
    const strangers = await list.paste('成员：吴一、郑二', replaced);
    expect(strangers.leaving).toMatchObject({ doubt: expect.stringContaining('没有一个人在这份名单里') });
    const fewer = await list.paste(
      '主任：陈建国 副县长\n成员：李强 县教育局党组书记\n孙丽 县应急管理局局长',
      replaced,
    );
    expect(fewer).toMatchObject({ adds: 0, changes: 0, same: 3, leaving: { names: ['赵敏'] } });
    await list.take(fewer, replaced);
    expect(await committee.names('2026-04-01')).toEqual(['陈建国', '李强', '孙丽']);
    await committee.client.history.undo({});
  });

  it('tells of somebody who stays which position they give up', async () => {
    await committee.appoint('李强', {
      personUid: (await committee.entries()).find(({ name }) => name === '李强')!.personUid,
      position: '联络员',
    });
    const preview = await list.paste(
      '主任：陈建国 副县长\n成员：李强 县教育局党组书记\n孙丽 县应急管理局局长\n联络员：赵敏 县教育局科员',
      { from: '2026-05-01', mode: 'replace' },
    );
    expect(preview.leaving?.names).toEqual(['李强(联络员)']);
    await committee.client.history.undo({});
  });

  it('reads somebody with two positions as one person', async () => {
    const before = await committee.names();
    const preview = await list.paste('副主任：何平 县政府办公室主任\n办公室主任：何平 县政府办公室主任');
    await list.take(preview);
    const added = (await committee.entries()).filter(({ name }) => !before.includes(name));
    expect(added).toHaveLength(2);
    expect(new Set(added.map(({ personUid }) => personUid)).size).toBe(1);
  });
});

describe('a roster in a workbook', () => {
  const committee = useCommittee('乙县');
  const list = importOf(committee);

  async function bookOf(...rows: string[][]): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('名单').addRows(rows);
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  it('is read below its title with its columns in any order, and read again as the same people', async () => {
    await committee.unit('乙县公安局');
    const over = { from: '2025-01-01', document: '乙政发〔2025〕1号' };
    const preview = await list.readFile(
      await bookOf(
        ['乙县消防安全委员会组成人员名单'],
        ['序号', '手机', '姓名', '委员会职务', '工作单位', '职务', '任职日期', '文号'],
        ['1', '13800001111', '张伟', '主任', '乙县人民政府', '副县长', '2025-02-01', '乙政发〔2025〕3号'],
        ['2', '13800002222', '李\u3000勇', '副主任', '县公安局', '副局长', '', ''],
      ),
      null,
      over,
    );
    expect(preview).toMatchObject({ adds: 2, problems: [], form: { headingRow: 2 } });
    await list.take(preview, over);
    expect(
      (await committee.entries()).map(({ name, firstDay, document }) => [name, firstDay, document]),
    ).toEqual([
      ['张伟', '2025-02-01', '乙政发〔2025〕3号'],
      ['李勇', '2025-01-01', '乙政发〔2025〕1号'],
    ]);

    const file = await list.exported(true);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(file.folder, file.name));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['名单', '通讯录', '签到表', '成员单位']);
    const texts = workbook.worksheets[1]!.getSheetValues()
      .flatMap((row) => (Array.isArray(row) ? row : []))
      .map(String);
    expect(texts).toEqual(expect.arrayContaining(['张\u3000伟', '138****1111', '乙县公安局']));
    expect(texts.join()).not.toContain('13800001111');

    const replaced = { from: '2026-01-01', mode: 'replace' } as const;
    const again = await list.readFile(readFileSync(join(file.folder, file.name)), '通讯录', replaced);
    expect(again).toMatchObject({ adds: 0, changes: 0, same: 2, leaving: null, problems: [] });
  });

  it('comes back from each sheet of the export without a change, also who stands in for whom', async () => {
    await committee.unit('乙县教育局');
    const zhang = (await committee.entries())[0]!;
    const uid = await committee.appoint('王丽', { unit: '县团委', post: '书记' });
    await committee.client.rosters.updateAppointment({
      uid,
      base: { substitute: false, substituteForUid: null, note: '' },
      set: { substitute: true, substituteForUid: zhang.personUid, note: '挂职' },
    });
    const file = await list.exported(false);
    const bytes = readFileSync(join(file.folder, file.name));
    for (const sheet of [null, '名单', '通讯录'])
      for (const over of [{}, { mode: 'replace', from: '2026-02-01' }] as Over[]) {
        const preview = await list.readFile(bytes, sheet, over);
        expect([sheet, over, preview]).toMatchObject([
          sheet,
          over,
          { adds: 0, changes: 0, same: 3, leaving: null, errorCount: 0, problems: [] },
        ]);
      }
    const text = '主任：张伟　乙县人民政府副县长\n成员：王丽　县团委书记（代张伟）';
    expect(await list.paste(text)).toMatchObject({ adds: 0, changes: 0, same: 2 });
    const formal = await list.paste('姓名\t职位\t单位\t职务\t备注\n王丽\t成员\t县团委\t书记\t转正');
    expect(formal.rows[0]?.remark).toBe('不再代理；备注 挂职 → 转正');
    await list.take(formal);
    const li = (await committee.entries()).find(({ name }) => name === '王丽');
    expect(li).toMatchObject({ substitute: false, substituteForName: '', note: '转正' });
    await committee.client.history.undo({});
  });

  it('corrects a phone without touching where the person is now', async () => {
    const { personUid } = (await committee.entries()).find(({ name }) => name === '李勇')!;
    await committee.client.rosters.updatePerson({
      uid: personUid,
      base: { post: '副局长' },
      set: { post: '局长' },
    });
    const dialled = await list.paste(
      '姓名\t职位\t单位\t职务\t手机\n李勇\t副主任\t县公安局\t副局长\t13800003333',
    );
    expect(dialled.rows[0]?.remark).toBe('手机 13800002222 → 13800003333');
    expect(await list.take(dialled)).toEqual({ added: 0, changed: 1 });
    const person = await committee.client.rosters.person({ uid: personUid });
    expect(person).toMatchObject({ post: '局长', mobile: '13800003333' });
    await committee.client.history.undo({});
    await committee.client.history.undo({});
  });

  it('is asked about cells without a value where they are wanted, by row and column', async () => {
    const words = (row: number, ...texts: string[]) =>
      `<row r="${row}">${texts
        .map((text) =>
          text.startsWith('=')
            ? `<c><f>${text.slice(1)}</f><v/></c>`
            : `<c t="inlineStr"><is><t>${text}</t></is></c>`,
        )
        .join('')}</row>`;
    const sheet = sheetXml(
      words(1, '序号', '职位', '姓名', '手机', '=A9') +
        words(2, '=ROW()', '成员', '甲甲', '', '') +
        words(3, '=ROW()', '成员', '=B9', '', '') +
        words(4, '=ROW()', '成员', '乙乙', '=C9', ''),
    );
    const preview = await list.readFile(workbookBytes({ sheet }));
    expect(preview.problems.map(({ severity, column, row }) => `${severity} ${column}${row}`)).toEqual([
      'warning E1',
      'error C3',
      'error D4',
    ]);
    const corrections = [
      { row: 3, column: 2, text: '丙丙' },
      { row: 4, column: 3, text: '' },
    ];
    const choice = { form: null, corrections };
    const again = await list.read({ stagedUid: preview.stagedUid }, {}, choice);
    expect(again).toMatchObject({ errorCount: 0, adds: 3 });
  });

  it('takes 职务 for the position where it holds nothing else, and says so', async () => {
    const preview = await list.paste('姓名\t职务\t单位及职务\n甲甲\t副主任\t县政府办副主任');
    expect(preview.notes[0]).toContain('“职务”一列写的都是职位，按职位导入');
    expect(actionsOf(preview)).toEqual(['add']);
  });

  it('in the place of a roster begins on its day, whatever days its rows name', async () => {
    const dated = '姓名\t职位\t任职日期\n甲甲\t成员\t2020-01-01';
    expect((await list.paste(dated)).notes).toEqual([]);
    const [note] = (await list.paste(dated, { from: '2026-01-01', mode: 'replace' })).notes;
    expect(note).toContain('新任的都从上面选的那一天起');
  });
});
