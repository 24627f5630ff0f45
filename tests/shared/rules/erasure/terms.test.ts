import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestClearingDay } from '#shared/rules/erasure/kept-log.ts';
import {
  ERASED,
  termPattern,
  termsIn,
  valueWithoutTerms,
  withoutTerms,
} from '#shared/rules/erasure/terms.ts';

const sign = fc.constantFrom(...'张三李a1.*+?()[]{}|\\/^$-〔');
const term = fc.string({ unit: sign, minLength: 2, maxLength: 6 });

describe('words that are to go', () => {
  it('are taken as they were typed, each once', () => {
    expect(termsIn(' 张三、13907940001，张三;王 五 ')).toEqual(['张三', '13907940001', '王', '五']);
  });

  it('are found with spaces between their characters and in any case', () => {
    const pattern = termPattern(['张三', 'AbC']);
    expect(withoutTerms('联系人张 三，abc、A b C', pattern)).toBe(`联系人${ERASED}，${ERASED}、${ERASED}`);
  });

  it('are gone from any text, whatever signs they have, and nothing else is', () => {
    fc.assert(
      fc.property(term, fc.string({ unit: fc.constantFrom(...'月日年 x') }), (word, rest) => {
        const left = withoutTerms(`${rest}${word}${rest}`, termPattern([word]));
        expect(left).toBe(`${rest}${ERASED}${rest}`);
      }),
    );
  });

  it('are gone from every text, key and number of a JSON value, which keeps its shape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const planted = { list: [value, { 张三: 'phone 13907940001' }], phone: 13907940001 };
        const left = JSON.stringify(valueWithoutTerms(planted, termPattern(['张三', '13907940001'])));
        expect(left).not.toMatch(/张三|13907940001/u);
        expect(JSON.parse(left)).toHaveProperty('list.1');
      }),
    );
  });
});

it('keeps row changes of at least half a year', () => {
  expect(latestClearingDay('2026-11-30')).toBe('2026-05-31');
});
