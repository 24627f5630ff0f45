import { describe, expect, it } from 'vitest';
import type { ExportForm, SheetForm } from '#shared/rules/assessment/export-form/model.ts';
import { filledForm, withPeriodPlace } from '#shared/rules/assessment/export-form/model.ts';
import { formProblems, keptFormProblems } from '#shared/rules/assessment/export-form/problems.ts';
import { usualForm } from '#shared/rules/assessment/export-form/usual-form.ts';
import { withAllSheets } from '#shared/rules/assessment/export-form/sheets.ts';

const usual = usualForm('临川市消防安全委员会办公室');

function formWith(given: Partial<ExportForm>): ExportForm {
  return { ...usual, ...given };
}

function withSheet(kind: SheetForm['kind'], given: Partial<SheetForm>): ExportForm {
  return formWith({
    sheets: usual.sheets.map((sheet) => (sheet.kind === kind ? { ...sheet, ...given } : sheet)),
  });
}

const textAt = (form: ExportForm, place: string) =>
  keptFormProblems(form).find((problem) => problem.place === place)?.text;

describe('what is wrong with an export form', () => {
  it('is nothing where an office begins', () => {
    expect(keptFormProblems(usual)).toEqual([]);
  });

  it('is said at the text that is missing, too long or more than a line', () => {
    expect(textAt(formWith({ title: ' ' }), 'title')).toBe('请填写标题');
    expect(textAt(formWith({ title: '题'.repeat(61) }), 'title')).toBe('标题最多 60 个字，现在有 61 个');
    expect(textAt(formWith({ unit: '第一行\n第二行' }), 'unit')).toBe('填报单位里不能有换行或控制字符');
    const signatures = Array.from({ length: 7 }, (_, index) => `第${index + 1}人签名`);
    expect(textAt(formWith({ signatures }), 'signatures')).toBe('签名栏最多 6 项');
    expect(textAt(formWith({ decimals: 4 }), 'decimals')).toBe('小数位数是 0 到 3');
  });

  it('is a file name that would make one period’s workbook take the place of another’s, only where it is kept', () => {
    const form = formWith({ fileName: '考核结果' });
    expect(textAt(form, 'fileName')).toContain('{考核期}');
    expect(formProblems(form)).toEqual([]);
  });

  it('is a workbook without sheets, or with one twice', () => {
    const none = usual.sheets.map((sheet) => ({ ...sheet, shown: false }));
    expect(textAt(formWith({ sheets: none }), 'sheets')).toBe('请至少选一张表');
    const twice = [...usual.sheets, ...usual.sheets.slice(1, 2)];
    expect(textAt(formWith({ sheets: twice }), 'sheets')).toBe('“汇总表”有两份，请只留一份');
  });

  it('is a sheet without columns, without one that it needs, or with one twice', () => {
    const at = (columns: SheetForm['columns']) =>
      textAt(withSheet('summary', { columns }), 'summary.columns');
    expect(at([])).toBe('请至少选一栏');
    expect(at([{ key: 'rank', name: '名次' }])).toBe('“汇总表”里要有“单位”这一栏');
    const unit = { key: 'unit', name: '单位' } as const;
    expect(at([unit, { ...unit, name: '县区' }])).toBe('“单位”这一栏选了两次，请去掉一个');
    expect(at([unit, { key: 'rank', name: ' 单位 ' }])).toBe('有两栏都叫“单位”，请改一个名称');
    expect(at([unit, { key: 'rank', name: '' }])).toBe('请填写“名次”这一栏的名称');
    expect(at([unit, { key: 'score', name: '得分' }])).toBe('“汇总表”里没有“得分”这一栏');
    expect(at([{ ...unit, name: '长'.repeat(21) }])).toContain('栏目名最多 20 个字');
  });

  it('does not ask for columns of a sheet that is left out', () => {
    expect(keptFormProblems(withSheet('objects', { shown: false, columns: [] }))).toEqual([]);
  });

  it('does not ask for columns of 失分分析, which a form has without choosing them', () => {
    expect(usual.sheets.find(({ kind }) => kind === 'losses')).toMatchObject({ shown: false, columns: [] });
    expect(keptFormProblems(withSheet('losses', { shown: true }))).toEqual([]);
  });

  it('is a workbook that holds 年度成绩表 alone, which most periods do not have', () => {
    const sheets = usual.sheets.map((sheet) => ({ ...sheet, shown: sheet.kind === 'year' }));
    expect(textAt(formWith({ sheets }), 'sheets')).toContain('请再选一张表');
  });

  it('is a margin that no paper has', () => {
    const margins = { ...usual.page.margins, left: 51 };
    expect(textAt(formWith({ page: { ...usual.page, margins } }), 'margins')).toBe(
      '左边距是 0 到 50 毫米的整数',
    );
  });
});

describe('the period’s name in a form', () => {
  it('is put in for a workbook and taken out again for the next period', () => {
    const title = '2026年第三季度消防工作考核';
    const filled = filledForm(formWith({ title: '临川市{考核期}' }), title);
    expect(filled).toMatchObject({ title: `临川市${title}`, fileName: `${title}结果` });
    expect(withPeriodPlace(filled, title)).toEqual(formWith({ title: '临川市{考核期}' }));
  });
});

describe('a form from an earlier version of the program', () => {
  it('gets the sheets that it does not know, without asking for them', () => {
    const { sheets } = withAllSheets(formWith({ sheets: usual.sheets.slice(0, 1) }));
    expect(sheets.map(({ kind, shown }) => [kind, shown])).toEqual([
      ['year', true],
      ['summary', false],
      ['list', false],
      ['losses', false],
      ['objects', false],
    ]);
  });
});
