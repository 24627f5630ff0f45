import { daysBetween, lastDayOfMonth } from '../../calendar/days.ts';
import { isOwed, type TaskStatus, type UnitRole } from './model.ts';

/*
 * What the monthly circular (通报) counts, as it stood at the end of the month, or today while the month still runs.
 *
 * A task counts in a month when it was given out, was not given up, and either falls due in that month or fell due
 * before and was not delivered before the month began. It has delivered when it reports done, as the lights have it.
 * Once the month is over, what fell due on its last day and is not there is overdue as well, by no day yet.
 * An extension counts from the day on which it was granted: until then the old day holds. Each lead unit answers for
 * the whole task, so that a task of two lead units stands with both. Supporting units are counted where the office
 * wants it, by the same outcome and apart: what a unit leads and what it supports never make one number.
 */

/** What is counted, of one task. */
export interface ReportTask {
  readonly uid: string;
  readonly title: string;
  readonly status: TaskStatus;
  readonly dueOn: string | null;
  readonly firstDueOn: string | null;
  readonly reportedOn: string | null;
  readonly closedOn: string | null;
  readonly leadUids: readonly string[];
  readonly supportingUids: readonly string[];
  /** `unitUid` null: all of its units were meant. */
  readonly presses: readonly { readonly day: string; readonly unitUid: string | null }[];
  /** In the order in which they were granted. */
  readonly extensions: readonly { readonly day: string; readonly oldDueOn: string | null }[];
}

/** notYetDue: the month still runs. */
export type ReportOutcome = 'inTime' | 'late' | 'overdue' | 'notYetDue';

export interface ReportLine {
  uid: string;
  title: string;
  dueOn: string;
  firstDueOn: string;
  outcome: ReportOutcome;
  /** Calendar days; of an open one until the day of the count. */
  lateDays: number;
  pressed: number;
  extended: number;
  /** Due before the month. */
  isCarried: boolean;
}

export interface ReportCounts {
  owed: number;
  /** Of these, due before the month. */
  carried: number;
  inTime: number;
  late: number;
  overdue: number;
  notYetDue: number;
  lateDays: number;
  pressed: number;
  extended: number;
}

export interface ReportOfUnit extends ReportCounts {
  /** Null: tasks without a lead unit. */
  unitUid: string | null;
  role: UnitRole;
  /** The longest delay among its tasks. */
  mostLateDays: number;
  lines: ReportLine[];
}

export interface TaskReport {
  /** YYYY-MM */
  month: string;
  /** The day of the count. */
  asOf: string;
  /** A task of several units counts once here. */
  taskCount: number;
  /** In the order in which their first task was given; a unit that leads and supports stands there twice. */
  units: ReportOfUnit[];
  /** Sums over the lead units. */
  totals: ReportCounts;
  /** Sums over the supporting units; null: they are not counted. */
  supportingTotals: ReportCounts | null;
}

/** The day on which a month is counted. */
export function countingDay(month: string, today: string): string {
  const last = lastDayOfMonth(`${month}-01`);
  return today < last ? today : last;
}

export function taskReport(
  tasks: readonly ReportTask[],
  { month, today, supporting }: { month: string; today: string; supporting: boolean },
): TaskReport {
  const asOf = countingDay(month, today);
  const units = new Map<string, { unit: UnitInRole; lines: ReportLine[] }>();
  let taskCount = 0;
  for (const task of tasks) {
    const line = lineOf(task, { month, asOf, isOver: today > asOf });
    if (line === null) continue;
    taskCount += 1;
    for (const unit of unitsOf(task, supporting)) {
      const key = `${unit.role} ${unit.unitUid ?? ''}`;
      const known = units.get(key) ?? { unit, lines: [] };
      known.lines.push({ ...line, pressed: pressesOf(task, unit.unitUid, asOf) });
      units.set(key, known);
    }
  }
  const reports = [...units.values()].map(({ unit, lines }) => ofUnit(unit, lines));
  const sumOfRole = (role: UnitRole) => sumOf(reports.filter((report) => report.role === role));
  return {
    month,
    asOf,
    taskCount,
    units: reports,
    totals: sumOfRole('lead'),
    supportingTotals: supporting ? sumOfRole('supporting') : null,
  };
}

type UnitInRole = Pick<ReportOfUnit, 'unitUid' | 'role'>;

function unitsOf({ leadUids, supportingUids }: ReportTask, supporting: boolean): UnitInRole[] {
  const leads = leadUids.length === 0 ? [null] : leadUids;
  return [
    ...leads.map((unitUid) => ({ unitUid, role: 'lead' as const })),
    ...(supporting ? supportingUids : []).map((unitUid) => ({ unitUid, role: 'supporting' as const })),
  ];
}

