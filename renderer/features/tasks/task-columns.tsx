import type { TableProps } from 'antd';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { cycleText } from '#shared/rules/tasks/feedback-cycle.ts';
import { lightOf } from '#shared/rules/tasks/light.ts';
import { isOwed, taskKindNames, taskStatusNames } from '#shared/rules/tasks/model.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { MarkedText } from '../unreleased/index.ts';
import styles from './tasks.module.css';

type Columns = NonNullable<TableProps<TaskRow>['columns']>;
export type ColumnKey =
  | 'due'
  | 'leads'
  | 'supporting'
  | 'pressed'
  | 'status'
  | 'feedback'
  | 'kind'
  | 'source'
  | 'assigned';

/** Columns that a clerk may choose, in their order, with the width in pixels. */
export const columnChoices: readonly { key: ColumnKey; title: string; width: number }[] = [
  { key: 'leads', title: '牵头单位', width: 150 },
  { key: 'supporting', title: '配合单位', width: 150 },
  { key: 'due', title: '完成时限', width: 152 },
  { key: 'status', title: '阶段', width: 88 },
  { key: 'pressed', title: '催办', width: 64 },
  { key: 'feedback', title: '下次反馈', width: 130 },
  { key: 'kind', title: '类别', width: 88 },
  { key: 'source', title: '来源', width: 200 },
  { key: 'assigned', title: '交办日期', width: 110 },
];
export const usualColumns: readonly ColumnKey[] = ['leads', 'due', 'status', 'pressed', 'source'];
/** Beside an open task there is room for these only. */
export const narrowColumns: readonly ColumnKey[] = ['leads', 'due'];

const TITLE_PIXELS = 200;
/** Room for 待验收(逾期 100 天). */
const LIGHT_PIXELS = 164;

export function taskColumns(
  shown: readonly ColumnKey[],
  { today, warningDays }: { today: string; warningDays: number },
): { columns: Columns; minWidth: number } {
  const chosen = columnChoices.filter(({ key }) => shown.includes(key));
  return {
    columns: [
      {
        title: '状态',
        key: 'light',
        width: LIGHT_PIXELS,
        render: (_, task) => <LightTag {...lightOf(task, today, warningDays)} />,
      },
      {
        title: '任务',
        key: 'title',
        ellipsis: true,
        render: (_, { uid, title }) => <MarkedText uid={uid} text={title} />,
      },
      ...chosen.map(({ key, title, width }) => ({
        key,
        title,
        width,
        ellipsis: true,
        render: (_: unknown, task: TaskRow) => cellOf(key, task, today),
        ...(key === 'pressed' ? { align: 'right' as const } : {}),
      })),
    ],
    minWidth: chosen.reduce((sum, { width }) => sum + width, TITLE_PIXELS + LIGHT_PIXELS),
  };
}

function cellOf(key: ColumnKey, task: TaskRow, today: string) {
  switch (key) {
    case 'due':
      return <DueDay task={task} />;
    case 'leads':
      return unitNames(task, 'lead');
    case 'supporting':
      return unitNames(task, 'supporting');
    case 'pressed':
      return task.pressedCount === 0 ? '' : `${task.pressedCount} 次`;
    case 'status':
      return taskStatusNames[task.status];
    case 'feedback':
      return <NextFeedback task={task} today={today} />;
    case 'kind':
      return taskKindNames[task.kind];
    case 'source':
      return task.source.text;
    default:
      return task.assignedOn;
  }
}

/** After an extension the date that was given out first stays in sight. */
export function DueDay({ task }: { task: Pick<TaskRow, 'dueOn' | 'firstDueOn'> }) {
  if (task.dueOn === null) return <span className={styles.grey}>长期</span>;
  const extended = task.firstDueOn !== null && task.firstDueOn !== task.dueOn;
  return (
    <>
      {task.dueOn}
      {extended && (
        <span className={styles.oldDay} title={`原时限 ${task.firstDueOn}`}>
          原 {task.firstDueOn?.slice(5)}
        </span>
      )}
    </>
  );
}

function NextFeedback({ task, today }: { task: TaskRow; today: string }) {
  if (!isOwed(task.status) || task.nextFeedbackOn === null) return null;
  const late = task.nextFeedbackOn < today;
  return (
    <span className={late ? styles.late : ''} title={cycleText(task.feedbackCycle)}>
      {task.nextFeedbackOn}
      {late && ' 未报'}
    </span>
  );
}

export function unitNames(task: Pick<TaskRow, 'units'>, role: 'lead' | 'supporting'): string {
  return task.units
    .filter((unit) => unit.role === role)
    .map((unit) => unit.shortName)
    .join('、');
}
