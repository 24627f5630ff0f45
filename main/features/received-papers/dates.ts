import { defineQuery, oneOf, text } from '#main/core/store/query.ts';
import type { DateSource, DayRange } from '#main/features/calendar/index.ts';

const columns = { uid: text, day: text, title: text, sender: text, status: oneOf('open', 'done') };

const dueBetween = defineQuery<typeof columns, DayRange>({
  name: 'receivedPapers.dueBetween',
  sql: `SELECT uid, ifnull(due_on, '') AS day, title, sender, status FROM received_paper WHERE due_on BETWEEN @from AND @to`,
  columns,
});

/** Days by which received papers must be dealt with. */
export const receivedDates: DateSource = (range, { db }) =>
  db.all(dueBetween, range).map(({ uid, day, title, sender, status }) => ({
    key: `receivedDue ${uid}`,
    kind: 'receivedDue' as const,
    day,
    title,
    note: sender,
    uid,
    isDone: status === 'done',
  }));