interface Count {
  month: string;
  asOf: string;
  /** The month has ended: what is not delivered can no longer be in time. */
  isOver: boolean;
}

/** Null: the task does not count in the month. */
function lineOf(task: ReportTask, { month, asOf, isOver }: Count): ReportLine | null {
  const dueOn = dueAt(task, asOf);
  if (dueOn === null || task.status === 'planned' || task.status === 'cancelled') return null;
  const delivered = deliveredAt(task, asOf);
  const first = `${month}-01`;
  const isCarried = dueOn < first;
  if (dueOn > lastDayOfMonth(first)) return null;
  if (isCarried && delivered !== null && delivered < first) return null;
  const lateDays = Math.max(0, daysBetween(dueOn, delivered ?? asOf));
  return {
    uid: task.uid,
    title: task.title,
    dueOn,
    firstDueOn: task.firstDueOn ?? dueOn,
    outcome: outcomeOf(delivered !== null, lateDays > 0, isOver),
    lateDays,
    pressed: 0,
    extended: task.extensions.filter(({ day }) => day <= asOf).length,
    isCarried,
  };
}

function outcomeOf(isDelivered: boolean, isLate: boolean, isOver: boolean): ReportOutcome {
  if (isDelivered) return isLate ? 'late' : 'inTime';
  return isLate || isOver ? 'overdue' : 'notYetDue';
}

/** The due day as it was on a day: what was extended later was still due on the old one. */
function dueAt({ dueOn, extensions }: ReportTask, day: string): string | null {
  return extensions.find((extension) => extension.day > day)?.oldDueOn ?? dueOn;
}

/** When it had been delivered by a day; null: not yet. */
function deliveredAt({ status, reportedOn, closedOn }: ReportTask, day: string): string | null {
  if (isOwed(status)) return null;
  const delivered = reportedOn ?? closedOn;
  return delivered !== null && delivered <= day ? delivered : null;
}

function pressesOf({ presses }: ReportTask, unitUid: string | null, asOf: string): number {
  return presses.filter((press) => press.day <= asOf && (press.unitUid ?? unitUid) === unitUid).length;
}

function ofUnit(unit: UnitInRole, lines: ReportLine[]): ReportOfUnit {
  const count = (outcome: ReportOutcome) => lines.filter((line) => line.outcome === outcome).length;
  const sum = (key: 'lateDays' | 'pressed' | 'extended') =>
    lines.reduce((total, line) => total + line[key], 0);
  return {
    ...unit,
    owed: lines.length,
    carried: lines.filter(({ isCarried }) => isCarried).length,
    inTime: count('inTime'),
    late: count('late'),
    overdue: count('overdue'),
    notYetDue: count('notYetDue'),
    lateDays: sum('lateDays'),
    mostLateDays: Math.max(...lines.map(({ lateDays }) => lateDays)),
    pressed: sum('pressed'),
    extended: sum('extended'),
    lines,
  };
}

function sumOf(units: readonly ReportOfUnit[]): ReportCounts {
  const sum = (key: keyof ReportCounts) => units.reduce((total, unit) => total + unit[key], 0);
  return {
    owed: sum('owed'),
    carried: sum('carried'),
    inTime: sum('inTime'),
    late: sum('late'),
    overdue: sum('overdue'),
    notYetDue: sum('notYetDue'),
    lateDays: sum('lateDays'),
    pressed: sum('pressed'),
    extended: sum('extended'),
  };
}

/** 2026-11 as 2026年11月. */
export function monthWords(month: string): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}

/** What `monthWords` writes, as YYYY-MM; null: it is nothing of the kind. */
export function monthOfWords(words: string): string | null {
  const [, year, number] = /^(\d{4})年([1-9]|1[0-2])月$/u.exec(words) ?? [];
  return year === undefined || number === undefined ? null : `${year}-${number.padStart(2, '0')}`;
}

/** Of several units together. */
export function mostLateDaysOf(units: readonly ReportOfUnit[]): number {
  return Math.max(0, ...units.map(({ mostLateDays }) => mostLateDays));
}

export const roleWords: Readonly<Record<UnitRole, string>> = { lead: '牵头', supporting: '配合' };

export const outcomeWords: Readonly<Record<ReportOutcome, string>> = {
  inTime: '按时完成',
  late: '逾期完成',
  overdue: '逾期未完成',
  notYetDue: '尚未到期',
};
