import { describe, expect, it } from 'vitest';
import { printedReport } from '#shared/rules/reports/printed.ts';
import type { ReportCell, ReportTable } from '#shared/rules/reports/table.ts';

function tableOf(span: { from: string; to: string }, total: ReportCell): ReportTable {
  const column = { measure: 'findings.found', heading: '发现', unit: '处', places: 0 };
  return { title: '月报', ...span, rowKind: 'county', columns: [column], rows: [], total: [total] };
}

const quarter = { from: '2026-07-01', to: '2026-09-30' };
const footOf = (table: ReportTable) => printedReport(table, '').foot.map(({ texts }) => texts);

describe('a printed report', () => {
  it('has below its total how it was, how much more it is, and that in per cent', () => {
    expect(footOf(tableOf(quarter, { value: 15, lastYear: 12, before: 20 }))).toEqual([
      ['合计', '15'],
      ['去年同期', '12'],
      ['比去年同期增减', '+3'],
      ['同比', '+25%'],
      ['上期', '20'],
      ['比上期增减', '-5'],
      ['环比', '-25%'],
    ]);
  });

  it('is compared with no time in which there was nothing', () => {
    expect(footOf(tableOf(quarter, { value: 15, lastYear: null, before: null }))).toEqual([['合计', '15']]);
  });

  it('of a year is compared once: the year before is the year ago', () => {
    const year = { from: '2026-01-01', to: '2026-12-31' };
    const names = footOf(tableOf(year, { value: 15, lastYear: 12, before: 12 })).map(([name]) => name);
    expect(names).toEqual(['合计', '去年同期', '比去年同期增减', '同比']);
  });

  it('names who reports and for which time, and the unit of each column', () => {
    const { left, right, head } = printedReport(
      tableOf(quarter, { value: 1, lastYear: null, before: null }),
      '临川市消安办',
    );
    expect([left, right]).toEqual(['填报单位：临川市消安办', '统计时间：2026年第三季度']);
    expect(head).toEqual(['县(市、区)', '发现(处)']);
  });
});
