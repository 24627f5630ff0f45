import { chineseCount } from '../papers/numbering.ts';

/** 全体会议, the third of 2026: 2026年第三次全体会议. */
export function meetingTitle(seriesName: string, day: string, earlierThisYear: number): string {
  return `${day.slice(0, 4)}年第${chineseCount(earlierThisYear + 1)}次${seriesName}`;
}
