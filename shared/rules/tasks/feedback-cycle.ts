import { addDays, addMonths, dayInMonth, weekdayOf } from '../../calendar/days.ts';

/** How often the lead unit tells how far it is (云府办函〔2023〕5号: 每月 30 日前). */
export type FeedbackCycle =
  | { readonly kind: 'none' }
  /** By this day of each week: 1 Monday … 7 Sunday. */
  | { readonly kind: 'weekly'; readonly day: number }
  /** By this day of each month; 31: by its last day. */
  | { readonly kind: 'monthly'; readonly day: number }
  /** By this day of the last month of each quarter, or half-year. */
  | { readonly kind: 'quarterly' | 'halfYearly'; readonly day: number };

const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'];
const monthsOf = { monthly: 1, quarterly: 3, halfYearly: 6 } as const;
const monthCycleNames = { monthly: '每月', quarterly: '每季度末月', halfYearly: '每半年末月' } as const;

/** 每月 30 日前 */
export function cycleText(cycle: FeedbackCycle): string {
  if (cycle.kind === 'none') return '不定期';
  if (cycle.kind === 'weekly') return `每周${weekdayNames[cycle.day - 1] ?? ''}前`;
  const day = cycle.day >= 31 ? '底' : ` ${cycle.day} 日`;
  return `${monthCycleNames[cycle.kind]}${day}前`;
}

/** The first day on or after `day` by which feedback is due; null without a cycle. */
export function feedbackDueFrom(cycle: FeedbackCycle, day: string): string | null {
  if (cycle.kind === 'none') return null;
  if (cycle.kind === 'weekly') return addDays(day, (cycle.day - weekdayOf(day) + 7) % 7);
  const months = monthsOf[cycle.kind];
  for (let month = day; ; month = addMonths(month, 1)) {
    const due = dayInMonth(month, cycle.day);
    if (Number(due.slice(5, 7)) % months === 0 && due >= day) return due;
  }
}

/**
 * When the next feedback is due after one has come on a day. A late one settles what was missed and the present
 * period stays owed; a second one within a period that has been settled changes nothing.
 * @param due the day that was awaited so far
 */
export function nextFeedbackDue(cycle: FeedbackCycle, due: string | null, cameOn: string): string | null {
  if (due === null || due < cameOn) return feedbackDueFrom(cycle, cameOn);
  const ofThisPeriod = feedbackDueFrom(cycle, cameOn);
  return ofThisPeriod === due ? feedbackDueFrom(cycle, addDays(due, 1)) : due;
}
