import { weekdayOf } from '../../calendar/days.ts';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

export function weekdayName(day: string): string {
  return `周${weekdays[weekdayOf(day) - 1]}`;
}
