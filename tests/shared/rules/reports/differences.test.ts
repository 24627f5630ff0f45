import { describe, expect, it } from 'vitest';
import { differencesOf } from '#shared/rules/reports/differences.ts';
import type { PrintedReport } from '#shared/rules/reports/printed.ts';

function printed(rows: Record<string, string>, total: string): PrintedReport {
  const texts = (name: string, text: string) => ({ key: name, texts: [name, text] });
  return {
    title: '月报',
    left: '',
    right: '',
    head: ['县(市、区)', '发现(处)'],
    rows: Object.entries(rows).map(([name, text]) => texts(name, text)),
    foot: [texts('合计', total)],
  };
}

describe('a frozen report held against today', () => {
  it('is the same where nothing was corrected', () => {
    expect(differencesOf(printed({ 城东区: '3' }, '3'), printed({ 城东区: '3' }, '3'))).toEqual([]);
  });

  it('names each cell that is different, the total among them', () => {
    const differences = differencesOf(
      printed({ 城东区: '3', 城西区: '1' }, '4'),
      printed({ 城东区: '5', 城西区: '1' }, '6'),
    );
    expect(differences).toEqual([
      { row: '城东区', rowName: '城东区', column: 1, frozen: '3', today: '5' },
      { row: '合计', rowName: '合计', column: 1, frozen: '4', today: '6' },
    ]);
  });

  it('names rows that were not there, and rows that are not there any more', () => {
    const differences = differencesOf(printed({ 城东区: '3' }, '3'), printed({ 城南区: '3' }, '3'));
    expect(differences.map(({ row, column, frozen, today }) => [row, column, frozen, today])).toEqual([
      ['城东区', 0, '城东区', null],
      ['城东区', 1, '3', null],
      ['城南区', 0, null, '城南区'],
      ['城南区', 1, null, '3'],
    ]);
  });
});
