import type { PaperBlock } from './model.ts';

/** Levels of heading within the body: 一、（一）1.（1） (GB/T 9704-2012 cl. 7.3.3). */
export type HeadingLevel = 1 | 2 | 3 | 4;

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 … 99 as counted in Chinese: 一, 十, 十一, 二十三; from 100 on the digits one by one. */
export function chineseCount(count: number): string {
  if (count >= 100) return [...String(count)].map((digit) => digits[Number(digit)] || '〇').join('');
  const tens = Math.floor(count / 10);
  const tenText = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${tenText}${digits[count % 10]}`;
}

/** What is printed before the heading that is the `count`-th of its level. */
export function headingNumber(level: HeadingLevel, count: number): string {
  if (level === 1) return `${chineseCount(count)}、`;
  if (level === 2) return `（${chineseCount(count)}）`;
  return level === 3 ? `${count}.` : `（${count}）`;
}

/** Counts headings in reading order; a heading starts the levels below it anew. */
export function headingCounter(): (level: HeadingLevel) => string {
  const counts = [0, 0, 0, 0];
  return (level) => {
    const count = (counts[level - 1] ?? 0) + 1;
    counts[level - 1] = count;
    counts.fill(0, level);
    return headingNumber(level, count);
  };
}

/** For each block the number printed before it; empty for all that is no heading. */
export function headingNumbers(blocks: readonly PaperBlock[]): string[] {
  const next = headingCounter();
  return blocks.map((block) => (block.kind === 'heading' ? next(block.level as HeadingLevel) : ''));
}
