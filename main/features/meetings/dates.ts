import type { DateSource } from '#main/features/calendar/index.ts';
import { allSeries, summaries } from './queries.ts';
import { seriesOf } from './series.ts';

/** Meetings, and the days by which a series should meet again. */
export const meetingDates: DateSource = ({ from, to }, { db, today }) => [
  ...db
    .all(summaries, { from, to, seriesUid: null })
    .filter(({ status }) => status !== 'cancelled')
    .map(({ uid, title, day, start_time, place, status }) => ({
      key: `meeting ${uid}`,
      kind: 'meeting' as const,
      day,
      title,
      note: [start_time, place].filter((part) => part !== '').join(' '),
      uid,
      isDone: status === 'held',
    })),
  ...db
    .all(allSeries)
    .map((row) => seriesOf(db, row, today))
    .flatMap(({ uid, name, nextDue: day }) =>
      day === null || day < from || day > to
        ? []
        : [
            {
              key: `meetingDue ${uid}`,
              kind: 'meetingDue' as const,
              day,
              title: name,
              note: '按召开周期应在这天前召开',
              uid: null,
              isDone: false,
            },
          ],
    ),
];
