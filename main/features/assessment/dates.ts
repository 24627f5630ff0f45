import { defineQuery, oneOf, text } from '#main/core/store/query.ts';
import type { DateSource, DayRange } from '#main/features/calendar/index.ts';

const columns = { uid: text, day: text, title: text, status: oneOf('open', 'final') };

const periodsEnding = defineQuery<typeof columns, DayRange>({
  name: 'assessment.periodsEndingBetween',
  sql: `SELECT uid, last_day AS day, title, status FROM assessment_period WHERE last_day BETWEEN @from AND @to`,
  columns,
});

/** Last days of assessment periods. */
export const assessmentDates: DateSource = (range, { db }) =>
  db.all(periodsEnding, range).map(({ uid, day, title, status }) => ({
    key: `assessmentEnd ${uid}`,
    kind: 'assessmentEnd' as const,
    day,
    title,
    note: '',
    uid,
    isDone: status === 'final',
  }));
