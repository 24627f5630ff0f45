import { describe, expect, it } from 'vitest';
import { pastedCells } from '#shared/pasted-cells.ts';
import { readPartners } from '#shared/rules/duty/read-partners.ts';

const read = (text: string) => readPartners(pastedCells(text), '其他');

describe('a pasted table of partner units', () => {
  it('is read by its headings, in whatever order the columns stand', () => {
    const table = [
      '序号\t单位名称\t类别\t值班电话\t手机\t联系人\t核实日期',
      '1\t市急救中心\t医疗\t120\t13800000001\t王主任\t2026.9.28',
      '2\t市供电公司\t\t95598\t\t\t',
    ].join('\n');
    expect(read(table)).toEqual([
      {
        kind: '医疗',
        name: '市急救中心',
        dutyPhone: '120',
        contact: '王主任',
        contactPhone: '13800000001',
        note: '',
        confirmedOn: '2026-09-28',
      },
      {
        kind: '其他',
        name: '市供电公司',
        dutyPhone: '95598',
        contact: '',
        contactPhone: '',
        note: '',
        confirmedOn: null,
      },
    ]);
  });

  it('is read in the usual order where it has no headings, each unit once', () => {
    const rows = read('公安\t市公安局\t110\n公安\t市公安局\t110\n\t\t');
    expect(rows.map(({ kind, name, dutyPhone }) => [kind, name, dutyPhone])).toEqual([
      ['公安', '市公安局', '110'],
    ]);
  });
});
