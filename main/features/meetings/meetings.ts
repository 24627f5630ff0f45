import { v7 } from 'uuid';
import type {
  MeetingDetail,
  MeetingPaper,
  meetings as contract,
  MeetingSummary,
} from '#shared/contract/meetings.ts';
import { addDays } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import { nextDueDay } from '#shared/rules/meetings/rhythm.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { agendaOf, attendeesOf, meetingsOfSeries, seriesById, summaries, summaryByUid } from './queries.ts';
import type { AttendeeRow, MeetingRow, SummaryRow } from './queries.ts';
import { papersOfSubject } from '#main/features/papers/index.ts';
import { carriedTo, resolutionsOf } from './resolutions.ts';
import { callCommittee } from './call-committee.ts';
import { hasCome } from './attendees.ts';
import { requireLiveMeeting, requireMeeting, requireSeries } from './require.ts';

type Names = 'list' | 'get' | 'propose' | 'add' | 'update' | 'cancel' | 'remove';
type Fields = Pick<MeetingDetail, 'title' | 'day' | 'startTime' | 'place' | 'chair' | 'note'>;

/** Days that any office can have stored. */
const EVER = { from: '1949-10-01', to: '2999-12-31' };

/** Single meetings. */
export const meetingHandlers: Pick<Handlers<typeof contract>, Names> = {
  list: ({ seriesUid, year }, { db }) =>
    db
      .all(summaries, {
        ...(year === null ? EVER : { from: `${year}-01-01`, to: `${year}-12-31` }),
        seriesUid,
      })
      .map(summaryOf),

  get: ({ uid }, { db, today }) => detailOf(db, requireMeeting(db, uid), today),

  propose({ seriesUid }, { db, today }) {
    const series = requireSeries(db, seriesUid);
    const known = db
      .all(meetingsOfSeries, { seriesId: series.id })
      .filter(({ status }) => status !== 'cancelled');
    const last = known.at(-1)?.day ?? null;
    const earliest = addDays(today, series.notice_days);
    const due = last === null || series.every_months === null ? null : nextDueDay(last, series.every_months);
    const day = due !== null && due > earliest ? due : earliest;
    return {
      seriesName: series.name,
      knownDays: known.map((each) => each.day),
      day,
      place: series.place,
      chair: series.chair,
    };
  },

  add({ seriesUid, ...fields }, { db, summarize }) {
    const series = requireSeries(db, seriesUid);
    const uid = v7();
    const id = db.insert('meeting', {
      uid,
      series_id: series.id,
      ...columnsOf(fields),
      status: 'planned',
    });
    callCommittee(db, requireMeeting(db, uid), series.committee_uid);
    summarize(`${fields.title}，${db.all(attendeesOf, { meetingId: id }).length} 人参会`);
    return { uid };
  },

  update({ uid, base, set }, { db, summarize }) {
    const meeting = requireLiveMeeting(db, uid);
    const changes = decidePatch<Fields>(fieldsOf(meeting), base, set);
    db.update('meeting', meeting.id, columnsOf(changes));
    summarize(changes.title ?? meeting.title);
    return { uid };
  },

  cancel({ uid, reason }, { db, summarize }) {
    const meeting = requireLiveMeeting(db, uid);
    if (hasCome(db, meeting))
      throw new AppError('refused', { reason: '这次会议已经有人签到，不能取消。请先清除签到。' });
    db.update('meeting', meeting.id, { status: 'cancelled', cancel_reason: reason });
    summarize(`${meeting.title}：${reason}`);
    return { uid };
  },

  remove({ uid }, { db, summarize }) {
    const meeting = requireMeeting(db, uid);
    if (hasCome(db, meeting))
      throw new AppError('refused', { reason: '这次会议已经召开，不能删除；开错了请先清除签到。' });
    db.remove('meeting', meeting.id);
    summarize(meeting.title);
    return { uid };
  },
};

function summaryOf(row: SummaryRow): MeetingSummary {
  return {
    uid: row.uid,
    seriesUid: row.series_uid,
    seriesName: row.series_name,
    kind: row.kind,
    title: row.title,
    day: row.day,
    startTime: row.start_time,
    place: row.place,
    status: row.status,
    calledCount: row.called_count,
    presentCount: row.present_count,
    unansweredCount: row.unanswered_count,
  };
}

/** A meeting with its agenda and everybody who is called. */
export function detailOf(db: ReadStore, meeting: MeetingRow, today: string): MeetingDetail {
  const summary = db.get(summaryByUid, { uid: meeting.uid });
  const series = db.get(seriesById, { id: meeting.series_id });
  if (summary === undefined || series === undefined) throw new AppError('notFound', { what: '这次会议' });
  return {
    ...summaryOf(summary),
    chair: meeting.chair,
    note: meeting.note,
    cancelReason: meeting.cancel_reason,
    noticeDays: series.notice_days,
    committeeUid: series.committee_uid,
    agenda: db
      .all(agendaOf, { meetingId: meeting.id })
      .map(({ uid, title, reporter, note }) => ({ uid, title, reporter, note })),
    attendees: db.all(attendeesOf, { meetingId: meeting.id }).map(attendeeOf),
    resolutions: resolutionsOf(db, meeting, today),
    carried: carriedTo(db, meeting, today),
    notices: papersOf(db, 'meetingNotice', meeting.uid),
    minutes: papersOf(db, 'minutes', meeting.uid),
  };
}

function papersOf(db: ReadStore, kind: string, uid: string): MeetingPaper[] {
  return papersOfSubject(db, kind, uid).map(({ uid: paperUid, title, number, status }) => ({
    uid: paperUid,
    title,
    number,
    status,
  }));
}

function attendeeOf(row: AttendeeRow) {
  return {
    uid: row.uid,
    personUid: row.person_uid,
    name: row.name,
    unit: row.unit,
    post: row.post,
    phone: row.phone,
    role: row.role,
    reply: row.reply,
    reason: row.reason,
    substituteName: row.substitute_name,
    substitutePost: row.substitute_post,
    attendance: row.attendance,
  };
}

function fieldsOf(row: MeetingRow): Fields {
  const { title, day, place, chair, note } = row;
  return { title, day, startTime: row.start_time, place, chair, note };
}

function columnsOf({ startTime, ...others }: Partial<Fields>) {
  return { ...others, ...(startTime === undefined ? {} : { start_time: startTime }) };
}
