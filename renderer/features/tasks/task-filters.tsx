import { Button, Select } from 'antd';
import type { TaskCounts, TaskFilter, TaskView } from '#shared/contract/tasks.ts';
import { taskKindNames, taskKinds } from '#shared/rules/tasks/model.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import type { ListOrder } from './use-tasks.ts';
import styles from './tasks.module.css';

const views: readonly { view: TaskView; label: string }[] = [
  { view: 'open', label: '未办结' },
  { view: 'mine', label: '我盯的' },
  { view: 'thisWeek', label: '本周到期' },
  { view: 'overdue', label: '逾期' },
  { view: 'waiting', label: '待验收' },
  { view: 'feedbackDue', label: '该反馈' },
  { view: 'all', label: '全部' },
];

const orders = [
  { value: 'due', label: '时限近的在前', order: { sort: 'due', descending: false } },
  { value: 'assigned', label: '新交办的在前', order: { sort: 'assigned', descending: true } },
  { value: 'pressed', label: '催办多的在前', order: { sort: 'pressed', descending: true } },
] as const;

const kindOptions = taskKinds.map((kind) => ({ value: kind, label: taskKindNames[kind] }));

interface TaskFiltersProps {
  filter: TaskFilter;
  onChange: (filter: TaskFilter) => void;
  counts: TaskCounts | undefined;
}

/** Chips with their numbers, then unit and kind. */
export function TaskFilters({ filter, onChange, counts }: TaskFiltersProps) {
  return (
    <>
      <fieldset className={styles.views} aria-label="看哪些任务">
        {views.map(({ view, label }) => (
          <Button
            key={view}
            className={styles.view ?? ''}
            data-chosen={filter.view === view}
            aria-pressed={filter.view === view}
            onClick={() => onChange({ ...filter, view })}
          >
            {label}
            <span className={styles.count}>{counts?.views[view] ?? ''}</span>
          </Button>
        ))}
      </fieldset>
      <div className={styles.unit}>
        <OrganizationSelect
          aria-label="按单位"
          placeholder="按单位"
          value={filter.unitUid}
          onChange={(unitUid) => onChange({ ...filter, unitUid })}
        />
      </div>
      <Select
        allowClear
        aria-label="按类别"
        placeholder="按类别"
        value={filter.kind}
        options={kindOptions}
        style={{ width: 104 }}
        onChange={(kind) => onChange({ ...filter, kind: kind ?? null })}
      />
    </>
  );
}

interface OrderChoiceProps {
  order: ListOrder;
  onChange: (order: ListOrder) => void;
}

export function OrderChoice({ order, onChange }: OrderChoiceProps) {
  return (
    <Select
      aria-label="排列"
      value={order.sort}
      options={orders.map(({ value, label }) => ({ value, label }))}
      style={{ width: 132 }}
      onChange={(sort) => onChange(orders.find(({ value }) => value === sort)?.order ?? order)}
    />
  );
}
