import { addDays, daysBetween, lastDayOfMonth } from '../../calendar/days.ts';
import { isOwed } from '../tasks/model.ts';
import type { TaskDays } from '../tasks/light.ts';

/*
 * The Gantt picture of a plan: one bar for each task, from the day on which it begins to its due day, or to the day on
 * which it was delivered. All lengths are fractions of the whole width.
 */

export interface GanttTask extends TaskDays {
  readonly assignedOn: string;
  readonly startOn: string | null;
}

export interface GanttRange {
  /** The first of a month, and the last of a month. */
  first: string;
  last: string;
  months: { key: string; title: string; left: number; width: number }[];
  /** Null: outside. */
  today: number | null;
}

export interface GanttBar {
  left: number;
  width: number;
  /** From the due day on: owed until today, or delivered late. */
  late: { left: number; width: number } | null;
  /** 长期: without an end. */
  isOpenEnded: boolean;
}

/** Null without tasks. */
export function ganttRange(tasks: readonly GanttTask[], today: string): GanttRange | null {
  const days = tasks.flatMap((task) => {
    const { from, to } = spanOf(task, today);
    return [from, to];
  });
  if (tasks.some(({ status }) => isOwed(status))) days.push(today);
  const sorted = days.toSorted();
  const [earliest, latest] = [sorted[0], sorted.at(-1)];
  if (earliest === undefined || latest === undefined) return null;
  const [first, last] = [`${earliest.slice(0, 7)}-01`, lastDayOfMonth(latest)];
  return {
    first,
    last,
    months: monthsOf(first, last),
    today: today >= first && today <= last ? (daysBetween(first, today) + 0.5) / lengthOf(first, last) : null,
  };
}

export function ganttBar(task: GanttTask, { first, last }: GanttRange, today: string): GanttBar {
  const { from, due, to } = spanOf(task, today);
  const whole = lengthOf(first, last);
  const piece = (start: string, end: string) => ({
    left: daysBetween(first, start) / whole,
    width: Math.max(0, daysBetween(start, end) + 1) / whole,
  });
  const isOpenEnded = task.dueOn === null && isOwed(task.status);
  if (isOpenEnded) return { ...piece(from, last), late: null, isOpenEnded };
  const late = due !== null && to > due ? piece(addDays(due, 1), to) : null;
  return { ...piece(from, late === null || due === null ? to : due), late, isOpenEnded };
}

/** Where the bar ends: delivered, or due; what is owed and late goes on until today. */
function spanOf(task: GanttTask, today: string): { from: string; due: string | null; to: string } {
  const from = task.startOn ?? task.assignedOn;
  const delivered =
    isOwed(task.status) || task.status === 'planned' ? null : (task.reportedOn ?? task.closedOn);
  const due = task.dueOn;
  const isLate = delivered === null && due !== null && due < today && isOwed(task.status);
  const to = delivered ?? (isLate ? today : (due ?? from));
  return { from, due: due !== null && due >= from ? due : null, to: to < from ? from : to };
}

function lengthOf(first: string, last: string): number {
  return daysBetween(first, last) + 1;
}

function monthsOf(first: string, last: string): GanttRange['months'] {
  const whole = lengthOf(first, last);
  const months: GanttRange['months'] = [];
  for (let month = first; month <= last; month = addDays(lastDayOfMonth(month), 1)) {
    const number = Number(month.slice(5, 7));
    const isNamed = months.length === 0 || number === 1;
    months.push({
      key: month.slice(0, 7),
      title: isNamed ? `${month.slice(0, 4)}年${number}月` : `${number}月`,
      left: daysBetween(first, month) / whole,
      width: lengthOf(month, lastDayOfMonth(month)) / whole,
    });
  }
  return months;
}
