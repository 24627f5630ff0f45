import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberFormatProblem, numberText, seriesYear } from '#shared/rules/papers/number-format.ts';

describe('a document number', () => {
  it('is the office code, the year in full in 六角括号 and the serial without a leading zero', () => {
    const places = { area: '临', year: 2026, serial: 7 };
    expect(numberText('{地}消安办〔{年}〕{号}号', places)).toBe('临消安办〔2026〕7号');
    expect(numberText('第{号}期', places)).toBe('第7期');
  });

  it('differs for every serial of a year, whatever the format', () => {
    const part = fc.string({ maxLength: 8 }).filter((text) => !/[{}0-9]/u.test(text));
    fc.assert(
      fc.property(part, part, fc.integer({ min: 1, max: 9_999 }), (before, after, serial) => {
        const format = `${before}{年}〕{号}${after}`;
        const text = (next: number) => numberText(format, { area: '', year: 2026, serial: next });
        expect(text(serial)).not.toBe(text(serial + 1));
      }),
    );
  });

  it('counts by year, or under one year for ever', () => {
    expect(seriesYear('yearly', '2026-03-01')).toBe(2026);
    expect(seriesYear('never', '2026-03-01')).toBe(0);
  });
});

describe('a number format', () => {
  it('needs exactly one place for the serial and knows no other places', () => {
    expect(numberFormatProblem('{地}消安办〔{年}〕{号}号', 'yearly')).toBeNull();
    expect(numberFormatProblem('消安办〔{年}〕号', 'yearly')).toContain('{号}');
    expect(numberFormatProblem('{号}{号}', 'yearly')).toContain('{号}');
    expect(numberFormatProblem('{月}{号}', 'yearly')).toContain('{月}');
    expect(numberFormatProblem('{年{号}', 'yearly')).not.toBeNull();
    expect(numberFormatProblem('〔{年}〕{号}号', 'never')).toContain('{年}');
  });
});
