import type { MeetingDetail, meetings as contract } from '#shared/contract/meetings.ts';
import { addDays, paperDay } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import { attendanceLists } from '#shared/rules/meetings/attendance-names.ts';
import { minutesBody } from '#shared/rules/meetings/minutes-body.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { createPaper, editPaper, type FilledTemplate, fillTemplate } from '#main/features/papers/index.ts';
import { detailOf } from './meetings.ts';
import { requireLiveMeeting } from './require.ts';

type Names = 'draftNotice' | 'draftMinutes' | 'refreshAttendance';

/** The papers of a meeting: its notice before, its minutes after. */
export const paperHandlers: Pick<Handlers<typeof contract>, Names> = {
  draftNotice({ uid }, context) {
    const meeting = detailOf(context.db, requireLiveMeeting(context.db, uid), context.today);
    const filled = fillTemplate(context, 'meetingNotice', noticeFields(meeting, context.today));
    context.summarize(meeting.title);
    return { paperUid: enter(context, 'meetingNotice', filled, uid) };
  },

  draftMinutes({ uid }, context) {
    const meeting = detailOf(context.db, requireLiveMeeting(context.db, uid), context.today);
    const [there] = meeting.minutes.filter(({ status }) => status !== 'void');
    if (there !== undefined) return { paperUid: there.uid };
    const { content: filled, template } = fillTemplate(context, 'minutes', minutesFields(meeting));
    const topics = meeting.agenda.map(({ title }) => title);
    const content: Paper = {
      ...filled,
      body: minutesBody(filled.body, topics),
      attendance: attendanceOf(meeting),
    };
    context.summarize(meeting.title);
    return { paperUid: enter(context, 'minutes', { content, template }, uid) };
  },

  refreshAttendance({ uid }, context) {
    const meeting = detailOf(context.db, requireLiveMeeting(context.db, uid), context.today);
    const [paper] = meeting.minutes.filter(({ status }) => status !== 'void');
    if (paper === undefined) throw new AppError('refused', { reason: '这次会议还没有起草纪要。' });
    editPaper(context, paper.uid, (content) => ({ ...content, attendance: attendanceOf(meeting) }));
    context.summarize(meeting.title);
    return { paperUid: paper.uid };
  },
};

/** Kind of the paper, its template and what it is to the meeting have one name. */
function enter(
  context: WriteContext,
  kind: 'meetingNotice' | 'minutes',
  filled: FilledTemplate,
  uid: string,
): string {
  return createPaper(context, { kind, ...filled, subject: { kind, uid } }).uid;
}

function noticeFields(meeting: MeetingDetail, today: string): Record<string, string> {
  const units = [...new Set(meeting.attendees.map(({ unit }) => unit).filter((unit) => unit !== ''))];
  const carried =
    meeting.carried.length === 0 ? [] : [`通报前次会议${meeting.carried.length}项未办结议定事项的落实情况`];
  const topics = [...meeting.agenda.map(({ title }) => title), ...carried];
  const replyBy = addDays(meeting.day, -1);
  return {
    会议名称: meeting.title,
    主送单位: units.join('、'),
    会议日期: paperDay(meeting.day),
    会议时间: `${paperDay(meeting.day)}${meeting.startTime}`,
    会议地点: meeting.place,
    参加人员: meeting.attendees.map(({ unit, post, name }) => `${unit}${post}${name}`).join('，'),
    会议内容: topics.map((topic, place) => `${place + 1}．${topic}；`).join('\n'),
    有关要求: '请提前十分钟入场，按座次就座，会议期间请将手机调至静音。',
    回执期限: paperDay(replyBy < today ? today : replyBy),
  };
}

function minutesFields(meeting: MeetingDetail): Record<string, string> {
  return {
    会议名称: meeting.title,
    会议日期: paperDay(meeting.day),
    主持人: meeting.chair,
    地点: meeting.place,
  };
}

/** Only lists with somebody in them (cl. 10.3). */
function attendanceOf({ attendees }: MeetingDetail): Paper['attendance'] {
  const { present, excused, observers } = attendanceLists(attendees);
  return [
    { label: '出席', people: present },
    { label: '请假', people: excused },
    { label: '列席', people: observers },
  ].filter(({ people }) => people !== '');
}
