import type { Measure } from '#shared/rules/reports/measure.ts';
import { measureSource } from '#main/core/measures/measure-source.ts';
import { held, kindNames } from './fields.ts';
import type { SummaryRow } from './queries.ts';

/** Meetings that were held in the time, for reports. */
export const meetingReportMeasures = measureSource<SummaryRow>({
  key: 'meetings',
  name: '会议',
  by: [],
  tables: ['meeting', 'meeting_series', 'meeting_attendee'],
  measures: [
    { key: 'held', name: '召开会议', unit: '次', kind: 'count' },
    ...Object.entries(kindNames).map(
      ([kind, name]): Measure => ({ key: `kind:${kind}`, name: `召开${name}`, unit: '次', kind: 'count' }),
    ),
    { key: 'called', name: '应到', unit: '人次', kind: 'count' },
    { key: 'present', name: '实到', unit: '人次', kind: 'count' },
    { key: 'rate', name: '到会率', unit: '%', kind: 'share', part: 'present', whole: 'called' },
  ],
  read: held,
  amounts: ({ kind, called_count: called, present_count: present }) => ({
    held: 1,
    [`kind:${kind}`]: 1,
    called,
    present,
  }),
  rows: () => [],
  record: ({ uid, title, day, series_name: note }) => ({
    uid,
    name: title,
    day,
    note,
    path: `/meetings/${uid}`,
  }),
});
