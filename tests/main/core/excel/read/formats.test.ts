import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnOfPlace,
  LAST_COLUMN,
  LAST_ROW,
  parsePlace,
  parseRange,
  rowOfPlace,
} from '#main/core/excel/read/cell-reference.ts';
import { kindOfFormat, numberFormat } from '#main/core/excel/read/number-formats.ts';
import { dateOfSerial, readIsoDate, timeOfSerial } from '#main/core/excel/read/serial-dates.ts';
import { cellName } from '#shared/workbook.ts';

describe('cell references', () => {
  test('every place of the format is found under its own name', () => {
    const places = fc.tuple(fc.integer({ min: 1, max: LAST_ROW }), fc.integer({ min: 1, max: LAST_COLUMN }));
    fc.assert(
      fc.property(places, ([row, column]) => {
        const place = parsePlace(cellName(row, column))!;
        expect([rowOfPlace(place), columnOfPlace(place)]).toEqual([row, column]);
      }),
    );
  });

  test.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'a1', 'A1B', 'AAAA1', ' A1', '$A$1'])(
    '%j is no place',
    (text) => {
      expect(parsePlace(text)).toBeUndefined();
    },
  );

  test('a range runs from its upper left to its lower right cell', () => {
    expect(parseRange('B2:C9')).toEqual({ top: 2, left: 2, bottom: 9, right: 3 });
    expect(parseRange('B2')).toEqual({ top: 2, left: 2, bottom: 2, right: 2 });
    expect([parseRange('C2:B9'), parseRange('A1:B2:C3'), parseRange('')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('number formats', () => {
  test.each([
    ['General', 'number'],
    ['G/通用格式', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0.00;[Red]-#,##0.00', 'number'],
    ['0"天"', 'number'],
    ['"day "0', 'number'],
    ['\\d0', 'number'],
    ['[$¥-804]#,##0', 'number'],
    ['@', 'number'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['[$-804]aaaa', 'date'],
    ['m/d', 'date'],
    ['yyyy-mm-dd hh:mm', 'datetime'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['h:mm AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'duration'],
    ['[mm]:ss', 'duration'],
  ])('%s makes a %s', (code, kind) => {
    expect(kindOfFormat(code)).toBe(kind);
  });

  test('the file own code for a number goes before the usual one', () => {
    expect([numberFormat(31).kind, numberFormat(14, '0.0').kind, numberFormat(999).kind]).toEqual([
      'date',
      'number',
      'number',
    ]);
  });
});

describe('day numbers', () => {
  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [45_352, '2024-03-01'],
    [45_352.5, '2024-03-01T12:00:00'],
    [45_351.999999999, '2024-03-01'],
    [2_958_465, '9999-12-31'],
    [60, undefined],
    [0, undefined],
    [-1, undefined],
    [2_958_466, undefined],
    [1e300, undefined],
  ])('%d counted from 1900 is %s', (serial, day) => {
    expect(dateOfSerial(serial, false)).toBe(day);
  });

  test('the two calendars are 1 462 days apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_957_003 }), (serial) => {
        expect(dateOfSerial(serial, true)).toBe(dateOfSerial(serial + 1_462, false));
      }),
    );
  });

  test('only a part of a day is a time', () => {
    expect([timeOfSerial(0), timeOfSerial(0.25), timeOfSerial(1), timeOfSerial(-0.5)]).toEqual([
      '00:00:00',
      '06:00:00',
      undefined,
      undefined,
    ]);
  });

  test.each([
    '',
    'T',
    '2024-13-01',
    '2023-02-29',
    '25:00:00',
    '2024-01-01 08:00:00',
    '2024-01-01T',
    '24-01-01',
  ])('%j is no ISO date', (text) => {
    expect(readIsoDate(text)).toBeUndefined();
  });
});
