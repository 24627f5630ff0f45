import { paperDay } from '../../calendar/days.ts';

interface CampaignDays {
  firstDay: string;
  lastDay: string;
}

/** What is wrong with the day of a visit, in words for its field; null when nothing is. */
export function visitDayProblem(
  day: string,
  { firstDay, lastDay }: CampaignDays,
  today: string,
): string | null {
  if (day < firstDay || day > lastDay)
    return `检查日期要在这次督查的 ${paperDay(firstDay)}至${paperDay(lastDay)}之间；督查延长了的，请先在“基本情况”里改`;
  return day > today ? '检查日期不能晚于今天，请在检查之后登记' : null;
}
