import { describe, expect, it } from 'vitest';
import { filledForm, type FormList, type FormValues } from '#shared/rules/papers/filled-form.ts';
import { formField, formLabel, formPaper } from '#shared/rules/papers/form-paper.ts';

const readers = ['1', '2'].map(() => [formLabel('{序号}'), formField('{传阅人}')]);
const form = formPaper(
  '{印发机关}',
  '收文处理单',
  [1, 1],
  [
    [formLabel('来文单位'), formField('{来文单位}')],
    ...readers,
    [formLabel('附表{会签附表}'), formField('')],
    [formLabel('领导批示：\n{领导批示}'), formField('{没有这一项}')],
  ],
);

function rowsOf(values: FormValues, list: Partial<FormList> = {}): string[][] {
  const lists = [{ names: ['传阅人'], entries: [], keepsRoom: true, ...list }];
  const [table] = filledForm(form, values, lists).body;
  return table?.kind === 'table' ? table.rows.map((row) => row.map(({ text }) => text)) : [];
}

describe('a form', () => {
  it('has in its places what is known, and nothing in the others', () => {
    const rows = rowsOf({ 来文单位: '省消安委' });
    expect(rows[0]).toEqual(['来文单位', '省消安委']);
    expect(rows.at(-1)).toEqual(['领导批示：', '']);
  });

  it('leaves out a row for which there is no such thing', () => {
    expect(rowsOf({ 会签附表: null })).toHaveLength(4);
    expect(rowsOf({ 会签附表: '' })[3]).toEqual(['附表', '']);
  });

  it('has as many rows for the entries of a list as there are entries, numbered', () => {
    const entries = ['王芳', '赵强', '李明'].map((name) => ({ 传阅人: name }));
    expect(rowsOf({}, { entries }).slice(1, 4)).toEqual([
      ['1', '王芳'],
      ['2', '赵强'],
      ['3', '李明'],
    ]);
  });

  it('keeps its rows without an entry to be written in by hand, where it is meant to', () => {
    const entries = [{ 传阅人: '王芳' }];
    expect(rowsOf({}, { entries }).slice(1, 3)).toEqual([
      ['1', '王芳'],
      ['2', ''],
    ]);
    expect(rowsOf({}, { entries, keepsRoom: false }).slice(1, 3)).toEqual([
      ['1', '王芳'],
      ['附表', ''],
    ]);
  });

  it('takes nothing that stands in a value for a place', () => {
    expect(rowsOf({ 来文单位: '{领导批示}', 领导批示: '同意' })[0]).toEqual(['来文单位', '{领导批示}']);
  });
});
