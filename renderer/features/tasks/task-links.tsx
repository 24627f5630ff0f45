import { Link } from 'wouter';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { lightOf } from '#shared/rules/tasks/light.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { unitNames } from './task-columns.tsx';
import { useLightDays } from './use-tasks.ts';
import styles from './tasks.module.css';

/** Tasks that came from something, beside it: how each stands, who leads, a way to it. */
export function TaskLinks({ tasks }: { tasks: readonly TaskRow[] }) {
  const { today, warningDays } = useLightDays();
  return (
    <ul className={styles.links}>
      {tasks.map((task) => (
        <li key={task.uid}>
          <LightTag {...lightOf(task, today, warningDays)} />
          <span>
            <Link href={`/tasks/${task.uid}`}>{task.title}</Link>
            <span className={styles.leads}>{unitNames(task, 'lead') || '还没有定牵头单位'}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
