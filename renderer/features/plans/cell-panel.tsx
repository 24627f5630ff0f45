import type { PlanDetail } from '#shared/contract/plans.ts';
import { outlineOf } from '#shared/rules/plans/tree.ts';
import { lightOf } from '#shared/rules/tasks/light.ts';
import { useLightDays } from '#renderer/features/tasks/index.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import styles from './plans.module.css';

/** What was clicked in the matrix. */
export interface OpenCell {
  title: string;
  taskUids: readonly string[];
}

interface CellPanelProps {
  plan: PlanDetail;
  cell: OpenCell;
  onOpenTask: (uid: string) => void;
  onClose: () => void;
}

/** The tasks behind a number of the matrix. */
export function CellPanel({ plan, cell, onOpenTask, onClose }: CellPanelProps) {
  const { today, warningDays } = useLightDays();
  const tasks = outlineOf(plan.nodes).flatMap(({ node }) =>
    node.task !== null && cell.taskUids.includes(node.task.uid) ? [node.task] : [],
  );
  return (
    <SidePanel title={`${cell.title}：${tasks.length} 项`} onClose={onClose}>
      <ul className={styles.cellTasks}>
        {tasks.map((task) => (
          <li key={task.uid}>
            <button type="button" className={styles.cellTask} onClick={() => onOpenTask(task.uid)}>
              <span>{task.title}</span>
              <span className={styles.cellFacts}>
                <LightTag {...lightOf(task, today, warningDays)} />
                <span className={styles.grey}>时限 {task.dueOn ?? '长期'}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}
