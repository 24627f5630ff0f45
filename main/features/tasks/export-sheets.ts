import type { TaskRow } from '#shared/contract/tasks.ts';
import { cycleText } from '#shared/rules/tasks/feedback-cycle.ts';
import { lightOf } from '#shared/rules/tasks/light.ts';
import { taskKindNames, taskStatusNames } from '#shared/rules/tasks/model.ts';
import type { ListSheet } from '#main/core/excel/write/list-workbook.ts';

const NUMBER = { heading: '序号', width: 7 };
const TASK = { heading: '任务', width: 44 };
const LEADS = { heading: '牵头单位', width: 24 };
const SUPPORTING = { heading: '配合单位', width: 24 };
const DUE = { heading: '完成时限', width: 13 };
const SOURCE = { heading: '来源', width: 32 };

/** 督办台账: where each task stands today. */
export function ledgerSheet(
  tasks: readonly TaskRow[],
  { today, warningDays }: { today: string; warningDays: number },
): ListSheet {
  return {
    name: '督办台账',
    columns: [
      NUMBER,
      { heading: '类别', width: 11 },
      TASK,
      SOURCE,
      LEADS,
      SUPPORTING,
      { heading: '交办日期', width: 13 },
      { heading: '原时限', width: 13 },
      DUE,
      { heading: '阶段', width: 11 },
      { heading: '状态', width: 20 },
      { heading: '催办次数', width: 10 },
      { heading: '延期次数', width: 10 },
      { heading: '上报日期', width: 13 },
      { heading: '办结日期', width: 13 },
    ],
    rows: tasks.map((task, index) => [
      index + 1,
      taskKindNames[task.kind],
      task.title,
      task.source.text,
      unitsText(task, 'lead'),
      unitsText(task, 'supporting'),
      task.assignedOn,
      task.firstDueOn ?? '长期',
      task.dueOn ?? '长期',
      taskStatusNames[task.status],
      lightOf(task, today, warningDays).word,
      task.pressedCount,
      task.extendedCount,
      task.reportedOn ?? '',
      task.status === 'closed' ? (task.closedOn ?? '') : '',
    ]),
  };
}

/** 任务分解表: who does what by when; a layout that can be pasted again. */
export function breakdownSheet(tasks: readonly TaskRow[]): ListSheet {
  return {
    name: '任务分解表',
    columns: [NUMBER, TASK, LEADS, SUPPORTING, DUE, { heading: '反馈周期', width: 18 }, SOURCE],
    rows: tasks.map((task, index) => [
      index + 1,
      task.title,
      unitsText(task, 'lead'),
      unitsText(task, 'supporting'),
      task.dueOn ?? '长期',
      task.feedbackCycle.kind === 'none' ? '' : cycleText(task.feedbackCycle),
      task.source.text,
    ]),
  };
}

function unitsText(task: TaskRow, role: 'lead' | 'supporting'): string {
  return task.units
    .filter((unit) => unit.role === role)
    .map((unit) => unit.shortName)
    .join('、');
}
