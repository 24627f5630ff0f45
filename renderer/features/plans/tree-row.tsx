import type { KeyboardEvent } from 'react';
import type { PlanNode } from '#shared/contract/plans.ts';
import { counted } from '#shared/rules/plans/standing.ts';
import type { NodeMove } from '#shared/rules/plans/tree.ts';
import { lightOf } from '#shared/rules/tasks/light.ts';
import { DueDay, unitNames, useLightDays } from '#renderer/features/tasks/index.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { indentOf } from '#renderer/ui/outline/indent.ts';
import { RowMenu } from '#renderer/ui/outline/row-menu.tsx';
import { Progress } from './progress.tsx';
import styles from './plans.module.css';

/** keep: out of the plan, but still among the tasks. */
export type NodeAction = NodeMove | 'open' | 'keep' | 'remove';

interface TreeRowProps {
  node: PlanNode;
  level: number;
  /** Its task came from the list of tasks. */
  isLinked: boolean;
  /** Everything that stands below it. */
  below: readonly PlanNode[];
  isNarrow: boolean;
  isCurrent: boolean;
  isOpen: boolean;
  mayEdit: boolean;
  canMove: (move: NodeMove) => boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onAction: (action: NodeAction) => void;
}

export function TreeRow(props: TreeRowProps) {
  const { node, level, isLinked, isNarrow, isCurrent, isOpen, mayEdit, onFocus, onKeyDown, onAction } = props;
  const { today, warningDays } = useLightDays();
  const { task } = node;
  return (
    <tr
      tabIndex={0}
      draggable={mayEdit}
      data-uid={node.uid}
      data-current={isCurrent}
      data-open={isOpen}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={() => {
        if (task !== null) onAction('open');
      }}
      onDoubleClick={() => {
        if (task === null) onAction('open');
      }}
    >
      <td style={{ paddingLeft: indentOf(level) }}>
        {task === null ? <strong>{node.heading}</strong> : task.title}
        {task !== null && isLinked && !isNarrow && (
          <span className={styles.hint}>来自{task.source.text || '“督办任务”'}</span>
        )}
      </td>
      <td>{task !== null && <Leads text={unitNames(task, 'lead')} />}</td>
      {!isNarrow && <td>{task !== null && unitNames(task, 'supporting')}</td>}
      <td>{task !== null && <DueDay task={task} />}</td>
      <td>
        {task === null ? (
          <Progress
            counts={counted(
              props.below.flatMap((each) => each.task ?? []),
              today,
            )}
          />
        ) : (
          <LightTag {...lightOf(task, today, warningDays)} />
        )}
      </td>
      {mayEdit && (
        <td>
          <NodeMenu {...props} />
        </td>
      )}
    </tr>
  );
}

function Leads({ text }: { text: string }) {
  return text === '' ? <span className={styles.late}>未定</span> : text;
}

function NodeMenu({ node, isLinked, canMove, onAction }: TreeRowProps) {
  const { task } = node;
  const ofTask = [
    { key: 'keep' as const, label: '移出方案，任务保留' },
    ...(isLinked ? [] : [{ key: 'remove' as const, label: '删除任务(录错了)', danger: true }]),
  ];
  return (
    <RowMenu<NodeAction>
      line={node.heading ?? task?.title ?? ''}
      first={[{ key: 'open', label: task === null ? '修改标题' : '打开任务' }]}
      last={task === null ? [{ key: 'remove', label: '删除标题(下级上移)', danger: true }] : ofTask}
      canMove={canMove}
      onAction={onAction}
    />
  );
}
