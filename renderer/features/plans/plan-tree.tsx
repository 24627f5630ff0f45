import { Button } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { PlanDetail, PlanNode } from '#shared/contract/plans.ts';
import { isOwnTask } from '#shared/rules/plans/own-task.ts';
import { endOfSubtree, outlineOf } from '#shared/rules/plans/tree.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { DragArea } from '#renderer/ui/outline/drag-area.tsx';
import outlineStyles from '#renderer/ui/outline/outline.module.css';
import { takeRowKey, useKeptFocus } from '#renderer/ui/outline/tree-focus.ts';
import { HeadingDialog } from './heading-dialog.tsx';
import { QuickRow } from './quick-row.tsx';
import { type NodeAction, TreeRow } from './tree-row.tsx';
import { useTreeActions } from './use-tree-actions.ts';
import styles from './plans.module.css';

interface PlanTreeProps {
  plan: PlanDetail;
  mayEdit: boolean;
  openTaskUid: string | null;
  onOpenTask: (uid: string) => void;
  onChanged: () => Promise<unknown>;
  onPaste: () => void;
}

/** Headings and tasks in the order of the document; lines are moved by dragging, by Alt and the arrows, or by their menus. */
export function PlanTree({ plan, mayEdit, openTaskUid, onOpenTask, onChanged, onPaste }: PlanTreeProps) {
  const { nodes } = plan;
  const lines = outlineOf(nodes);
  const [currentUid, setCurrentUid] = useState<string | null>(null);
  const [renamed, setRenamed] = useState<PlanNode | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const actions = useTreeActions(nodes, onChanged);
  const isNarrow = openTaskUid !== null;
  const current = nodes.find(({ uid }) => uid === currentUid) ?? null;
  useKeptFocus(table, currentUid, lines.map(({ node }) => node.uid).join());

  function open(node: PlanNode): void {
    if (node.task !== null) onOpenTask(node.task.uid);
    else if (mayEdit) setRenamed(node);
  }

  function act(node: PlanNode, action: NodeAction): void {
    if (action === 'open') open(node);
    else if (action === 'keep' || action === 'remove') void actions.remove(node.uid, action);
    else void actions.move(node.uid, action);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, node: PlanNode, index: number): void {
    takeRowKey(event, table.current, {
      mayEdit,
      above: lines[index - 1]?.node.uid,
      below: lines[index + 1]?.node.uid,
      onMove: (move) => void actions.move(node.uid, move),
      onEnter: () => open(node),
    });
  }

  if (nodes.length === 0 && !mayEdit) return <EmptyState text="这个方案里还没有任务。" />;
  return (
    <div className={styles.page}>
      {nodes.length === 0 ? (
        <EmptyState
          text={'这里列出方案的标题和任务。\n把 Excel 里的任务分解表粘贴进来，或者在下面逐条录入。'}
          action={
            <Button type="primary" onClick={onPaste}>
              从 Excel 粘贴
            </Button>
          }
        />
      ) : (
        <DragArea nodes={nodes} onMove={(uid, to) => void actions.drop(uid, to)}>
          <table ref={table} className={outlineStyles.tree} aria-label="任务分解" data-narrow={isNarrow}>
            <thead>
              <tr>
                <th scope="col">
                  事项
                  {mayEdit && !isNarrow && <span className={styles.hint}>拖动可移动，也可用 Alt+方向键</span>}
                </th>
                <th scope="col" className={styles.unitsColumn}>
                  牵头单位
                </th>
                {!isNarrow && (
                  <th scope="col" className={styles.unitsColumn}>
                    配合单位
                  </th>
                )}
                <th scope="col" className={styles.dueColumn}>
                  完成时限
                </th>
                <th scope="col" className={styles.stateColumn}>
                  状态
                </th>
                {mayEdit && <th scope="col" className={styles.menuColumn} aria-label="操作" />}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ node, level }, index) => (
                <TreeRow
                  key={node.uid}
                  node={node}
                  level={level}
                  isLinked={node.task !== null && !isOwnTask(plan.uid, node.task)}
                  below={lines.slice(index + 1, endOfSubtree(lines, index)).map((each) => each.node)}
                  isNarrow={isNarrow}
                  isCurrent={node.uid === currentUid}
                  isOpen={node.task !== null && node.task.uid === openTaskUid}
                  mayEdit={mayEdit}
                  canMove={(move) => actions.canMove(node.uid, move)}
                  onFocus={() => setCurrentUid(node.uid)}
                  onKeyDown={(event) => onKeyDown(event, node, index)}
                  onAction={(action) => act(node, action)}
                />
              ))}
            </tbody>
          </table>
        </DragArea>
      )}
      {mayEdit && !isNarrow && <QuickRow plan={plan} current={current} onAdded={setCurrentUid} />}
      {renamed !== null && <HeadingDialog node={renamed} onClose={() => setRenamed(null)} />}
    </div>
  );
}
