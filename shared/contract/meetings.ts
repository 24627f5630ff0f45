import { type } from '@orpc/contract';
import * as z from 'zod';
import type { PaperStatus } from '../rules/papers/steps.ts';
import type { TaskStatus } from '../rules/tasks/model.ts';
import { daySchema, nameSchema, patchSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import { tableImport } from './table-import.ts';

export type SeriesKind = 'plenary' | 'thematic' | 'liaison' | 'office';
export type MeetingStatus = 'planned' | 'held' | 'cancelled';
export type Reply = 'none' | 'coming' | 'leave' | 'substitute';
export type Attendance = 'unknown' | 'present' | 'substituted' | 'excused' | 'absent';
export type AttendeeRole = 'member' | 'observer';

export interface MeetingSeries {
  uid: string;
  name: string;
  kind: SeriesKind;
  committeeUid: string | null;
  /** Every so many months; null: as needed. */
  everyMonths: number | null;
  noticeDays: number;
  place: string;
  chair: string;
  meetingCount: number;
  lastHeld: string | null;
  /** When the next one is due by the rhythm; null without rhythm or where one is planned. */
  nextDue: string | null;
  /** The planned meeting that comes next, if there is one. */
  planned: { uid: string; day: string } | null;
}

export interface MeetingSummary {
  uid: string;
  seriesUid: string;
  seriesName: string;
  kind: SeriesKind;
  title: string;
  day: string;
  startTime: string;
  place: string;
  status: MeetingStatus;
  calledCount: number;
  /** Themselves or by a substitute. */
  presentCount: number;
  unansweredCount: number;
}

export interface AgendaItem {
  uid: string;
  title: string;
  reporter: string;
  note: string;
}

export interface Attendee {
  uid: string;
  personUid: string | null;
  name: string;
  unit: string;
  post: string;
  phone: string;
  role: AttendeeRole;
  reply: Reply;
  reason: string;
  substituteName: string;
  substitutePost: string;
  attendance: Attendance;
}

/** A decided item (议定事项): planned until the minutes are issued, then a supervised task. */
export interface Resolution {
  uid: string;
  title: string;
  status: TaskStatus;
  leadUids: string[];
  supportingUids: string[];
  /** In words: 市教育局，市民政局. */
  leads: string;
  /** The same of those that support them; empty: none. */
  supporting: string;
  dueOn: string | null;
  /** Of which meeting, where it is carried over. */
  meetingTitle: string;
}

export interface MeetingPaper {
  uid: string;
  title: string;
  number: string;
  status: PaperStatus;
}

export interface MeetingDetail extends MeetingSummary {
  chair: string;
  note: string;
  cancelReason: string;
  noticeDays: number;
  committeeUid: string | null;
  agenda: AgendaItem[];
  attendees: Attendee[];
  /** Of this meeting. */
  resolutions: Resolution[];
  /** Those of earlier meetings of the series that were open on its day. */
  carried: Resolution[];
  notices: MeetingPaper[];
  minutes: MeetingPaper[];
}

/** What a new meeting of a series starts with, to be confirmed or changed. */
export interface MeetingProposal {
  seriesName: string;
  /** The days of its meetings that are known: the title counts those of its year. */
  knownDays: string[];
  day: string;
  place: string;
  chair: string;
}

/** How often somebody was called in a year and what became of it. */
export interface AttendanceRow {
  name: string;
  unit: string;
  called: number;
  present: number;
  substituted: number;
  excused: number;
  absent: number;
}

const kindSchema = z.enum(['plenary', 'thematic', 'liaison', 'office']);
const timeSchema = z.union([
  z.literal(''),
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应写成 09:30 这样'),
]);
const byUid = z.object({ uid: uidSchema });
const placeSchema = textSchema('地点', 100);
const chairSchema = textSchema('主持人', 60);

const seriesFields = {
  name: nameSchema('会议名称', 60),
  kind: kindSchema,
  committeeUid: uidSchema.nullable(),
  everyMonths: z.int('请填写整数').min(1, '至少 1 个月').max(24, '最多 24 个月').nullable(),
  noticeDays: z.int('请填写整数').min(0).max(60, '最多 60 日'),
  place: placeSchema,
  chair: chairSchema,
};
const meetingFields = {
  title: nameSchema('会议标题', 100),
  day: daySchema,
  startTime: timeSchema,
  place: placeSchema,
  chair: chairSchema,
  note: textSchema('备注', 500),
};
const agendaFields = {
  title: nameSchema('议题', 300),
  reporter: textSchema('汇报人或单位', 60),
  note: textSchema('备注', 500),
};
const attendeeFields = {
  name: nameSchema('姓名', 30),
  unit: textSchema('单位', 60),
  post: textSchema('职务', 60),
  phone: textSchema('电话', 40),
  role: z.enum(['member', 'observer']),
};

export const meetings = {
  series: read('会议系列').output(type<MeetingSeries[]>()),
  addSeries: reversible('新增会议系列', 'editMeetings')
    .input(z.object(seriesFields))
    .output(type<{ uid: string }>()),
  updateSeries: reversible('修改会议系列', 'editMeetings')
    .input(patchSchema(seriesFields))
    .output(type<{ uid: string }>()),
  removeSeries: reversible('删除会议系列', 'editMeetings').input(byUid).output(type<{ uid: string }>()),

  /** The latest first. */
  list: read('会议列表')
    .input(z.object({ seriesUid: uidSchema.nullable(), year: z.int().min(1949).max(2100).nullable() }))
    .output(type<MeetingSummary[]>()),
  get: read('查看会议').input(byUid).output(type<MeetingDetail>()),
  propose: read('新会议的内容')
    .input(z.object({ seriesUid: uidSchema }))
    .output(type<MeetingProposal>()),
  /** Calls everybody who is on the committee's roster on the meeting's day. */
  add: reversible('新增会议', 'editMeetings')
    .input(z.object({ seriesUid: uidSchema, ...meetingFields }))
    .output(type<{ uid: string }>()),
  update: reversible('修改会议', 'editMeetings')
    .input(patchSchema(meetingFields))
    .output(type<{ uid: string }>()),
  cancel: reversible('取消会议', 'editMeetings')
    .input(z.object({ uid: uidSchema, reason: textSchema('原因', 200).min(1, '请写明取消的原因') }))
    .output(type<{ uid: string }>()),
  remove: reversible('删除会议', 'editMeetings').input(byUid).output(type<{ uid: string }>()),

  addAgendaItem: reversible('新增议题', 'editMeetings')
    .input(z.object({ meetingUid: uidSchema, afterUid: uidSchema.nullable(), ...agendaFields }))
    .output(type<{ uid: string }>()),
  updateAgendaItem: reversible('修改议题', 'editMeetings')
    .input(patchSchema(agendaFields))
    .output(type<{ uid: string }>()),
  /** Puts an item behind another one; null: to the front. */
  moveAgendaItem: reversible('调整议题次序', 'editMeetings')
    .input(z.object({ uid: uidSchema, afterUid: uidSchema.nullable() }))
    .output(type<{ uid: string }>()),
  removeAgendaItem: reversible('删除议题', 'editMeetings').input(byUid).output(type<{ uid: string }>()),

  /** Adds who came onto the roster of the meeting's day since it was called; nobody is taken off by itself. */
  callRoster: reversible('按名册补充参会人员', 'editMeetings').input(byUid).output(type<{ added: number }>()),
  addAttendee: reversible('新增参会人员', 'editMeetings')
    .input(z.object({ meetingUid: uidSchema, ...attendeeFields }))
    .output(type<{ uid: string }>()),
  ...tableImport('参会人员', 'editMeetings', z.object({ meetingUid: uidSchema })),
  updateAttendee: reversible('修改参会人员', 'editMeetings')
    .input(patchSchema(attendeeFields))
    .output(type<{ uid: string }>()),
  removeAttendees: reversible('移除参会人员', 'editMeetings')
    .input(z.object({ uids: z.array(uidSchema).min(1).max(1_000) }))
    .output(type<{ removed: number }>()),
  /** What was answered to the notice, for one or many at once. */
  setReply: reversible('登记会议回复', 'editMeetings')
    .input(
      z.object({
        uids: z.array(uidSchema).min(1).max(1_000),
        reply: z.enum(['none', 'coming', 'leave', 'substitute']),
        reason: textSchema('原因', 200),
        substituteName: textSchema('代会人姓名', 30),
        substitutePost: textSchema('代会人职务', 60),
      }),
    )
    .output(type<{ changed: number }>()),
  /** Who came. The first sign-in makes a planned meeting a held one. */
  setAttendance: reversible('登记签到', 'editMeetings')
    .input(
      z.object({
        uids: z.array(uidSchema).min(1).max(1_000),
        attendance: z.enum(['unknown', 'present', 'substituted', 'excused', 'absent']),
      }),
    )
    .output(type<{ changed: number }>()),
  /** All who have no mark yet, by their replies: coming is present, a substitute substituted, leave excused. */
  signInByReplies: reversible('按回复签到', 'editMeetings').input(byUid).output(type<{ changed: number }>()),

  /** 会议通知 from the template, with agenda and units; a draft among the papers. */
  draftNotice: reversible('拟制会议通知', 'editMeetings').input(byUid).output(type<{ paperUid: string }>()),
  /** 纪要 from the template: a heading for each agenda item, who was there from the sign-in. */
  draftMinutes: reversible('起草会议纪要', 'editMeetings').input(byUid).output(type<{ paperUid: string }>()),
  /** Who was there, taken anew from the sign-in, as long as the minutes can be changed. */
  refreshAttendance: reversible('更新纪要的出席名单', 'editMeetings')
    .input(byUid)
    .output(type<{ paperUid: string }>()),
  /** Enters a decided item or changes it; `uid` is that of its mark in the text. */
  setResolution: reversible('登记议定事项', 'editMeetings')
    .input(
      z.object({
        meetingUid: uidSchema,
        uid: uidSchema,
        title: nameSchema('议定事项', 200),
        leadUids: z.array(uidSchema).min(1, '请选择牵头单位').max(50),
        supportingUids: z.array(uidSchema).max(50),
        dueOn: daySchema.nullable(),
      }),
    )
    .output(type<{ uid: string }>()),
  removeResolution: reversible('删除议定事项', 'editMeetings').input(byUid).output(type<{ uid: string }>()),
  /** Starts a job; its result is a WrittenFile. */
  exportSignIn: exporting('导出签到表').input(byUid).output(type<{ jobUid: string }>()),

  /** Over one year, those called most often absent first. */
  attendanceOfYear: read('年度出席情况')
    .input(z.object({ year: z.int().min(1949).max(2100), seriesUid: uidSchema.nullable() }))
    .output(type<AttendanceRow[]>()),
};

/** The list of the meetings; `meetings` takes in who is called to one of them. */
export const meetingList = tableImport('会议', 'editMeetings', z.null());
