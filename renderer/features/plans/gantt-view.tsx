import type { PlanDetail } from '#shared/contract/plans.ts';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { type GanttBar, type GanttRange, ganttBar, ganttRange } from '#shared/rules/plans/gantt.ts';
import { outlineOf } from '#shared/rules/plans/tree.ts';
import { lightOf, type TaskLight } from '#shared/rules/tasks/light.ts';
import { unitNames, useLightDays } from '#renderer/features/tasks/index.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import styles from './gantt.module.css';

/** Below this a month's name does not fit. */
const MONTH_PIXELS = 64;
const LEVEL_PIXELS = 16;

interface GanttViewProps {
  plan: PlanDetail;
  openTaskUid: string | null;
  onOpenTask: (uid: string) => void;
}

/** The plan over time: one bar for each task, months above, today as a line. */
export function GanttView({ plan, openTaskUid, onOpenTask }: GanttViewProps) {
  const { today, warningDays } = useLightDays();
  const outline = outlineOf(plan.nodes);
  const range = ganttRange(
    outline.flatMap(({ node }) => node.task ?? []),
    today,
  );
  if (range === null) return <EmptyState text="方案里有了任务，这里就画出每项任务从交办到时限的进度图。" />;
  return (
    <div className={styles.scroll}>
      <div className={styles.chart} style={{ minWidth: 494 + range.months.length * MONTH_PIXELS }}>
        <div className={`${styles.row} ${styles.head}`}>
          <div className={styles.title}>事项</div>
          <div className={styles.state}>状态</div>
          <div className={styles.time}>
            {range.months.map(({ key, title, left, width }) => (
              <span key={key} className={styles.month} style={{ left: percent(left), width: percent(width) }}>
                {title}
              </span>
            ))}
          </div>
        </div>
        {outline.map(({ node, level }) => (
          <div
            key={node.uid}
            className={styles.row}
            data-open={node.task?.uid === openTaskUid && openTaskUid !== null}
          >
            <div className={styles.title} style={{ paddingLeft: 8 + level * LEVEL_PIXELS }}>
              {node.task === null ? (
                <strong title={node.heading ?? ''}>{node.heading}</strong>
              ) : (
                <TaskName task={node.task} onOpen={onOpenTask} />
              )}
            </div>
            <div className={styles.state}>
              {node.task !== null && <LightTag {...lightOf(node.task, today, warningDays)} />}
            </div>
            <div className={styles.time}>
              <Lines range={range} />
              {node.task !== null && (
                <Bar
                  task={node.task}
                  bar={ganttBar(node.task, range, today)}
                  light={lightOf(node.task, today, warningDays).light}
                />
              )}
            </div>
          </div>
        ))}
      </div>
      <p className={styles.legend}>
        竖线是今天({today})；条形从交办日到完成时限，✓ 已办结，! 逾期(斜纹是超出时限的天数)，△ 快到期，→
        长期。
      </p>
    </div>
  );
}

function TaskName({ task, onOpen }: { task: TaskRow; onOpen: (uid: string) => void }) {
  const leads = unitNames(task, 'lead');
  return (
    <button
      type="button"
      className={styles.task}
      title={`${task.title}${leads === '' ? '' : `(${leads})`}`}
      onClick={() => onOpen(task.uid)}
    >
      {task.title}
      <span className={styles.leads}>{leads}</span>
    </button>
  );
}

function Lines({ range }: { range: GanttRange }) {
  return (
    <>
      {range.months.slice(1).map(({ key, left }) => (
        <span key={key} className={styles.monthLine} style={{ left: percent(left) }} />
      ))}
      {range.today !== null && <span className={styles.today} style={{ left: percent(range.today) }} />}
    </>
  );
}

const signs: Readonly<Record<TaskLight, string>> = { red: '!', yellow: '△', green: '', plain: '' };

function Bar({ task, bar, light }: { task: TaskRow; bar: GanttBar; light: TaskLight }) {
  const sign = task.status === 'closed' ? '✓' : bar.isOpenEnded ? '→' : signs[light];
  const days = `${task.startOn ?? task.assignedOn} 至 ${task.dueOn ?? '长期'}`;
  return (
    <>
      <span
        className={styles.bar}
        data-light={task.status === 'cancelled' ? 'cancelled' : light}
        data-done={task.status === 'closed'}
        title={days}
        style={{ left: percent(bar.left), width: percent(bar.width) }}
      >
        {sign}
      </span>
      {bar.late !== null && (
        <span
          className={styles.lateBar}
          style={{ left: percent(bar.late.left), width: percent(bar.late.width) }}
        />
      )}
    </>
  );
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(3)}%`;
}
