import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListChoice, ListPreview, ListSource } from '#shared/contract/table-import.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';
import { actionsOf, nothingChosen, previewOf } from '#tests/support/table-import.ts';
import { sheetXml, workbookBytes } from '#tests/support/hostile-workbooks/workbook-parts.ts';
import { upload } from '#tests/support/upload.ts';

/* By the list of inspectors; what every list does alike. */

let office: Awaited<ReturnType<typeof startTestOffice>>;
let client: Client;
beforeAll(async () => {
  office = await startTestOffice();
  client = office.client;
});
afterAll(() => office.close());

function read(source: ListSource, choice: ListChoice = nothingChosen): Promise<ListPreview> {
  return previewOf(client, client.inspectors.readTable({ source, choice, options: null }));
}

function take({ stagedUid }: ListPreview, choice: ListChoice = nothingChosen) {
  return client.inspectors.importTable({ stagedUid, choice, options: null });
}

async function names(): Promise<string[]> {
  const all = { view: 'all', role: null, skillUid: null, unit: null, awayOn: null, text: '' } as const;
  return (await client.inspectors.list(all)).rows.map(({ name }) => name);
}

const paste = (...lines: string[]) => ({ text: lines.join('\n').replaceAll('|', '\t') });

describe('a table that is imported', () => {
  it('is read under the heading row that the clerk points at, its columns proposed anew', async () => {
    const { stagedUid, form } = await read(paste('姓名|电话|单位', '甲|1|', '名字||部门', '乙||某局'));
    expect(form.headingRow).toBe(1);
    const other = { form: { headingRow: 3, mapping: null }, corrections: [] };
    const again = await read({ stagedUid }, other);
    expect(again.form).toEqual({ headingRow: 3, mapping: ['name', null, 'unit'] });
    expect(again.rows.map(({ row, action }) => [row, action])).toEqual([[4, 'add']]);
    expect(again.stagedUid).toBe(stagedUid);
  });

  it('is read without any heading where the clerk says what the columns are', async () => {
    const plain = await read(paste('丙|1381', '丁|1382'));
    expect(plain.problems[0]?.text).toContain('“姓名”');
    expect(plain).toMatchObject({ rowCount: 0, width: 2, errorCount: 1 });
    const choice = { form: { headingRow: 0, mapping: ['name', 'phone'] }, corrections: [] };
    expect(actionsOf(await read({ stagedUid: plain.stagedUid }, choice))).toEqual(['add', 'add']);
  });

  it('is put right in the preview, cell by cell, and stored as it was put right; one undo takes it back', async () => {
    const source = paste('姓名|角色|离开日期', '戊|组长|', '|组员|', '己|观察员|下周');
    const first = await read(source);
    expect(first.problems.map(({ row, column, severity }) => [row, column, severity])).toEqual([
      [3, 'A', 'warning'],
      [4, 'B', 'error'],
      [4, 'C', 'error'],
    ]);
    expect(first.rows.find(({ row }) => row === 3)).toMatchObject({ action: 'none' });
    const corrections = [
      { row: 3, column: 0, text: ' 庚 ' },
      { row: 4, column: 1, text: '专家' },
      { row: 4, column: 2, text: '' },
    ];
    const choice = { form: null, corrections };
    const { stagedUid } = first;
    const second = await read({ stagedUid }, choice);
    expect(second).toMatchObject({ errorCount: 0, warningCount: 0, adds: 3 });
    await expect(take(first)).rejects.toMatchObject({ code: 'refused' });
    expect(await take(first, choice)).toEqual({ added: 3, changed: 0 });
    expect(await names()).toEqual(['戊', '庚', '己']);
    await client.history.undo({});
    expect(await names()).toEqual([]);
  });

  it('is asked about formulas without their results, where they are wanted, and takes what is put there', async () => {
    const words = (row: number, ...texts: string[]) =>
      `<row r="${row}">${texts
        .map((text) =>
          text.startsWith('=')
            ? `<c><f>${text.slice(1)}</f><v/></c>`
            : `<c t="inlineStr"><is><t>${text}</t></is></c>`,
        )
        .join('')}</row>`;
    const sheet = sheetXml(
      words(1, '姓名', '单位', '离开日期', '附注') +
        words(2, '公式甲', '=VLOOKUP(A2,D:E,2)', '=TODAY()', '=1+1') +
        words(3, '合计', '=COUNTA(B2)', '', ''),
    );
    const fileToken = await upload(client, 'people.xlsx', workbookBytes({ sheet }));
    const choice = { form: { headingRow: 1, mapping: ['name', 'unit', 'leftOn', null] }, corrections: [] };
    const first = await read({ fileToken, sheet: null }, choice);
    const errors = first.problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ row, column }) => [row, column])).toEqual([
      [2, 'B'],
      [2, 'C'],
    ]);
    expect(errors[0]?.text).toContain('请用 Excel 或 WPS 打开、保存以后重新导入，或在这里填上结果');
    await expect(take(first, choice)).rejects.toMatchObject({ code: 'refused' });
    const corrections = [
      { row: 2, column: 1, text: '某局' },
      { row: 2, column: 2, text: '' },
    ];
    const { stagedUid } = first;
    expect(await read({ stagedUid }, { ...choice, corrections })).toMatchObject({ errorCount: 0, adds: 1 });
    expect(await take(first, { ...choice, corrections })).toEqual({ added: 1, changed: 0 });
    await client.history.undo({});
  });

  it('is known again by its headings: the columns are taken as last time, also after an undo', async () => {
    const form = paste('人名|部门或单位|号码', '辛|某局|1385');
    const first = await read(form);
    expect(first.errorCount).toBe(1);
    const chosen = { form: { headingRow: 1, mapping: ['name', 'unit', 'phone'] }, corrections: [] };
    await take(first, chosen);
    await client.history.undo({});
    const next = await read(paste('附件|||', '人 名|部门或单位|号码', '壬|某局|1386'));
    expect(next.form).toEqual({ headingRow: 2, mapping: ['name', 'unit', 'phone'] });
    const other = { form: { headingRow: 2, mapping: ['name', null, 'phone'] }, corrections: [] };
    const gone = { form: { headingRow: 2, mapping: ['name', 'kind:gone', 'phone'] }, corrections: [] };
    expect((await read({ stagedUid: next.stagedUid }, gone)).form.mapping).toEqual(['name', null, 'phone']);
    await take(next, other);
    expect((await read(form)).form.mapping).toEqual(['name', null, 'phone']);
  });

  it('is shown cut where it is long, what is wrong first, and counted whole', async () => {
    const lines = Array.from(
      { length: 600 },
      (_, place) => `第${place}人,${place < 590 ? '组长' : '观察员'}`,
    );
    const text = `姓名,角色\n${lines.join('\n')}\n`;
    const fileToken = await upload(client, 'people.csv', Buffer.from(text));
    const preview = await read({ fileToken, sheet: null });
    expect(preview).toMatchObject({ rowCount: 600, adds: 590, errorCount: 10 });
    expect(preview.rows).toHaveLength(500);
    expect(preview.rows.slice(0, 10).every(({ action }) => action === 'none')).toBe(true);
  });

  it('waits for whoever read it, and for its own list only', async () => {
    const { stagedUid } = await read(paste('姓名', '癸'));
    const options = { placeUid: null };
    await expect(
      client.keySites.importTable({ stagedUid, choice: nothingChosen, options }),
    ).rejects.toMatchObject({ code: 'notFound' });
  });
});
