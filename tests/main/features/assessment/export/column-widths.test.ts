import { describe, expect, it } from 'vitest';
import { captionSplit, spreadWidths } from '#main/features/assessment/export/column-widths.ts';

const fixed = (width: number) => ({ width, flexible: false });
const flexible = (width: number) => ({ width, flexible: true });

describe('the widths of columns', () => {
  it('fill the page, in proportion where several can', () => {
    expect(spreadWidths([fixed(10), flexible(20), flexible(10)], 100)).toEqual([10, 60, 30]);
  });

  it('give way to a narrow page, but not so far that texts become towers', () => {
    expect(spreadWidths([fixed(10), flexible(40)], 40)).toEqual([10, 30]);
    expect(spreadWidths([fixed(10), flexible(40)], 15)).toEqual([10, 24]);
  });

  it('stay as they are where none can change', () => {
    expect(spreadWidths([fixed(10), fixed(5)], 100)).toEqual([10, 5]);
  });
});

describe('the line above a table', () => {
  it('gives a little more than half to its left text', () => {
    expect(captionSplit('填报单位', '2026年10月8日', [10, 10, 10, 10, 10])).toBe(3);
  });

  it('gives a long left text more, as long as the right one has room', () => {
    const long = '填报单位：临川市消防安全委员会办公室';
    expect(captionSplit(long, '10月8日', [10, 10, 10, 10, 10])).toBe(4);
    expect(captionSplit(long, '2026年10月8日', [10, 10, 10, 10, 10])).toBe(3);
  });
});
