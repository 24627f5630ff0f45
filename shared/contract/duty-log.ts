import { type } from '@orpc/contract';
import * as z from 'zod';
import { daysBetween } from '../calendar/days.ts';
import type { Paper } from '../rules/papers/model.ts';
import { timeSchema } from './duty.ts';
import { daySchema, nameSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible } from './operation.ts';
import { formFormats } from './papers.ts';

export interface DutyEntryStep {
  uid: string;
  day: string;
  at: string;
  text: string;
  person: string;
}

/** A matter of the log. */
export interface DutyEntry {
  uid: string;
  day: string;
  shiftUid: string;
  shiftName: string;
  cameAt: string;
  sender: string;
  matter: string;
  recordedBy: string;
  closedOn: string | null;
  steps: DutyEntryStep[];
}

export interface DutyHandover {
  uid: string;
  handedBy: string;
  takenBy: string;
  handedAt: string;
  weather: string;
  note: string;
  /** Matters that were handed over. */
  openCount: number;
}

/** One shift of one day as its log has it. */
export interface ShiftLog {
  periodUid: string;
  periodName: string;
  day: string;
  shiftUid: string;
  shiftName: string;
  hours: string;
  leaders: string[];
  officers: string[];
  /** What came in on it. */
  entries: DutyEntry[];
  /** What came in before and was still open when it began. */
  handedDown: DutyEntry[];
  handover: DutyHandover | null;
}

/** A shift in the row of its neighbours. */
export interface ShiftPlace {
  day: string;
  shiftUid: string;
}

export interface LogView {
  shift: ShiftLog;
  before: ShiftPlace | null;
  next: ShiftPlace | null;
}

/** What 首页 says of duty. */
export interface DutyToday {
  /** Who is on duty now; null: there is no roster for today. */
  now: { periodUid: string; shiftName: string; leaders: string[]; officers: string[] } | null;
  openMatters: number;
  /** Reports of today and the days before that have not come by their hour. */
  late: { day: string; due: string; names: string[] }[];
  /** Of the coming seven days, places that nobody has. */
  emptyPlaces: { periodUid: string; count: number } | null;
  /** Swaps that wait for an answer. */
  openSwaps: number;
}

export interface DailyReport {
  /** Null: the office's own, upward. */
  organizationUid: string | null;
  name: string;
  report: {
    uid: string;
    reportedAt: string;
    isNothing: boolean;
    text: string;
    reporter: string;
  } | null;
}

export interface DailyReports {
  periodUid: string;
  periodName: string;
  due: string;
  /** The hour has passed. */
  isPast: boolean;
  rows: DailyReport[];
}

const entryFields = {
  cameAt: timeSchema,
  sender: textSchema('来电来文单位或人员', 100),
  matter: nameSchema('事项', 1_000),
};

const LONGEST_PRINT_DAYS = 92;
const logDays = { from: daySchema, to: daySchema };

/** From a day to a day, both included. */
function daysInOrder({ from, to }: { from: string; to: string }): boolean {
  return from <= to && daysBetween(from, to) < LONGEST_PRINT_DAYS;
}
const daysProblem = {
  message: `起止日期要先后有序，一次最多 ${LONGEST_PRINT_DAYS} 天`,
  path: ['to'],
};

export const dutyLog = {
  /** Null day: the shift that is on now, or the last one before; null: there is none. */
  shift: read('值班日志')
    .input(z.object({ day: daySchema.nullable(), shiftUid: uidSchema.nullable() }))
    .output(type<LogView | null>()),
  /** The shift of a matter. */
  entry: read('查看值班事项')
    .input(z.object({ uid: uidSchema }))
    .output(type<DutyEntry>()),
  /** As pages: of every shift of these days. */
  sheet: read('值班日志(打印)')
    .input(z.object(logDays).refine(daysInOrder, daysProblem))
    .output(type<Paper>()),
  /** Starts a job; its result is a WrittenFile. */
  writeSheet: exporting('导出值班日志')
    .input(z.object({ ...logDays, format: z.enum(formFormats) }).refine(daysInOrder, daysProblem))
    .output(type<{ jobUid: string }>()),
  open: read('未办结的值班事项').output(type<DutyEntry[]>()),
  /** Newest first. */
  find: read('查找值班事项')
    .input(z.object({ text: z.string().trim().max(50), limit: z.int().min(1).max(200) }))
    .output(type<DutyEntry[]>()),
  today: read('今日值班').output(type<DutyToday>()),

  addEntry: reversible('登记值班事项', 'editDuty')
    .input(
      z.object({
        day: daySchema,
        shiftUid: uidSchema,
        ...entryFields,
        /** How it was handled at once; empty: not yet. */
        handling: textSchema('处理情况', 1_000),
        isClosed: z.boolean(),
      }),
    )
    .output(type<{ uid: string }>()),
  updateEntry: reversible('修改值班事项', 'editDuty')
    .input(
      z.object({
        uid: uidSchema,
        base: z.object(entryFields).partial(),
        set: z.object(entryFields).partial(),
      }),
    )
    .output(type<{ uid: string }>()),
  removeEntry: reversible('删除值班事项', 'editDuty')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ uid: string }>()),
  addStep: reversible('登记处理情况', 'editDuty')
    .input(
      z.object({
        entryUid: uidSchema,
        day: daySchema,
        at: timeSchema,
        text: nameSchema('处理情况', 1_000),
        isClosed: z.boolean(),
      }),
    )
    .output(type<{ uid: string }>()),
  reopen: reversible('值班事项重新办理', 'editDuty')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ uid: string }>()),
  handOver: reversible('登记交接班', 'editDuty')
    .input(
      z.object({
        day: daySchema,
        shiftUid: uidSchema,
        handedBy: nameSchema('交班人', 60),
        takenBy: nameSchema('接班人', 60),
        handedAt: timeSchema,
        weather: textSchema('天气', 30),
        note: textSchema('交接说明', 500),
      }),
    )
    .output(type<{ uid: string }>()),

  /** Null: no period has reports on this day. */
  reports: read('每日报告')
    .input(z.object({ day: daySchema }))
    .output(type<DailyReports | null>()),
  report: reversible('登记每日报告', 'editDuty')
    .input(
      z.object({
        day: daySchema,
        organizationUids: z.array(uidSchema.nullable()).min(1, '请至少选择一个单位').max(500),
        reportedAt: timeSchema,
        isNothing: z.boolean(),
        text: textSchema('报告内容', 1_000),
        reporter: textSchema('报告人', 30),
      }),
    )
    .output(type<{ count: number }>()),
  removeReport: reversible('删除每日报告', 'editDuty')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ uid: string }>()),
};
