import { addDays } from '#shared/calendar/days.ts';
import type { CalendarEntry } from '#shared/contract/calendar.ts';
import { isDayOff } from '#shared/rules/calendar/dated-kinds.ts';
import { useCalendar } from '../calendar/index.ts';
import { useDutyToday } from '../duty/index.ts';

const NEXT_DAYS = 14;
const SHOWN = 8;

export interface Today {
  /** 值班 张三、李四; empty: nobody is known. */
  duty: string;
  /** What is still to come, the next first; nothing that is secret: this page is shown around and printed. */
  next: CalendarEntry[];
}

/** Who is on duty, and what the next days bring. */
export function useToday(today: string): Today {
  const { data: entries = [] } = useCalendar(today, addDays(today, NEXT_DAYS));
  const { data: duty } = useDutyToday();
  const now = duty?.now ?? null;
  return {
    duty: now === null ? '' : [...now.leaders, ...now.officers].join('、'),
    next: entries
      .filter(({ kind, isDone, isSecret }) => !isDone && !isDayOff(kind) && isSecret !== true)
      .slice(0, SHOWN),
  };
}
