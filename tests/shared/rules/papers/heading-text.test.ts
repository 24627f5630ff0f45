import { describe, expect, test } from 'vitest';
import { announces, headingText } from '#shared/rules/papers/heading-text.ts';

function heading(level: number, ...texts: string[]) {
  return { kind: 'heading' as const, level, runs: texts.map((text) => ({ text })) };
}

describe('text on the line of a heading', () => {
  test('what follows the first full stop of a second level is body text', () => {
    expect(headingText(heading(2, '压实责任。各单位要履行职责。'))).toEqual({
      heading: [{ text: '压实责任。' }],
      text: [{ text: '各单位要履行职责。' }],
    });
  });

  test('later runs belong to the body text too', () => {
    expect(headingText(heading(2, '压实', '责任。', '各单位')).text).toEqual([{ text: '各单位' }]);
  });

  test('a heading without a full stop is a heading as a whole', () => {
    expect(headingText(heading(1, '总体要求')).text).toEqual([]);
  });

  test('a third level is of body type anyway', () => {
    expect(headingText(heading(3, '排查。整治。')).text).toEqual([]);
  });

  test('only a heading without a sentence announces what follows', () => {
    expect(announces(heading(1, '总体要求'))).toBe(true);
    expect(announces(heading(4, '每月检查一次消防设施。'))).toBe(false);
  });
});
