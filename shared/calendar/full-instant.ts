import { localDay } from './days.ts';

/** 2026-11-23 14:05:09, local. */
export function fullInstant(instant: number): string {
  const at = new Date(instant);
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()];
  return `${localDay(instant)} ${time.map((part) => String(part).padStart(2, '0')).join(':')}`;
}
