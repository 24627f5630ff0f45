import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  agendaItemByUid,
  type AgendaRow,
  attendeeByUid,
  type AttendeeRow,
  meetingById,
  meetingByUid,
  type MeetingRow,
  seriesByUid,
  type SeriesRow,
} from './queries.ts';

/* Finding what an operation names. @throws AppError notFound, refused */

export function requireSeries(db: ReadStore, uid: string): SeriesRow {
  const row = db.get(seriesByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这个会议系列' });
  return row;
}

export function requireMeeting(db: ReadStore, uid: string): MeetingRow {
  const row = db.get(meetingByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这次会议' });
  return row;
}

/** A cancelled meeting is only looked at. */
export function requireLiveMeeting(db: ReadStore, uid: string): MeetingRow {
  return requireLive(requireMeeting(db, uid));
}

export function requireAgendaItem(db: ReadStore, uid: string): AgendaRow & { meeting: MeetingRow } {
  const row = db.get(agendaItemByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这个议题' });
  return { ...row, meeting: meetingOf(db, row.meeting_id) };
}

export function requireAttendee(db: ReadStore, uid: string): AttendeeRow & { meeting: MeetingRow } {
  const row = db.get(attendeeByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这位参会人员' });
  return { ...row, meeting: meetingOf(db, row.meeting_id) };
}

function meetingOf(db: ReadStore, id: number): MeetingRow {
  const row = db.get(meetingById, { id });
  if (row === undefined) throw new AppError('notFound', { what: '这次会议' });
  return requireLive(row);
}

function requireLive(meeting: MeetingRow): MeetingRow {
  if (meeting.status === 'cancelled') {
    throw new AppError('frozen', {
      what: meeting.title,
      state: '已取消',
      advice: '确需召开请撤销取消，或另建一次会议',
    });
  }
  return meeting;
}
