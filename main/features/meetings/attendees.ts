import { v7 } from 'uuid';
import type { Attendance, Attendee, meetings as contract } from '#shared/contract/meetings.ts';
import { AppError } from '#shared/errors.ts';
import { attendanceByReply } from '#shared/rules/meetings/attendance-names.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { callCommittee } from './call-committee.ts';
import { attendanceOfYear, attendeesOf, type MeetingRow, seriesById } from './queries.ts';
import { requireAttendee, requireLiveMeeting } from './require.ts';

type Names =
  | 'callRoster'
  | 'addAttendee'
  | 'updateAttendee'
  | 'removeAttendees'
  | 'setReply'
  | 'setAttendance'
  | 'signInByReplies'
  | 'attendanceOfYear';
type Fields = Pick<Attendee, 'name' | 'unit' | 'post' | 'phone' | 'role'>;

/** Who is called, what they answered, who came. */
export const attendeeHandlers: Pick<Handlers<typeof contract>, Names> = {
  callRoster({ uid }, { db, summarize }) {
    const meeting = requireLiveMeeting(db, uid);
    const series = db.get(seriesById, { id: meeting.series_id });
    const added = callCommittee(db, meeting, series?.committee_uid ?? null);
    summarize(`${meeting.title}：补充 ${added} 人`);
    return { added };
  },

  addAttendee({ meetingUid, ...fields }, { db, summarize }) {
    const meeting = requireLiveMeeting(db, meetingUid);
    const uid = v7();
    const position = 1 + Math.max(0, ...db.all(attendeesOf, { meetingId: meeting.id }).map(positionOf));
    const unanswered = { reply: 'none', attendance: 'unknown' };
    db.insert('meeting_attendee', { uid, meeting_id: meeting.id, position, ...fields, ...unanswered });
    summarize(`${meeting.title}：${fields.name}`);
    return { uid };
  },

  updateAttendee({ uid, base, set }, { db, summarize }) {
    const row = requireAttendee(db, uid);
    const { name, unit, post, phone, role } = row;
    db.update('meeting_attendee', row.id, decidePatch<Fields>({ name, unit, post, phone, role }, base, set));
    summarize(`${row.meeting.title}：${set.name ?? name}`);
    return { uid };
  },

  removeAttendees({ uids }, { db, summarize }) {
    const rows = uids.map((uid) => requireAttendee(db, uid));
    for (const row of rows) db.remove('meeting_attendee', row.id);
    summarize(peopleOf(rows));
    return { removed: rows.length };
  },

  setReply({ uids, reply, reason, substituteName, substitutePost }, { db, summarize }) {
    if (reply === 'substitute' && substituteName === '') {
      throw new AppError('badInput', { detail: '请填写代会人姓名' });
    }
    const rows = uids.map((uid) => requireAttendee(db, uid));
    const isSubstitute = reply === 'substitute';
    for (const row of rows) {
      db.update('meeting_attendee', row.id, {
        reply,
        reason: reply === 'leave' || isSubstitute ? reason : '',
        substitute_name: isSubstitute ? substituteName : '',
        substitute_post: isSubstitute ? substitutePost : '',
      });
    }
    summarize(peopleOf(rows));
    return { changed: rows.length };
  },

  setAttendance({ uids, attendance }, { db, summarize }) {
    const rows = uids.map((uid) => requireAttendee(db, uid));
    for (const row of rows) {
      if (attendance === 'substituted' && row.reply !== 'substitute') {
        throw new AppError('badInput', { detail: `请先登记${row.name}的代会人` });
      }
      db.update('meeting_attendee', row.id, { attendance });
    }
    const touched = new Map(rows.map(({ meeting }) => [meeting.id, meeting]));
    for (const meeting of touched.values()) noteWhetherHeld(db, meeting);
    summarize(peopleOf(rows));
    return { changed: rows.length };
  },

  signInByReplies({ uid }, { db, summarize }) {
    const meeting = requireLiveMeeting(db, uid);
    const marks = db
      .all(attendeesOf, { meetingId: meeting.id })
      .filter(({ attendance }) => attendance === 'unknown')
      .flatMap(({ id, reply }) => {
        const attendance = attendanceByReply(reply);
        return attendance === null ? [] : [{ id, attendance }];
      });
    for (const { id, attendance } of marks) db.update('meeting_attendee', id, { attendance });
    noteWhetherHeld(db, meeting);
    summarize(`${meeting.title}：${marks.length} 人`);
    return { changed: marks.length };
  },

  attendanceOfYear: ({ year, seriesUid }, { db }) =>
    db.all(attendanceOfYear, { from: `${year}-01-01`, to: `${year}-12-31`, seriesUid }),
};

const cameInSomeWay: ReadonlySet<Attendance> = new Set<Attendance>(['present', 'substituted']);

/** Whether anybody signed in. */
export function hasCome(db: ReadStore, { id: meetingId }: Pick<MeetingRow, 'id'>): boolean {
  return db.all(attendeesOf, { meetingId }).some(({ attendance }) => cameInSomeWay.has(attendance));
}

/** A meeting where somebody came has been held; where every sign-in was taken back it is planned again. */
function noteWhetherHeld(db: WriteStore, meeting: MeetingRow): void {
  const status = hasCome(db, meeting) ? 'held' : 'planned';
  if (status !== meeting.status) db.update('meeting', meeting.id, { status });
}

function positionOf({ position }: { position: number }): number {
  return position;
}

const NAMED = 3;

/** 2026年第三次全体会议：张三、李四、王五等 8 人. */
function peopleOf(rows: readonly { name: string; meeting: MeetingRow }[]): string {
  const names = rows.slice(0, NAMED).map(({ name }) => name);
  const tail = rows.length > NAMED ? `等 ${rows.length} 人` : '';
  return `${rows[0]?.meeting.title ?? ''}：${names.join('、')}${tail}`;
}
