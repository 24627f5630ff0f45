import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadRule } from '#shared/rules/sentences/reading.ts';
import { readSentence } from '#shared/rules/sentences/read-sentence.ts';
import { madeUpLabels } from './made-up-labels.ts';

const sentence = fc.constantFrom(...madeUpLabels.map(([text]) => text));
const pieces = fc.constantFrom(
  ...`每 少 一次 扣 3 分 2-6 得 不 酌情 低于 95% , 。 ( ) 第一起 分别 、 加 最多 扣完为止 否则 以上 百分之 半 未 … 的 每低1个百分点 总分 一票否决`.split(
    ' ',
  ),
);
const NUMERALS = '零 一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五'.split(' ');

function fullWidth(text: string): string {
  return text
    .replaceAll(/[0-9A-Za-z%.\-~]/gu, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfe_e0))
    .replaceAll(',', '，')
    .replaceAll(';', '；')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

function withoutTexts(rules: readonly ReadRule[]): unknown {
  return JSON.parse(JSON.stringify(rules, (key, value: unknown) => (key === 'text' ? undefined : value)));
}

function figures(text: string, points: number) {
  const { rules, floor, understood } = readSentence(text, { points });
  return { floor, understood, rules: withoutTexts(rules) };
}

/** All numbers in a value, wherever they stand. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

describe('a sentence', () => {
  it('means the same in full-width and half-width characters', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 3 }), (all) => {
        const text = all.join(';');
        expect(figures(fullWidth(text), 6)).toEqual(figures(text, 6));
      }),
    );
  });

  it('means the same with Chinese numerals and with digits', () => {
    const small = fc.integer({ min: 1, max: 15 });
    fc.assert(
      fc.property(small, small, fc.constantFrom('每少', '每缺', '每发现'), (per, points, how) => {
        const write = (one: number, other: number | string) => `${how}${one}处扣${other}分,最多扣${other}分`;
        const chinese = `${how}${NUMERALS[per]}处扣${NUMERALS[points]}分,最多扣${NUMERALS[points]}分`;
        expect(figures(chinese, 20)).toEqual(figures(write(per, points), 20));
      }),
    );
  });

  it('means the same with blanks and quotation marks in between', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(figures(`“${[...text].join(' ')}”`, 6)).toEqual(figures(text, 6));
      }),
    );
  });

  it('never throws and says what it did not understand, whatever the text', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(any, fc.option(fc.integer({ min: 0, max: 100 })), (text, points) => {
        const { understood, rules, unread } = readSentence(text, { points });
        expect(understood).toBe(rules.length > 0 && unread.length === 0);
        if (text.trim() !== '') expect(understood || unread.length > 0).toBe(true);
        for (const part of unread) expect(text.slice(part.from, part.to)).toBe(part.text);
      }),
      { numRuns: 500 },
    );
  });

  it('gives no figure that is neither in it nor follows from it', () => {
    const said = (text: string): number[] =>
      [...text.matchAll(/\d+(?:\.\d+)?/gu)].map(([number]) => Number(number));
    const digitsOnly = madeUpLabels
      .map(([text]) => text.normalize('NFKC'))
      .filter((text) => !/[一二两三四五六七八九十半贰]|分值|加倍/u.test(text));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...digitsOnly), { minLength: 1, maxLength: 4 }), (all) => {
        const text = all.join(';');
        // One of each, nothing, all of the item, a full share.
        const known = new Set([...said(text), 0, 1, 100, 7]);
        const { rules } = readSentence(text, { points: 7 });
        for (const number of numbersIn(withoutTexts(rules))) expect(known).toContain(number);
      }),
    );
  });
});
