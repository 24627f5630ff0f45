import { dayClassOf } from '#shared/rules/duty/day-class.ts';
import type { ClassCounts } from '#shared/rules/duty/model.ts';
import type { ReadContext } from '#main/core/handlers.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import { assignmentsBetween } from './queries.ts';

type Context = Pick<ReadContext, 'db' | 'resourcesFolder'>;

/**
 * How often everybody stands on the rosters of a year, by uid.
 * @param exceptPeriodId a period that is left out
 */
export function countsOfYear(
  { db, resourcesFolder }: Context,
  year: number,
  exceptPeriodId: number | null = null,
): Map<string, ClassCounts> {
  const classOf = dayClassOf(holidayCalendar(db, resourcesFolder));
  const counts = new Map<string, ClassCounts>();
  for (const held of db.all(assignmentsBetween, { from: `${year}-01-01`, to: `${year}-12-31` })) {
    if (held.period_id === exceptPeriodId) continue;
    const own = counts.get(held.person_uid) ?? { holiday: 0, weekend: 0, weekday: 0 };
    own[classOf(held.day)] += 1;
    counts.set(held.person_uid, own);
  }
  return counts;
}
