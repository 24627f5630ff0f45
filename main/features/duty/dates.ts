import type { DateSource } from '#main/features/calendar/index.ts';
import { periodsBetween } from './queries.ts';
import { reportRows } from './report-rows.ts';

/** Daily reports up to today, with how many have come; those of days to come would only fill the calendar. */
export const dutyDates: DateSource = ({ from, to }, { db, today }) =>
  db
    .all(periodsBetween, { from, to })
    .filter((period) => period.report_due !== '')
    .flatMap((period) =>
      [
        ...reportRows(
          db,
          period,
          laterOf(period.first_day, from),
          earlierOf(period.last_day, earlierOf(to, today)),
        ),
      ]
        .filter(([, rows]) => rows.length > 0)
        .map(([day, rows]) => {
          const come = rows.filter(({ report }) => report !== null).length;
          return {
            key: `dutyReport ${day}`,
            kind: 'dutyReport' as const,
            day,
            title: `${period.report_due} 前，已报 ${come}/${rows.length}`,
            note: period.name,
            uid: day,
            isDone: come === rows.length,
          };
        }),
    );

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

function earlierOf(one: string, other: string): string {
  return one < other ? one : other;
}
