import { join } from 'node:path';
import type { Attendee, MeetingDetail } from '#shared/contract/meetings.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { type PaperRow, type PaperSheet, writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { detailOf } from './meetings.ts';
import { requireMeeting } from './require.ts';

export interface SignInInput {
  meetingUid: string;
  officeName: string;
  today: string;
}

const columns = [
  ['序号', 6, 'center'],
  ['姓名', 12, 'center'],
  ['单位', 26, 'left'],
  ['职务', 20, 'left'],
  ['联系电话', 16, 'center'],
  ['签到', 16, 'center'],
  ['备注', 16, 'left'],
] as const;

/** 签到表 of a meeting: those who sent a substitute or asked leave are remarked. @returns path in the job's folder */
export async function writeSignInSheet(input: SignInInput, job: JobContext): Promise<{ path: string }> {
  job.progress(null, '写入签到表');
  const meeting = detailOf(job.db, requireMeeting(job.db, input.meetingUid), input.today);
  const path = join(job.temporaryFolder, 'sign-in.xlsx');
  await writePaperWorkbook(path, [sheetOf(meeting, input.officeName)], [], () => job.throwIfCancelled());
  return { path };
}

function sheetOf(meeting: MeetingDetail, officeName: string): PaperSheet {
  const time = `${paperDay(meeting.day)} ${meeting.startTime}`.trim();
  return listPaper({
    name: '签到表',
    columns,
    title: `${meeting.title}签到表`,
    caption: { left: `时间：${time}  地点：${meeting.place}`, right: `组织单位：${officeName}` },
    rows: meeting.attendees.map(rowOf),
    orientation: 'portrait',
  });
}

function rowOf(attendee: Attendee, place: number): PaperRow {
  const { name, unit, post, phone } = attendee;
  return paperRow([place + 1, name, unit, post, phone, '', remarkOf(attendee)]);
}

function remarkOf({ role, reply, substituteName, substitutePost }: Attendee): string {
  if (reply === 'substitute')
    return `${substituteName}代会${substitutePost === '' ? '' : `，${substitutePost}`}`;
  if (reply === 'leave') return '请假';
  return role === 'observer' ? '列席' : '';
}
