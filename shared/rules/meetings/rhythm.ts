import { addMonths } from '../../calendar/days.ts';

/** When the next meeting of a series is due: so many months after the last one held. A month's end stays within its month. */
export function nextDueDay(lastHeld: string, everyMonths: number): string {
  return addMonths(lastHeld, everyMonths);
}

const rhythms: Readonly<Record<number, string>> = { 1: '每月', 3: '每季度', 6: '每半年', 12: '每年' };

/** 每季度一次, 每 2 个月一次, 按需召开. */
export function rhythmText(everyMonths: number | null): string {
  if (everyMonths === null) return '按需召开';
  return `${rhythms[everyMonths] ?? `每 ${everyMonths} 个月`}一次`;
}
