import type { Measure } from '#shared/rules/reports/measure.ts';
import { isOwed, type TaskKind, taskStatusNames } from '#shared/rules/tasks/model.ts';
import { lastDayKnown, measureSource, type MeasureScope } from '#main/core/measures/measure-source.ts';
import { type GivenTask, tasksGivenOut } from './measure-queries.ts';

/**
 * Tasks that were given out in the time, as they stood at its end, for reports. What was found is counted by the
 * findings: those of an unannounced campaign must not be told before it is released.
 */

const kindNames = {
  all: '督办任务(不含问题隐患)',
  resolution: '议定事项',
  instruction: '领导批示',
  planTask: '方案任务',
} as const satisfies Partial<Record<TaskKind | 'all', string>>;
type CountedKind = keyof typeof kindNames;
const kinds = Object.keys(kindNames) as CountedKind[];

const measures = kinds.flatMap((kind): Measure[] => [
  { key: `${kind}.given`, name: kindNames[kind], unit: '项', kind: 'count' },
  { key: `${kind}.done`, name: `${kindNames[kind]}办结`, unit: '项', kind: 'count' },
  { key: `${kind}.overdue`, name: `${kindNames[kind]}逾期未办结`, unit: '项', kind: 'count' },
  {
    key: `${kind}.rate`,
    name: `${kindNames[kind]}办结率`,
    unit: '%',
    kind: 'share',
    part: `${kind}.done`,
    whole: `${kind}.given`,
  },
]);

function amounts(task: GivenTask, scope: MeasureScope): Record<string, number> {
  const asOf = lastDayKnown(scope);
  const isDone = task.closed_on !== null && task.closed_on <= asOf;
  const isDelivered = isDone || (!isOwed(task.status) && (task.reported_on ?? asOf) <= asOf);
  const isOverdue = !isDelivered && task.due_on !== null && task.due_on < asOf;
  const counted: readonly CountedKind[] = kinds.filter((kind) => kind === 'all' || kind === task.kind);
  return Object.fromEntries(
    counted.flatMap((kind) => [
      [`${kind}.given`, 1],
      [`${kind}.done`, Number(isDone)],
      [`${kind}.overdue`, Number(isOverdue)],
    ]),
  );
}

interface Lead {
  uid: string;
  level: string;
}

/** By the units that lead; what units of other levels lead is no matter of these. */
export const taskReportMeasures = measureSource<GivenTask>({
  key: 'tasks',
  name: '督办任务',
  by: ['county', 'township', 'memberUnit'],
  tables: ['task', 'task_unit', 'task_event', 'organization', 'organization_state'],
  measures,
  read: ({ db, from, to }) => db.all(tasksGivenOut, { from, to }),
  amounts,
  rows(task, by) {
    const leads = JSON.parse(task.leads) as Lead[];
    const own = leads.filter(({ level }) => level === by).map(({ uid }) => uid);
    return leads.length > 0 && own.length === 0 ? null : own;
  },
  record: ({ uid, title, assigned_on: day, status, due_on: dueOn }) => ({
    uid,
    name: title,
    day,
    note: dueOn === null ? taskStatusNames[status] : `${taskStatusNames[status]}，时限 ${dueOn}`,
    path: `/tasks/${uid}`,
  }),
});
