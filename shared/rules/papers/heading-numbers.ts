import type { PaperBlock } from './model.ts';

const LEVELS = 4;

/**
 * The number of each block's heading by its position (cl. 7.3.3); empty for a block that is no heading. A heading
 * starts the deeper levels anew.
 */
export function headingNumbers(blocks: readonly PaperBlock[]): string[] {
  const counts: number[] = Array.from({ length: LEVELS + 1 }, () => 0);
  return blocks.map((block) => {
    if (block.kind !== 'heading') return '';
    const count = (counts[block.level] ?? 0) + 1;
    counts[block.level] = count;
    counts.fill(0, block.level + 1);
    return headingNumber(block.level, count);
  });
}

function headingNumber(level: number, count: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(count)}、`;
    case 2:
      return `（${chineseNumber(count)}）`;
    case 3:
      return `${count}.`;
    default:
      return `（${count}）`;
  }
}

const DIGITS = '零一二三四五六七八九';

/** 1 to 99 as they are counted in headings: 十, 十一, 二十, 九十九. */
function chineseNumber(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  if (tens === 0) return DIGITS.charAt(ones);
  if (tens > 9) return [...String(count)].map((digit) => DIGITS.charAt(Number(digit))).join('');
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}
