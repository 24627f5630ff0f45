import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { mappedColumns, mappingByWords, proposedForm } from '#shared/rules/tables/form.ts';
import { type ListColumns, meaningsOf, missingColumns } from '#shared/rules/tables/list-columns.ts';

const columns: ListColumns<'name' | 'county' | 'phone'> = {
  name: { name: '姓名', words: '名字 人员', isRequired: true },
  county: { name: '县(市、区)', words: '县区' },
  phone: { name: '电话', words: '联系电话 手机' },
};
const rowsOf = (...lines: string[]) =>
  lines.map((line, place) => ({ row: place + 1, cells: line.split('|') }));

describe('the form of a table', () => {
  it('is headed by the row with most known words, whatever title stands above', () => {
    const rows = rowsOf('督查人员名单||', '单位：某局||手机', '序号|姓 名|联系电话', '1|张三|1381');
    expect(proposedForm(rows, columns)).toEqual({ headingRow: 3, mapping: [null, 'name', 'phone'] });
  });

  it('is proposed by several known words also where the column is missing that the list cannot do without', () => {
    const rows = rowsOf('谁|县区|电话', '人员|东区|1381');
    expect(proposedForm(rows, columns)).toEqual({ headingRow: 1, mapping: [null, 'county', 'phone'] });
    expect(proposedForm(rowsOf('谁|电话', '某局|1381'), columns)).toBeNull();
  });

  it('is headed by one word alone where that names one of the columns of which the list needs any', () => {
    const either: ListColumns<'county' | 'township' | 'note'> = {
      county: { name: '县', words: '', isOneRequired: true },
      township: { name: '乡镇', words: '', isOneRequired: true },
      note: { name: '备注', words: '' },
    };
    expect(proposedForm(rowsOf('备注', '乡镇', '甲镇'), either)?.headingRow).toBe(2);
    const all = meaningsOf(either).map((meaning) => ({ ...either[meaning], meaning }));
    expect(missingColumns(all, [null, 'township'])).toEqual([]);
    expect(missingColumns(all, ['note'])).toEqual([all.slice(0, 2)]);
  });

  it('takes the first of several columns of one meaning, and words with 所属 or 是否 before them', () => {
    expect(mappingByWords(['所属县区', '名字', '姓名', '手 机'], columns)).toEqual([
      'county',
      'name',
      null,
      'phone',
    ]);
  });

  it('knows other headings by what they contain, none that is long enough to be a title', () => {
    const due = { due: { name: '完成时限', words: '', pattern: /时限|截止/u } };
    expect(mappingByWords(['本表填报截止时间为每月二十五日', '整改时限'], due)).toEqual([null, 'due']);
    expect(mappingByWords(['原时限', '完成时限'], due)).toEqual([null, 'due']);
  });

  it('uses of a chosen mapping only what the list knows, each meaning once', () => {
    const chosen = fc.option(fc.constantFrom('name', 'county', 'phone', 'kind:gone', '__proto__'));
    fc.assert(
      fc.property(fc.array(chosen, { maxLength: 12 }), (mapping) => {
        const found = mappedColumns(mapping, [], columns).map(({ meaning }) => meaning);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((meaning) => meaningsOf(columns).includes(meaning))).toBe(true);
        expect(found).toHaveLength(
          new Set(mapping.filter((each) => each !== null && Object.hasOwn(columns, each))).size,
        );
      }),
    );
  });
});
