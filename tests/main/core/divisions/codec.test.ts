import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  decodeCounty,
  decodeTable,
  decodeVillages,
  encodeTable,
  encodeVillages,
  type SourceProvince,
} from '#main/core/divisions/codec.ts';

const name = fc.stringMatching(/^[一-龥0-9A-Z（）、]{1,8}$/u);

function siblings(parentCode: string) {
  return fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 999 }), name), {
      selector: ([number]) => number,
      maxLength: 12,
    })
    .map((pairs) =>
      pairs.map(([number, text]) => ({ code: parentCode + String(number).padStart(3, '0'), name: text })),
    );
}

function byCode<T extends { code: string }>(items: readonly T[]): T[] {
  return items.toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

const table: SourceProvince[] = [
  {
    code: '42',
    name: '甲省',
    cities: [
      {
        code: '4205',
        name: '乙市',
        counties: [
          { code: '420502', name: '丙区', townships: [] },
          {
            code: '420528',
            name: '丁县',
            townships: [
              { code: '420528101', name: '戊镇' },
              { code: '420528205', name: '330农场' },
            ],
          },
        ],
      },
    ],
  },
  { code: '71', name: '己省', cities: [] },
];

function decodedTable(bytes: Uint8Array) {
  return decodeTable(bytes).map((province) => ({
    code: province.code,
    name: province.name,
    cities: province.cities.map((city) => ({
      code: city.code,
      name: city.name,
      counties: city.countyLines.map(decodeCounty),
    })),
  }));
}

function villages(...rows: [code: string, text: string][]) {
  return encodeVillages(new Map([['420528101', rows.map(([code, text]) => ({ code, name: text }))]]));
}

describe('the format of the divisions resource', () => {
  test('a table comes back as it was', () => {
    expect(decodedTable(encodeTable(table))).toEqual(table);
  });

  test('the same table gives the same bytes in whatever order it comes', () => {
    const turned = table.toReversed().map((province) => ({
      ...province,
      cities: province.cities.map((city) => ({ ...city, counties: city.counties.toReversed() })),
    }));
    expect(encodeTable(turned)).toEqual(encodeTable(table));
  });

  test('villages come back by township, also with gaps, code 000 and names that begin with digits', () => {
    fc.assert(
      fc.property(siblings('420528101'), siblings('420528102'), (one, other) => {
        const find = decodeVillages(
          encodeVillages(
            new Map([
              ['420528102', other],
              ['420528101', one],
            ]),
          ),
        );
        expect(find('420528101')).toEqual(byCode(one));
        expect(find('420528102')).toEqual(byCode(other));
        expect(find('420528103')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('names that would break a line, and codes outside their parent or twice, are refused', () => {
    for (const text of ['', '甲,乙', '甲|乙', '甲 乙', '甲\n乙', ':甲']) {
      expect(() => villages(['420528101001', text])).toThrow('cannot be encoded');
    }
    expect(() => villages(['420528102001', '甲村'])).toThrow('Wrong code');
    expect(() => villages(['420528101001', '甲村'], ['420528101001', '乙村'])).toThrow('Wrong code');
  });

  test('a file of the other kind and a cut file are refused', () => {
    const bytes = encodeTable(table);
    expect(() => decodeVillages(bytes)).toThrow('Not a divisions resource');
    expect(() => decodeTable(bytes.subarray(0, bytes.length - 4))).toThrow();
    expect(() => decodeCounty('A42')).toThrow('Damaged');
  });
});
