import type { TaskRow } from '#shared/contract/tasks.ts';
import type { FieldRecord } from '#shared/rules/foreign-forms/fields.ts';
import { lightOf } from '#shared/rules/tasks/light.ts';
import { isOwed, taskKindNames, taskStatusNames } from '#shared/rules/tasks/model.ts';
import {
  between,
  column,
  type FieldColumn,
  type FieldScope,
  fieldSource,
  shareOf,
  type UnitMeasures,
} from '#main/core/fields/field-source.ts';
import { secretFindingUids } from '#main/features/findings/index.ts';
import { allOfFilter } from './list.ts';
import { type SaidOfTask, saidOfTasks } from './queries.ts';
import { settingsOf } from './settings.ts';

/** Supervised tasks that were given out in the time, for forms of other offices. */

interface ToldTask {
  task: TaskRow;
  state: string;
  said: SaidOfTask | undefined;
}

/** Without what secret campaigns found: a task tells where they went, and a number that they took place. */
function tasksOf(scope: FieldScope): TaskRow[] {
  const { db, today, caller } = scope;
  const filter = { text: '', view: 'all', kind: null, unitUid: null, sourceUid: null } as const;
  const asked = { filter, sort: 'assigned', descending: false, today, userUid: caller.userUid } as const;
  const hidden = new Set(secretFindingUids(db));
  return allOfFilter(db, asked).filter(
    ({ uid, assignedOn, status }) => !hidden.has(uid) && between(assignedOn, scope) && status !== 'cancelled',
  );
}

function told(scope: FieldScope): ToldTask[] {
  const { db, today } = scope;
  const { warningDays } = settingsOf(db);
  const tasks = tasksOf(scope);
  const uids = JSON.stringify(tasks.map(({ uid }) => uid));
  const said = new Map(db.all(saidOfTasks, { uids, today }).map((row) => [row.uid, row]));
  return tasks.map((task) => ({
    task,
    state: lightOf(task, today, warningDays).word,
    said: said.get(task.uid),
  }));
}

const units = ({ units: all }: TaskRow, role: 'lead' | 'supporting') =>
  all
    .filter((unit) => unit.role === role)
    .map(({ shortName }) => shortName)
    .join('、');

const columns: readonly FieldColumn<ToldTask>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('kind', '任务类别', 'text', ({ task }) => taskKindNames[task.kind]),
  column('title', '任务', 'text', ({ task }) => task.title),
  column('source', '任务来源', 'text', ({ task }) => task.source.text),
  column('leads', '牵头单位', 'text', ({ task }) => units(task, 'lead')),
  column('supporting', '配合单位', 'text', ({ task }) => units(task, 'supporting')),
  column('assignedOn', '交办日期', 'day', ({ task }) => task.assignedOn),
  column('dueOn', '完成时限', 'day', ({ task }) => task.dueOn),
  column('status', '办理阶段', 'text', ({ task }) => taskStatusNames[task.status]),
  column('state', '办理状态', 'text', ({ state }) => state),
  column('pressed', '催办次数', 'number', ({ task }) => task.pressedCount),
  column('extended', '延期次数', 'number', ({ task }) => task.extendedCount),
  column('reportedOn', '上报日期', 'day', ({ task }) => task.reportedOn),
  column('closedOn', '办结日期', 'day', ({ task }) => task.closedOn),
  column('content', '具体内容和要求', 'text', ({ said }) => said?.content ?? null),
  column('feedback', '最近反馈(进展)', 'text', ({ said }) => said?.feedback ?? null),
  column('feedbackOn', '最近反馈日期', 'day', ({ said }) => said?.feedback_on ?? null),
  column('feedbackUnit', '最近反馈单位', 'text', ({ said }) => said?.feedback_unit ?? null),
  column('outcome', '办理结果', 'text', ({ said }) => said?.outcome ?? null),
];

interface Counts extends FieldRecord {
  assigned: number;
  closed: number;
  overdue: number;
  rate: number | null;
}

function countsOf(tasks: readonly TaskRow[], today: string): Counts {
  const closed = tasks.filter(({ status }) => status === 'closed').length;
  const overdue = tasks.filter(
    ({ status, dueOn }) => isOwed(status) && dueOn !== null && dueOn < today,
  ).length;
  return { assigned: tasks.length, closed, overdue, rate: shareOf(closed, tasks.length) };
}

const countFields = [
  { key: 'assigned', name: '督办任务数', kind: 'number' },
  { key: 'closed', name: '督办任务办结数', kind: 'number' },
  { key: 'overdue', name: '督办任务逾期数', kind: 'number' },
  { key: 'rate', name: '督办任务办结率', kind: 'number' },
] as const;

export const taskFields = [
  fieldSource<Counts>({
    key: 'taskCounts',
    name: '督办任务统计',
    kind: 'single',
    columns: countFields.map(({ key, name, kind }) =>
      column<Counts>(key, name, kind, (counts) => counts[key]),
    ),
    rows: (scope) => [countsOf(tasksOf(scope), scope.today)],
  }),
  fieldSource<ToldTask>({ key: 'tasks', name: '督办任务(每项任务一行)', columns, rows: told }),
];

/** Of what a unit leads. */
export const taskMeasures: UnitMeasures = {
  key: 'tasks',
  needsPeriod: false,
  fields: countFields,
  empty: { assigned: 0, closed: 0, overdue: 0, rate: null },
  read(scope) {
    const byUnit = new Map<string, TaskRow[]>();
    for (const task of tasksOf(scope)) {
      for (const { uid, role } of task.units) {
        if (role !== 'lead') continue;
        byUnit.set(uid, [...(byUnit.get(uid) ?? []), task]);
      }
    }
    return new Map([...byUnit].map(([uid, tasks]) => [uid, countsOf(tasks, scope.today)]));
  },
};
