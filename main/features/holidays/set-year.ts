import type { holidays as contract } from '#shared/contract/holidays.ts';
import { AppError } from '#shared/errors.ts';
import type { NamedDay } from '#shared/rules/calendar/workdays.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { holidayCalendar } from './calendar-of.ts';
import { allHolidays } from './queries.ts';

/** What keeps something that it worked out with the calendar, and does so again. */
export type CalendarFollower = (context: Pick<WriteContext, 'db' | 'today' | 'resourcesFolder'>) => void;

type SetYear = Handlers<typeof contract>['setYear'];

export const setYearWith =
  (followers: readonly CalendarFollower[]): SetYear =>
  ({ year, base, set }, context) => {
    const { db, resourcesFolder, summarize } = context;
    const isOfYear = ({ day }: { day: string }): boolean => day.startsWith(`${year}-`);
    const days = [...set.publicHolidays, ...set.makeUpWorkdays];
    if (days.length === 0)
      throw new AppError('refused', { reason: `请填写 ${year} 年的节假日，至少一天；内容为空不能保存。` });
    const outside = days.find((each) => !isOfYear(each));
    if (outside !== undefined)
      throw new AppError('refused', { reason: `${outside.day} 不在 ${year} 年，请到那一年里填写。` });
    requireOnce(days);
    const { publicHolidays, makeUpWorkdays } = holidayCalendar(db, resourcesFolder);
    const stored = {
      publicHolidays: publicHolidays.filter(isOfYear),
      makeUpWorkdays: makeUpWorkdays.filter(isOfYear),
    };
    decidePatch(stored, base, set);
    for (const row of db.all(allHolidays).filter(isOfYear)) db.remove('holiday', row.id);
    const add = (kind: string, added: readonly NamedDay[]): void => {
      for (const { day, name } of added) db.insert('holiday', { day, kind, name });
    };
    add('publicHoliday', set.publicHolidays);
    add('makeUpWorkday', set.makeUpWorkdays);
    for (const follow of followers) follow(context);
    summarize(`${year} 年，放假 ${set.publicHolidays.length} 天，调休上班 ${set.makeUpWorkdays.length} 天`);
    return { year };
  };

function requireOnce(days: readonly NamedDay[]): void {
  const seen = new Set<string>();
  for (const { day } of days) {
    if (seen.has(day)) throw new AppError('refused', { reason: `${day} 写了两次，请只留一处。` });
    seen.add(day);
  }
}
