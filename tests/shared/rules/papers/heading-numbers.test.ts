import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyText } from '#shared/rules/papers/blank-paper.ts';
import { headingNumbers } from '#shared/rules/papers/heading-numbers.ts';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { attachmentLabel, attachmentLines, printedDay } from '#shared/rules/papers/printed-words.ts';

function heading(level: number): PaperBlock {
  return { kind: 'heading', level, runs: [{ text: '标题' }] };
}

describe('heading numbers', () => {
  test('each level has its own form and counts by position', () => {
    const levels = [1, 2, 2, 3, 4, 4, 3, 1, 2];
    expect(headingNumbers(levels.map(heading))).toEqual([
      '一、',
      '（一）',
      '（二）',
      '1.',
      '（1）',
      '（2）',
      '2.',
      '二、',
      '（一）',
    ]);
  });

  test('text between headings has no number and does not disturb the count', () => {
    expect(headingNumbers([heading(1), bodyText('正文'), heading(1)])).toEqual(['一、', '', '二、']);
  });

  test('tens are counted as in Chinese headings', () => {
    const numbers = headingNumbers(Array.from({ length: 31 }, () => heading(1)));
    expect([10, 11, 20, 21, 30].map((count) => numbers[count - 1])).toEqual([
      '十、',
      '十一、',
      '二十、',
      '二十一、',
      '三十、',
    ]);
  });

  test('headings of one level below one heading never share a number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 80 }), (levels) => {
        const numbers = headingNumbers(levels.map(heading));
        levels.forEach((level, index) => {
          const before = levels.slice(0, index);
          const parent = before.findLastIndex((other) => other < level);
          const siblings = numbers.filter((_, at) => at > parent && at < index && levels[at] === level);
          expect(siblings).not.toContain(numbers[index]);
        });
      }),
    );
  });
});

test('a day is printed without zeros in front', () => {
  expect([printedDay('2026-01-05'), printedDay('2026-11-23'), printedDay('')]).toEqual([
    '2026年1月5日',
    '2026年11月23日',
    '',
  ]);
});

test('attachments are numbered only when there are several', () => {
  const one = { title: '名单', body: [] };
  expect(attachmentLines([one])).toEqual([{ number: '', title: '名单' }]);
  expect(attachmentLines([one, one]).map(({ number }) => number)).toEqual(['1. ', '2. ']);
  expect([attachmentLabel(0, 1), attachmentLabel(1, 2)]).toEqual(['附件', '附件2']);
});
