import type { Publication } from '#shared/contract/random-results.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

/** Days within which a publication is soon due. */
const SOON = 7;

/** 已公示, 还有 5 天, 逾期 3 天. */
export function dueText({ daysLeft, publishedOn, dueOn }: Publication): { light: Light; word: string } {
  if (daysLeft === null) {
    const isLate = publishedOn !== null && publishedOn > dueOn;
    return { light: isLate ? 'yellow' : 'green', word: isLate ? '已公示(超期)' : '已公示' };
  }
  if (daysLeft < 0) return { light: 'red', word: `未公示，逾期 ${-daysLeft} 天` };
  if (daysLeft === 0) return { light: 'yellow', word: '未公示，今天到期' };
  return { light: daysLeft <= SOON ? 'yellow' : 'plain', word: `未公示，还有 ${daysLeft} 天` };
}
