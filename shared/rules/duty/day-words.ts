import { weekdayOf } from '../../calendar/days.ts';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

export function weekdayName(day: string): string {
  return `周${weekdays[weekdayOf(day) - 1]}`;
}

/** 10月3日 */
export function shortDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}
