import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, readCell } from '#shared/rules/ledgers/cell-text.ts';
import { coordinatesOf, metresBetween, readCoordinates } from '#shared/rules/ledgers/coordinates.ts';
import type { LedgerColumn } from '#shared/rules/ledgers/definition.ts';
import { numberText, readNumber } from '#shared/rules/ledgers/numbers.ts';
import { unitOfHeading } from '#shared/rules/ledgers/units.ts';

const nothing = () => null;
const nameless = () => '';
const common = { key: 'it', name: '某项' };
const people = { ...common, kind: 'whole', min: 0, max: 100_000, unit: '人' } as const;
const pressure = { ...common, kind: 'decimal', places: 3, min: 0, max: 10, unit: 'MPa' } as const;
const yuan = { ...common, kind: 'money', shownIn: '元' } as const;
const wan = { ...common, kind: 'money', shownIn: '万元' } as const;
const read = (column: LedgerColumn, text: string) => {
  const found = readCell(column, text, nothing);
  return 'problem' in found ? found.problem : found.value;
};

describe('numbers of a ledger', () => {
  it('are read as people write them', () => {
    expect(read(people, '1,200 人')).toBe(1200);
    expect(read(people, '２')).toBe(2);
    expect(read(people, '3万')).toBe(30_000);
    expect(read(pressure, '0.14MPa')).toBe(140);
    expect(read(yuan, '2000万')).toBe(2_000_000_000);
    expect(read(wan, '2000')).toBe(2_000_000_000);
    expect(read(wan, '2000万元')).toBe(2_000_000_000);
    expect(read(wan, '35000元')).toBe(3_500_000);
    expect(readNumber(people, '约30')).toEqual({ value: 30, isRough: true });
    expect(readNumber(people, '30余人')).toEqual({ value: 30, isRough: true });
  });

  it('say what is wrong with them', () => {
    expect(read(people, '三十')).toBe('“三十”不是数字，请写成 12 这样');
    expect(read(people, '2.5')).toBe('“2.5”请写成整数');
    expect(read(pressure, '0.1234')).toBe('“0.1234”最多写 3 位小数');
    expect(read(pressure, '11')).toBe('某项不能大于 10MPa');
    expect(read(people, '-1')).toBe('某项不能小于 0人');
  });

  it('are taken in the column’s own unit only, by any of its names', () => {
    const diameter = { ...common, kind: 'whole', min: 10, max: 3_000, unit: 'mm' } as const;
    expect(['0.3MPa', '0.3 兆帕', '０.３ＭＰａ'].map((text) => read(pressure, text))).toEqual([
      300, 300, 300,
    ]);
    expect(read(pressure, '3公斤')).toBe('“3公斤”的单位不是MPa，请换算成MPa以后只写数字');
    expect(read(pressure, '300kPa')).toContain('单位不是MPa');
    expect(['DN100', 'φ100', '100毫米'].map((text) => read(diameter, text))).toEqual([100, 100, 100]);
    expect(read(people, '5户')).toContain('单位不是人');
    expect(read(people, '5只猫')).toContain('不是数字');
    expect(read({ ...common, kind: 'whole', min: 0, max: 99 }, '8具')).toBe(8);
    expect(['/', '—', '-', '——'].map((text) => readCell(people, text, nothing))).toEqual(
      ['/', '—', '-', '——'].map((text) => ({ value: null, remark: `“${text}”按没有填写` })),
    );
    expect(['常住人口(万人)', '损失（元）', '人数(含兼职)', '水压'].map(unitOfHeading)).toEqual([
      '万人',
      '元',
      null,
      null,
    ]);
  });

  it.each([people, pressure, yuan, wan])('are read back as they are shown: $kind', (column) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (kept) => {
        expect(readNumber(column, numberText(column, kept))).toEqual({ value: kept, isRough: false });
      }),
    );
  });
});

describe('other cells of a ledger', () => {
  const day = { ...common, kind: 'day' } as const;
  const month = { ...common, kind: 'month' } as const;
  const flag = { ...common, kind: 'flag', yes: '有', no: '无' } as const;
  const state = {
    ...common,
    kind: 'choice',
    choices: [
      { value: 'good', name: '完好', words: '正常' },
      { value: 'dry', name: '无水' },
    ],
  } as const;

  it('read days where they are certain and ask where they are not', () => {
    expect(['2026-1-2', '2026.01.02', '2026年1月2日', '20260102'].map((text) => read(day, text))).toEqual(
      Array.from({ length: 4 }, () => '2026-01-02'),
    );
    expect(read(day, '2026年1月')).toContain('没有写日');
    expect(read(day, '1月2日')).toContain('不是日期');
    expect(['2026年1月', '2026-01', '2026.1', '202601'].map((text) => read(month, text))).toEqual(
      Array.from({ length: 4 }, () => '2026-01'),
    );
    expect(read(month, '2026年13月')).toContain('不是年月');
  });

  it('know yes and no and the words of choices', () => {
    expect(['有', '是', '√', '1'].map((text) => read(flag, text))).toEqual([1, 1, 1, 1]);
    expect(['无', '否', '×'].map((text) => read(flag, text))).toEqual([0, 0, 0]);
    expect(read(flag, '也许')).toBe('“也许”请写成“有”或“无”');
    expect(read(state, '正常')).toBe('good');
    expect(cellText(state, 'good', nameless)).toBe('完好');
    expect(read(state, '坏')).toBe('“坏”请写成：完好、无水');
  });

  it('have an empty value where nothing is written', () => {
    expect(read(day, ' ')).toBeNull();
    expect(read({ ...common, kind: 'line', limit: 5 }, '')).toBe('');
    expect(read({ ...common, kind: 'line', limit: 5 }, '六个字太长了')).toBe('某项最多 5 个字');
  });
});

describe('coordinates', () => {
  it('are read as degrees, or degrees, minutes and seconds', () => {
    expect(readCoordinates('113.123,22.456')).toEqual({ value: '113.123000,22.456000' });
    expect(readCoordinates('113.123，22.456')).toEqual({ value: '113.123000,22.456000' });
    expect(readCoordinates(`东经113°30′ 北纬22°15′36″`)).toEqual({ value: '113.500000,22.260000' });
  });

  it('are refused in words where they are swapped, abroad or none', () => {
    const problem = (text: string) => JSON.stringify(readCoordinates(text));
    expect(problem('22.456,113.123')).toContain('写反了');
    expect(problem('2.35,48.85')).toContain('不在我国境内');
    expect(problem('113.1')).toContain('不是坐标');
    expect(problem('路口东侧')).toContain('不是坐标');
  });

  it('are read back as they are kept, and tell how far apart two places are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 74_000_000, max: 135_000_000 }),
        fc.integer({ min: 4_000_000, max: 53_000_000 }),
        (longitude, latitude) => {
          const text = `${(longitude / 1e6).toFixed(6)},${(latitude / 1e6).toFixed(6)}`;
          expect(readCoordinates(text)).toEqual({ value: text });
          expect(coordinatesOf(text)).toEqual({ longitude, latitude });
        },
      ),
    );
    const [one, other] = ['113.000000,30.000000', '113.001000,30.000000'].map(coordinatesOf);
    expect(Math.round(metresBetween(one!, other!))).toBe(96);
  });
});
