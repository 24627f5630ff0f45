import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';

const kind = oneOf('plenary', 'thematic', 'liaison', 'office');
const status = oneOf('planned', 'held', 'cancelled');

const seriesColumns = {
  id: integer,
  uid: text,
  name: text,
  kind,
  committee_uid: nullableText,
  every_months: nullableInteger,
  notice_days: integer,
  place: text,
  chair: text,
  position: integer,
};
export type SeriesRow = Row<typeof seriesColumns>;
const selectSeries = `SELECT ${Object.keys(seriesColumns).join(', ')} FROM meeting_series`;

export const allSeries = defineQuery({
  name: 'meetings.allSeries',
  sql: `${selectSeries} ORDER BY position, id`,
  columns: seriesColumns,
});

export const seriesByUid = defineQuery<typeof seriesColumns, { uid: string }>({
  name: 'meetings.seriesByUid',
  sql: `${selectSeries} WHERE uid = @uid`,
  columns: seriesColumns,
});

export const seriesById = defineQuery<typeof seriesColumns, { id: number }>({
  name: 'meetings.seriesById',
  sql: `${selectSeries} WHERE id = @id`,
  columns: seriesColumns,
});

const meetingColumns = {
  id: integer,
  uid: text,
  series_id: integer,
  title: text,
  day: text,
  start_time: text,
  place: text,
  chair: text,
  note: text,
  status,
  cancel_reason: text,
};
export type MeetingRow = Row<typeof meetingColumns>;
const selectMeeting = `SELECT ${Object.keys(meetingColumns).join(', ')} FROM meeting`;

export const meetingByUid = defineQuery<typeof meetingColumns, { uid: string }>({
  name: 'meetings.byUid',
  sql: `${selectMeeting} WHERE uid = @uid`,
  columns: meetingColumns,
});

export const meetingById = defineQuery<typeof meetingColumns, { id: number }>({
  name: 'meetings.byId',
  sql: `${selectMeeting} WHERE id = @id`,
  columns: meetingColumns,
});

export const allMeetings = defineQuery({
  name: 'meetings.all',
  sql: `${selectMeeting} ORDER BY day, id`,
  columns: meetingColumns,
});

export const meetingsOfSeries = defineQuery<typeof meetingColumns, { seriesId: number }>({
  name: 'meetings.ofSeries',
  sql: `${selectMeeting} WHERE series_id = @seriesId ORDER BY day, id`,
  columns: meetingColumns,
});

const summaryColumns = {
  uid: text,
  series_uid: text,
  series_name: text,
  kind,
  title: text,
  day: text,
  start_time: text,
  place: text,
  status,
  called_count: integer,
  present_count: integer,
  unanswered_count: integer,
};
export type SummaryRow = Row<typeof summaryColumns>;

const selectSummary = `SELECT meeting.uid AS uid, series.uid AS series_uid, series.name AS series_name,
    series.kind AS kind, meeting.title AS title, meeting.day AS day, meeting.start_time AS start_time,
    meeting.place AS place, meeting.status AS status,
    (SELECT count(*) FROM meeting_attendee WHERE meeting_id = meeting.id) AS called_count,
    (SELECT count(*) FROM meeting_attendee WHERE meeting_id = meeting.id
      AND attendance IN ('present', 'substituted')) AS present_count,
    (SELECT count(*) FROM meeting_attendee WHERE meeting_id = meeting.id AND reply = 'none') AS unanswered_count
  FROM meeting JOIN meeting_series AS series ON series.id = meeting.series_id`;

/** Between two days, of one series or of all; the latest first. */
export const summaries = defineQuery<
  typeof summaryColumns,
  { from: string; to: string; seriesUid: string | null }
>({
  name: 'meetings.summaries',
  sql: `${selectSummary} WHERE meeting.day BETWEEN @from AND @to
    AND (@seriesUid IS NULL OR series.uid = @seriesUid) ORDER BY meeting.day DESC, meeting.id DESC`,
  columns: summaryColumns,
});

export const summaryByUid = defineQuery<typeof summaryColumns, { uid: string }>({
  name: 'meetings.summaryByUid',
  sql: `${selectSummary} WHERE meeting.uid = @uid`,
  columns: summaryColumns,
});

const agendaColumns = {
  id: integer,
  uid: text,
  meeting_id: integer,
  position: integer,
  title: text,
  reporter: text,
  note: text,
};
const selectAgenda = `SELECT ${Object.keys(agendaColumns).join(', ')} FROM agenda_item`;
export type AgendaRow = Row<typeof agendaColumns>;

export const agendaOf = defineQuery<typeof agendaColumns, { meetingId: number }>({
  name: 'meetings.agenda',
  sql: `${selectAgenda} WHERE meeting_id = @meetingId ORDER BY position, id`,
  columns: agendaColumns,
});

export const agendaItemByUid = defineQuery<typeof agendaColumns, { uid: string }>({
  name: 'meetings.agendaItemByUid',
  sql: `${selectAgenda} WHERE uid = @uid`,
  columns: agendaColumns,
});

const attendeeColumns = {
  id: integer,
  uid: text,
  meeting_id: integer,
  position: integer,
  person_uid: nullableText,
  name: text,
  unit: text,
  post: text,
  phone: text,
  role: oneOf('member', 'observer'),
  reply: oneOf('none', 'coming', 'leave', 'substitute'),
  reason: text,
  substitute_name: text,
  substitute_post: text,
  attendance: oneOf('unknown', 'present', 'substituted', 'excused', 'absent'),
};
const selectAttendee = `SELECT ${Object.keys(attendeeColumns).join(', ')} FROM meeting_attendee`;
export type AttendeeRow = Row<typeof attendeeColumns>;

export const attendeesOf = defineQuery<typeof attendeeColumns, { meetingId: number }>({
  name: 'meetings.attendees',
  sql: `${selectAttendee} WHERE meeting_id = @meetingId ORDER BY role, position, id`,
  columns: attendeeColumns,
});

export const attendeeByUid = defineQuery<typeof attendeeColumns, { uid: string }>({
  name: 'meetings.attendeeByUid',
  sql: `${selectAttendee} WHERE uid = @uid`,
  columns: attendeeColumns,
});

const yearColumns = {
  name: text,
  unit: text,
  called: integer,
  present: integer,
  substituted: integer,
  excused: integer,
  absent: integer,
};

/** A person of the roster is counted under the latest name and unit; a guest by name and unit. */
export const attendanceOfYear = defineQuery<
  typeof yearColumns,
  { from: string; to: string; seriesUid: string | null }
>({
  name: 'meetings.attendanceOfYear',
  sql: `SELECT name, unit, called, present, substituted, excused, absent FROM (
      SELECT attendee.name AS name, attendee.unit AS unit, max(meeting.day) AS latest, count(*) AS called,
        sum(attendance = 'present') AS present, sum(attendance = 'substituted') AS substituted,
        sum(attendance = 'excused') AS excused, sum(attendance = 'absent') AS absent
      FROM meeting_attendee AS attendee
      JOIN meeting ON meeting.id = attendee.meeting_id
      JOIN meeting_series AS series ON series.id = meeting.series_id
      WHERE meeting.status = 'held' AND meeting.day BETWEEN @from AND @to
        AND (@seriesUid IS NULL OR series.uid = @seriesUid)
      GROUP BY coalesce(attendee.person_uid, attendee.name || char(9) || attendee.unit))
    ORDER BY absent DESC, excused DESC, substituted DESC, name`,
  columns: yearColumns,
});
