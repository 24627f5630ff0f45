import { addDays } from '../../calendar/days.ts';

/**
 * How long the log has to be kept: 网络安全法第二十一条(三) asks for not less than six months, of which 183 days are the
 * longest. No setting goes below it.
 */
export const LEAST_KEPT_DAYS = 183;

/** The latest day before which row changes may be cleared away. */
export function latestClearingDay(today: string): string {
  return addDays(today, -LEAST_KEPT_DAYS);
}
