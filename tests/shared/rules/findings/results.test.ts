import { describe, expect, it } from 'vitest';
import { compareTeams, summedBy } from '#shared/rules/findings/add-up.ts';
import { heatColour, mostOf } from '#shared/rules/findings/heat.ts';
import { rankByRate } from '#shared/rules/findings/rank-counties.ts';

const counts = (found: number, rectified: number) => ({ found, rectified, major: 0, overdue: 0 });

describe('adding up results', () => {
  it('keeps the order of the terms and puts what belongs to none of them at the end', () => {
    const rows = [
      { ...counts(1, 0), county: 9 },
      { ...counts(2, 1), county: 1 },
      { ...counts(3, 3), county: 2 },
      { ...counts(4, 0), county: 0 },
    ];
    const terms = new Map([
      [2, '城西区'],
      [1, '城东区'],
    ]);
    const sums = summedBy(rows, ({ county }) => county, terms);
    expect(sums.map(({ term, counts: { found } }) => [term, found])).toEqual([
      ['城西区', 3],
      ['城东区', 2],
      [undefined, 5],
    ]);
  });

  it('puts teams in the order in which they are counted', () => {
    const teams = ['第十一组', '第二组', '第12组', '第十组', '第3组', '综合组', '第二十组'];
    expect(teams.toSorted(compareTeams)).toEqual([
      '第二组',
      '第3组',
      '第十组',
      '第十一组',
      '第12组',
      '第二十组',
      '综合组',
    ]);
  });
});

describe('the ranking of counties', () => {
  it('goes by the share that was put right; the same share is the same rank, and none found is no rank', () => {
    const rows = [
      { name: '甲', ...counts(4, 1) },
      { name: '乙', ...counts(3, 1) },
      { name: '丙', ...counts(9, 3) },
      { name: '丁', ...counts(0, 0) },
      { name: '戊', ...counts(2, 0) },
    ];
    expect(rankByRate(rows).map(({ rank, name }) => [rank, name])).toEqual([
      [1, '乙'],
      [1, '丙'],
      [3, '甲'],
      [4, '戊'],
    ]);
  });
});

describe('the colour of a cell', () => {
  it('is strongest where the most was found, or where all was put right', () => {
    const cells = [[counts(10, 10), counts(1, 0), null]];
    const most = mostOf(cells);
    const colour = (found: number, rectified: number, measure: 'found' | 'rate') =>
      heatColour(counts(found, rectified), measure, most);
    expect(colour(10, 10, 'found')).not.toBe(colour(1, 0, 'found'));
    expect(colour(10, 10, 'rate')).toBe(colour(1, 1, 'rate'));
    expect(colour(1, 0, 'rate')).toBe('FFFFFF');
  });
});
