import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFigures } from '#shared/rules/county-plans/figures.ts';

describe('numbers of a task', () => {
  it.each([
    ['消火栓完好率达到95%', '消火栓完好率达到90%', '市方案 95%，所报方案 90%'],
    ['消火栓完好率不低于９５％', '确保消火栓完好率 90.5 %', '市方案 95%，所报方案 90.5%'],
  ])('of %s are not reached by %s', (city, county, less) => {
    expect(compareFigures(city, [county], false)).toEqual({ less: [less], unclear: [] });
  });

  it('of thousands are one number, and what must not fall short is a least one', () => {
    expect(compareFigures('安装报警器1,200个', ['安装报警器1，300个'], true)).toEqual({
      less: [],
      unclear: [],
    });
    expect(compareFigures('安装报警器不得少于1200个', ['安装报警器1,100个'], true).less).toEqual([
      '市方案 1200个，所报方案 1100个',
    ]);
  });

  it('count things only where they are asked of each unit', () => {
    const [city, county] = ['新建微型消防站20个', '建成微型消防站5个'];
    expect(compareFigures(city, [county], true).less).toEqual(['市方案 20个，所报方案 5个']);
    expect(compareFigures(city, [county], false)).toEqual({
      less: [],
      unclear: ['市方案 20个，所报方案 5个'],
    });
  });

  it.each([
    ['消火栓完好率达到95%', '消火栓覆盖率达到90%', 'rates of different things'],
    ['消火栓完好率达到95%', '覆盖90%的村', 'only one rate is named'],
    ['火灾起数增幅控制在5%以内', '火灾起数增幅控制在4%以内', 'the less the better'],
    ['火灾起数低于20起、亡人火灾少于3次', '亡人火灾少于2次', 'it has to stay below'],
    ['超期隐患不得超过5处', '超期隐患4处', 'it must not go beyond'],
    ['超期隐患不能超过5处', '超期隐患4处', 'it cannot go beyond'],
    ['每季度组织演练4次', '每月组织演练2次', 'each time so many'],
    ['每年组织演练4次', '组织演练2次', 'each year so many'],
    ['培训率达到90%', '培训率达到80%-85%', 'a range'],
    ['培训率达到90%', '城市培训率达到85%，农村培训率达到95%', 'several numbers'],
    ['培训率达到90%', '加强培训', 'no number'],
  ])('of %s and %s are left to the clerk: %s', (city, county) => {
    const { less, unclear } = compareFigures(city, [county], true);
    expect(less).toEqual([]);
    expect(unclear).toHaveLength(1);
  });

  it('of time and of the order are no targets', () => {
    const nothing = { less: [], unclear: [] };
    expect(compareFigures('3个月内完成第2个环节，提高5个百分点', ['2026年完成'], true)).toEqual(nothing);
  });

  it('say nothing where the county repeats the city, or goes beyond it', () => {
    const percent = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(percent, percent, (city, more) => {
        const texts = [city, Math.min(100, city + more)].map((each) => `隐患整改率达到${each}%`);
        expect(compareFigures(texts[0]!, [texts[1]!], false)).toEqual({ less: [], unclear: [] });
      }),
    );
  });
});
