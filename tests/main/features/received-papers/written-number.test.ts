import { expect, it } from 'vitest';
import { readNumber } from '#main/features/received-papers/written-number.ts';

it.each([
  ['12', null, 12],
  ['012号', null, 12],
  ['收012', null, 12],
  ['2026-12', 2026, 12],
  ['〔2026〕12号', 2026, 12],
  ['收〔2026〕 012 号', 2026, 12],
  ['2026年第12号', 2026, 12],
  ['2026012', 2026, 12],
  ['２０２６－１２', 2026, 12],
])('the 收文编号 %s is understood', (written, year, serial) => {
  expect(readNumber(written)).toEqual({ year, serial });
});

it.each(['', '收', '0', '12-3', '2026-1-2', '12345678'])('%j is no 收文编号', (written) => {
  expect(readNumber(written)).toBeNull();
});
