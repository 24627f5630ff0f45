import { readDue } from '#shared/rules/visits/sheet/read-due.ts';
import { readAnswer } from '#shared/rules/visits/sheet/words.ts';
import { describe, expect, it } from 'vitest';

describe('the time for putting something right, as a cell says it', () => {
  it.each([
    ['2026-12-05', '2026-12-05'],
    ['2026年12月5日前', '2026-12-05'],
    ['12月5日', '2026-12-05'],
    ['1.5', '2027-01-05'],
    ['15天', '2026-12-15'],
    ['3日内', '2026-12-03'],
    ['当场改正', '2026-11-30'],
  ])('“%s” of a finding of 2026-11-30 is %s', (text, day) => {
    expect(readDue(text, '2026-11-30')).toBe(day);
  });

  it.each(['下周', '尽快', '13月5日', '900天'])('“%s” is not understood', (text) => {
    expect(readDue(text, '2026-11-30')).toBeNull();
  });
});

describe('an answer as a cell says it', () => {
  it('is one of the three words, or a usual sign for one', () => {
    expect(['符合', '√', '不 符 合', '×', '不适用', '/'].map(readAnswer)).toEqual([
      'pass',
      'pass',
      'fail',
      'fail',
      'notApplicable',
      'notApplicable',
    ]);
    expect(readAnswer('基本符合')).toBeNull();
  });
});
