import { expect, test } from 'vitest';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { chineseCount, headingNumbers } from '#shared/rules/papers/numbering.ts';

const heading = (level: number): PaperBlock => ({ kind: 'heading', level, runs: [] });

test('counts are written as Chinese counts are spoken', () => {
  expect([1, 9, 10, 11, 20, 23, 99, 100, 205].map(chineseCount)).toEqual([
    '一',
    '九',
    '十',
    '十一',
    '二十',
    '二十三',
    '九十九',
    '一〇〇',
    '二〇五',
  ]);
});

test('headings are numbered by position, each level in its own form', () => {
  expect(headingNumbers([1, 2, 2, 3, 3, 4, 4].map(heading))).toEqual([
    '一、',
    '（一）',
    '（二）',
    '1.',
    '2.',
    '（1）',
    '（2）',
  ]);
});

test('a heading starts the levels below it anew and leaves those above as they are', () => {
  expect(headingNumbers([1, 2, 3, 2, 3, 1, 2, 4].map(heading))).toEqual([
    '一、',
    '（一）',
    '1.',
    '（二）',
    '1.',
    '二、',
    '（一）',
    '（1）',
  ]);
});

test('what is no heading has no number and does not disturb the count', () => {
  const blocks: PaperBlock[] = [heading(1), { kind: 'pageBreak' }, heading(1)];
  expect(headingNumbers(blocks)).toEqual(['一、', '', '二、']);
});
