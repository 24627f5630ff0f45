import type {
  Attendance,
  AttendeeRole,
  MeetingStatus,
  Reply,
  SeriesKind,
} from '#shared/contract/meetings.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

export const seriesKindNames: Readonly<Record<SeriesKind, string>> = {
  plenary: '全体会议',
  thematic: '专题会议',
  liaison: '联络员会议',
  office: '办公室会议',
};

export const roleNames: Readonly<Record<AttendeeRole, string>> = { member: '参会', observer: '列席' };

interface Word {
  word: string;
  light: Light;
}

export const statusWords: Readonly<Record<MeetingStatus, Word>> = {
  planned: { word: '待召开', light: 'yellow' },
  held: { word: '已召开', light: 'green' },
  cancelled: { word: '已取消', light: 'plain' },
};

export const replyWords: Readonly<Record<Reply, Word>> = {
  none: { word: '未回复', light: 'yellow' },
  coming: { word: '参加', light: 'green' },
  leave: { word: '请假', light: 'plain' },
  substitute: { word: '派人代会', light: 'plain' },
};

export const attendanceWords: Readonly<Record<Attendance, Word>> = {
  unknown: { word: '未签到', light: 'plain' },
  present: { word: '到会', light: 'green' },
  substituted: { word: '代会', light: 'green' },
  excused: { word: '请假', light: 'yellow' },
  absent: { word: '缺席', light: 'red' },
};

/** 2026-12-18 09:30 */
export function whenText({ day, startTime }: { day: string; startTime: string }): string {
  return startTime === '' ? day : `${day} ${startTime}`;
}

/** Tables whose change makes an answer about meetings old. */
export const meetingTables: readonly string[] = [
  'meeting_series',
  'meeting',
  'agenda_item',
  'meeting_attendee',
];
