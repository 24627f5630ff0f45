import { join } from 'node:path';
import type { Attendee, MeetingDetail } from '#shared/contract/meetings.ts';
import { paperDay } from '#shared/calendar/days.ts';
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
  { heading: '序号', width: 6, align: 'center' },
  { heading: '姓名', width: 12, align: 'center' },
  { heading: '单位', width: 26, align: 'left' },
  { heading: '职务', width: 20, align: 'left' },
  { heading: '联系电话', width: 16, align: 'center' },
  { heading: '签到', width: 16, align: 'center' },
  { heading: '备注', width: 16, align: 'left' },
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
  return {
    name: '签到表',
    columns: columns.map(({ width, align }) => ({ width, align })),
    title: `${meeting.title}签到表`,
    caption: { left: `时间：${time}  地点：${meeting.place}`, right: `组织单位：${officeName}` },
    head: [columns.map(({ heading }) => ({ value: heading }))],
    rows: meeting.attendees.map(rowOf),
    foot: [],
    orientation: 'portrait',
  };
}

function rowOf(attendee: Attendee, place: number): PaperRow {
  const { name, unit, post, phone } = attendee;
  const texts = [name, unit, post, phone, '', remarkOf(attendee)];
  return [{ value: place + 1 }, ...texts.map((value) => ({ value }))];
}

function remarkOf({ role, reply, substituteName, substitutePost }: Attendee): string {
  if (reply === 'substitute')
    return `${substituteName}代会${substitutePost === '' ? '' : `，${substitutePost}`}`;
  if (reply === 'leave') return '请假';
  return role === 'observer' ? '列席' : '';
}
