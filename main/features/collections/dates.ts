import { defineQuery, integer, text } from '#main/core/store/query.ts';
import type { DateSource, DayRange } from '#main/features/calendar/index.ts';

const columns = { uid: text, title: text, day: text, owed: integer, closed: integer };

const dueDays = defineQuery<typeof columns, DayRange>({
  name: 'collections.dueBetween',
  sql: `SELECT uid, title, due_on AS day, closed_on IS NOT NULL AS closed,
      (SELECT count(*) FROM collection_unit AS unit WHERE unit.collection_id = collection.id AND NOT EXISTS
        (SELECT 1 FROM collection_return WHERE unit_id = unit.id AND state IN ('correct', 'merged'))) AS owed
    FROM collection WHERE due_on BETWEEN @from AND @to`,
  columns,
});

/** Days by which units have to return their workbooks. */
export const collectionDates: DateSource = (range, { db }) =>
  db.all(dueDays, range).map(({ uid, title, day, owed, closed }) => ({
    key: `collectionDue ${uid}`,
    kind: 'collectionDue',
    day,
    title,
    note: owed === 0 ? '' : `还差 ${owed} 个单位`,
    uid,
    isDone: closed === 1 || owed === 0,
  }));
