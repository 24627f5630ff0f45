import { chineseCount } from '../papers/numbering.ts';

/** 全体会议, the third of 2026: 2026年第三次全体会议. @param knownDays of the series' other meetings */
export function meetingTitle(seriesName: string, day: string, knownDays: readonly string[]): string {
  const year = day.slice(0, 4);
  const earlier = knownDays.filter((known) => known.startsWith(year)).length;
  return `${year}年第${chineseCount(earlier + 1)}次${seriesName}`;
}
