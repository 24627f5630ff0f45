import { defineQuery, integer, oneOf, text } from '#main/core/store/query.ts';
import type { DateSource, DayRange } from '#main/features/calendar/index.ts';

const columns = { uid: text, kind: oneOf('listedDue', 'warningBoard'), day: text, name: text, done: integer };

const limits = defineQuery<typeof columns, DayRange>({
  name: 'listedSupervision.limitsBetween',
  sql: `SELECT uid, 'listedDue' AS kind, due_on AS day, name, accepted_on IS NOT NULL AS done
      FROM listed_supervision WHERE due_on BETWEEN @from AND @to
    UNION ALL
    SELECT uid, 'warningBoard', board_due_on, name, board_hung_on IS NOT NULL OR delisted_on IS NOT NULL
      FROM listed_supervision WHERE board_due_on BETWEEN @from AND @to`,
  columns,
});

/** Date limits of listed hazards, and the days by which their warning boards must hang. */
export const listedDates: DateSource = (range, { db }) =>
  db.all(limits, range).map(({ uid, kind, day, name, done }) => ({
    key: `${kind} ${uid}`,
    kind,
    day,
    title: name,
    note: '',
    uid,
    isDone: done === 1,
  }));
