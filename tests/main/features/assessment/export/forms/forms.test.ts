import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualForm } from '#shared/rules/assessment/export-form/usual-form.ts';
import { entry, everyCell, openPeriod, putSchemeInForce } from '#tests/support/builders/period.ts';
import { startTestOffice } from '#tests/support/core.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

describe('export forms', () => {
  let office: Office;
  const namesOf = async (periodKind: 'quarter' | 'year' | 'halfYear' | 'spotCheck') =>
    (await office.client.exportForms.list({ periodKind })).map(({ name }) => name);

  beforeAll(async () => {
    office = await startTestOffice({ name: '漯河市', code: '4111' });
  });
  afterAll(() => office.close());

  it('begin with one usual form for each kind of period, in the office’s name', async () => {
    const [first, ...others] = await office.client.exportForms.list({ periodKind: 'year' });
    expect(first).toMatchObject({ name: '常用格式', form: usualForm('漯河市消防安全委员会办公室') });
    expect(others).toEqual([]);
  });

  it('stand side by side for one kind of period, and leave the other kinds alone', async () => {
    const { client } = office;
    const { uid } = await client.exportForms.add({ periodKind: 'quarter', name: '报市政府' });
    await client.exportForms.copy({ uid, periodKind: 'quarter', name: '报省消安办' });
    expect(await namesOf('quarter')).toEqual(['常用格式', '报市政府', '报省消安办']);
    expect(await namesOf('halfYear')).toEqual(['常用格式']);
    await client.exportForms.copy({ uid, periodKind: 'halfYear', name: '报市政府' });
    expect(await namesOf('halfYear')).toEqual(['常用格式', '报市政府']);
  });

  it('are changed field by field, and say so where two windows changed the same', async () => {
    const { client } = office;
    const [first] = await client.exportForms.list({ periodKind: 'year' });
    const { uid, form } = first!;
    const base = { title: form.title };
    await client.exportForms.update({ uid, base, set: { title: '漯河市{考核期}' } });
    await client.exportForms.update({ uid, base: { decimals: null }, set: { decimals: 1 } });
    const [changed] = await client.exportForms.list({ periodKind: 'year' });
    expect(changed).toEqual({ ...first, form: { ...form, title: '漯河市{考核期}', decimals: 1 } });
    await expect(client.exportForms.update({ uid, base, set: { title: '别的' } })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('bear different names, and each says what no workbook can be made of', async () => {
    const { client } = office;
    const { uid } = await client.exportForms.add({ periodKind: 'spotCheck', name: '甲' });
    await expect(client.exportForms.add({ periodKind: 'spotCheck', name: '甲' })).rejects.toThrow(
      '导出格式“甲”已经有了，请换一个',
    );
    const rename = { uid, base: { name: '甲' }, set: { name: '常用格式' } };
    await expect(client.exportForms.update(rename)).rejects.toThrow('已经有了');
    const base = { fileName: '{考核期}结果' };
    await expect(client.exportForms.update({ uid, base, set: { fileName: '结果' } })).rejects.toThrow(
      '文件名里要有{考核期}',
    );
  });

  it('are removed and brought back by undo; the last one stays', async () => {
    const { client } = office;
    const { uid } = await client.exportForms.add({ periodKind: 'halfYear', name: '试用' });
    await client.exportForms.remove({ uid });
    expect(await namesOf('halfYear')).not.toContain('试用');
    await client.history.undo({});
    expect(await namesOf('halfYear')).toContain('试用');
    const all = await client.exportForms.list({ periodKind: 'halfYear' });
    for (const form of all.slice(1)) await client.exportForms.remove({ uid: form.uid });
    await expect(client.exportForms.remove({ uid: all[0]!.uid })).rejects.toThrow('至少要留一个');
  });

  it('come first once they are chosen', async () => {
    const { client } = office;
    const forms = await client.exportForms.list({ periodKind: 'quarter' });
    await client.exportForms.choose({ uid: forms[2]!.uid });
    await client.exportForms.choose({ uid: forms[1]!.uid });
    expect(await namesOf('quarter')).toEqual(['报市政府', '报省消安办', '常用格式']);
  });

  it('are previewed with the scores of a real period, by the very rules that write the workbook', async () => {
    const { client } = office;
    const form = usualForm('漯河市消防安全委员会办公室');
    const input = { periodKind: 'quarter', periodUid: null, form, date: '2026-10-08' } as const;
    expect(await client.exportForms.preview(input)).toEqual({ periodTitle: null, sheets: [], sheetCount: 0 });
    await putSchemeInForce(client);
    const { uid, frame } = await openPeriod(client);
    const changes = everyCell(frame, entry({ inputs: { a: { count: 1 }, d: { value: '94.7' } } }));
    await client.assessment.setScores({ groupUid: frame.uid, stage: 'checked', changes });
    const { title } = await client.assessment.period({ uid });
    const sheets = form.sheets.map((sheet) => ({ ...sheet, shown: sheet.kind !== 'list' }));
    const preview = await client.exportForms.preview({ ...input, form: { ...form, decimals: 1, sheets } });
    // 失分分析 is four sheets.
    expect(preview).toMatchObject({ periodTitle: title, sheetCount: 1 + 4 + frame.objects.length });
    expect(preview.sheets.map(({ kind }) => kind)).toEqual(['summary', 'losses', 'objects']);
    const [summary] = preview.sheets;
    expect(summary!.rows[0]!.cells[0]).toMatchObject({ text: `${title}结果汇总表`, bold: true });
    const total = summary!.rows[4]!.cells.find(({ live, bold }) => live && bold);
    const [group] = await client.assessment.results({ periodUid: uid });
    // Half up, as a workbook's program shows it.
    expect({ total: group!.rows[0]!.total, shown: total?.text }).toEqual({ total: 96_850, shown: '96.9' });
    expect(summary!.widths).toHaveLength(summary!.rows[4]!.cells.length);
  });
});
