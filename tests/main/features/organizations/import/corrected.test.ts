import { describe, expect, it } from 'vitest';
import type { OrganizationImportPlace } from '#shared/contract/organizations.ts';
import type { ListChoice, ListPreview, ListSource } from '#shared/contract/table-import.ts';
import { composeWorkbook } from '#tests/support/builders/sheet.ts';
import { actionsOf, nothingChosen, previewOf } from '#tests/support/table-import.ts';
import { upload } from '#tests/support/upload.ts';
import { useOffice } from '../support.ts';

describe('a table of organizations', () => {
  const place = useOffice();

  it('under a title and with its columns in any order is put right in place, and stored as put right', async () => {
    const bytes = await composeWorkbook({
      rows: [
        ['临川市机构一览表'],
        ['隶属单位', '备注', '行政级别', '机构全称'],
        [null, null, '县级', '甲县'],
        ['甲县', '新设', '星球', '甲镇'],
      ],
    });
    const first = await read({ fileToken: await upload(place.client, 'list.xlsx', bytes), sheet: null });
    expect(first.form).toEqual({ headingRow: 2, mapping: ['parent', null, 'level', 'name'] });
    expect(first.problems).toMatchObject([{ severity: 'error', row: 4, column: 'C' }]);
    const choice = { form: null, corrections: [{ row: 4, column: 2, text: '乡镇' }] };
    const again = await read({ stagedUid: first.stagedUid }, choice);
    expect(again).toMatchObject({ errorCount: 0, adds: 2 });
    expect(await take(again, choice)).toEqual({ added: 2, changed: 0 });
    expect(await place.names('township')).toEqual(['甲镇']);
    await place.client.history.undo({});
    expect(await place.names('county')).toEqual([]);
  });

  it('is taken with the columns as the clerk maps them, and known again by its headings', async () => {
    const text = '所在地方\t办公室所在\t小地名\r\n乙县\t乙镇\t一村\r\n';
    const plain = await read({ text });
    expect(plain.form.headingRow).toBe(0);
    const form = { headingRow: 1, mapping: ['county', 'township', 'village'] };
    const choice = { form, corrections: [] };
    const mapped = await read({ stagedUid: plain.stagedUid }, choice);
    expect(await take(mapped, choice)).toEqual({ added: 3, changed: 0 });
    const later = await read({ text: text.replace('一村', '二村') });
    expect(later).toMatchObject({ form, adds: 1 });
  });

  it('needs one column that names the organizations, whichever it is', async () => {
    const { stagedUid } = await read({ text: '县区\t简称\r\n丙县\t丙\r\n' });
    const nameless = { form: { headingRow: 1, mapping: [null, 'shortName'] }, corrections: [] };
    const { problems, rowCount } = await read({ stagedUid }, nameless);
    expect(rowCount).toBe(0);
    expect(problems[0]?.text).toContain('“县(市、区)”、“乡镇(街道)”、“村(社区)”、“成员单位”或“名称”');
    await expect(take({ stagedUid }, nameless)).rejects.toMatchObject({ code: 'refused' });
  });

  it('has rows that name nothing: they are told of and left out, and lend nothing to the rows below', async () => {
    const lines = [
      ['县区', '乡镇', '村', '备注'],
      ['丁县', '丁镇', '一村', ''],
      ['小计', '', '', '1'],
      ['', '', '二村', ''],
      ['', '', '', '待定'],
      ['注：数字到上月底', '注：数字到上月底', '注：数字到上月底', '注：数字到上月底'],
    ];
    const preview = await read({ text: lines.map((cells) => cells.join('\t')).join('\r\n') });
    expect(preview).toMatchObject({ adds: 4, errorCount: 0 });
    expect(preview.problems.map(({ row, severity }) => [row, severity])).toEqual([
      [3, 'warning'],
      [5, 'warning'],
      [6, 'warning'],
    ]);
    expect(preview.rows.find(({ row }) => row === 4)?.remark).toBe('丁县 / 丁镇 / 二村');
  });

  it('counts an organization once, in whichever rows it is named, and takes what any of them says of it', async () => {
    const preview = await read({
      text: '县区\t乡镇\t代码\r\n戊县\t戊镇\t\r\n戊县\t\t420902\r\n戊县\t戊镇\t420902001\r\n',
    });
    expect(actionsOf(preview)).toEqual(['add', 'add', 'none']);
    expect(preview.adds).toBe(2);
    expect(await take(preview)).toEqual({ added: 2, changed: 0 });
    const tree = await place.client.organizations.tree({ day: null });
    const codes = ['戊县', '戊镇'].map((name) => tree.find((node) => node.name === name)?.code);
    expect(codes).toEqual(['420902', '420902001']);
  });

  function options(): OrganizationImportPlace {
    return { parentUid: place.cityUid, level: 'county', from: null };
  }
  function read(source: ListSource, choice: ListChoice = nothingChosen): Promise<ListPreview> {
    const started = place.client.organizations.readTable({ source, choice, options: options() });
    return previewOf(place.client, started);
  }
  function take({ stagedUid }: Pick<ListPreview, 'stagedUid'>, choice: ListChoice = nothingChosen) {
    return place.client.organizations.importTable({ stagedUid, choice, options: options() });
  }
});
