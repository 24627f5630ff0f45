import type { CalendarEntry } from '#shared/contract/calendar.ts';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { isOwed } from '#shared/rules/tasks/model.ts';
import { defineQuery } from '#main/core/store/query.ts';
import type { DateSource, DayRange } from '#main/features/calendar/index.ts';
import { isOwedSql, selectTask, taskColumns } from './queries.ts';
import { rowsOf } from './rows.ts';

/** The expression is that of the index task_due. */
const tasksDue = defineQuery<typeof taskColumns, DayRange>({
  name: 'tasks.dueBetween',
  sql: `${selectTask} WHERE ifnull(task.due_on, '9999-12-31') BETWEEN @from AND @to AND task.due_on IS NOT NULL
    AND task.status NOT IN ('planned', 'cancelled')`,
  columns: taskColumns,
});

const feedbackDue = defineQuery<typeof taskColumns, DayRange>({
  name: 'tasks.feedbackBetween',
  sql: `${selectTask} WHERE task.status NOT IN ('closed', 'cancelled')
    AND ${isOwedSql}
    AND task.next_feedback_on BETWEEN @from AND @to`,
  columns: taskColumns,
});

/** Tasks that are due, and those whose next feedback is. */
export const taskDates: DateSource = (range, { db, today }) => [
  ...rowsOf(db, db.all(tasksDue, range), today).flatMap((task) =>
    entryOf(task, 'taskDue', task.dueOn, !isOwed(task.status)),
  ),
  ...rowsOf(db, db.all(feedbackDue, range), today).flatMap((task) =>
    entryOf(task, 'feedbackDue', task.nextFeedbackOn, false),
  ),
];

function entryOf(
  { uid, title, units }: TaskRow,
  kind: 'taskDue' | 'feedbackDue',
  day: string | null,
  isDone: boolean,
): CalendarEntry[] {
  if (day === null) return [];
  const leads = units.filter(({ role }) => role === 'lead').map(({ shortName }) => shortName);
  return [{ key: `${kind} ${uid}`, kind, day, title, note: leads.join('、'), uid, isDone }];
}
