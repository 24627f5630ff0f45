import { Button } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ChecklistDetail } from '#shared/contract/checklists.ts';
import { numbersOf, type PlacedItem } from '#shared/rules/checklists/model.ts';
import { outlineOf } from '#shared/rules/plans/tree.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useCitationLinks } from '#renderer/features/library/cited-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { DragArea } from '#renderer/ui/outline/drag-area.tsx';
import outlineStyles from '#renderer/ui/outline/outline.module.css';
import { takeRowKey, useKeptFocus } from '#renderer/ui/outline/tree-focus.ts';
import { useTreeMoves } from '#renderer/ui/outline/use-tree-moves.ts';
import styles from '../checklists.module.css';
import { ItemDialog } from './item-dialog.tsx';
import { type ItemAction, ItemRow } from './item-row.tsx';
import { QuickRow } from './quick-row.tsx';

interface ChecklistTreeProps {
  list: ChecklistDetail;
  mayEdit: boolean;
  onChanged: () => Promise<unknown>;
  onPaste: () => void;
}

/** Sections and questions in their order; lines are moved by dragging, by Alt and the arrows, or by their menus. */
export function ChecklistTree({ list, mayEdit, onChanged, onPaste }: ChecklistTreeProps) {
  const { items } = list;
  const lines = outlineOf(items);
  const numbers = numbersOf(lines);
  const links = useCitationLinks(`/checklists/${list.uid}`);
  const [currentUid, setCurrentUid] = useState<string | null>(null);
  const [edited, setEdited] = useState<PlacedItem | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const mayHold = (uid: string) => items.find((item) => item.uid === uid)?.kind === 'section';
  const moves = useTreeMoves(items, { move: client.checklists.move, onChanged, mayHold });
  const remove = useOperation(client.checklists.removeItem, { success: '已删除', undoable: true });
  const current = items.find(({ uid }) => uid === currentUid) ?? null;
  useKeptFocus(table, currentUid, lines.map(({ node }) => node.uid).join());

  function act(item: PlacedItem, action: ItemAction): void {
    if (action === 'edit') setEdited(item);
    else if (action === 'remove') void moves.alone(() => remove.run({ uid: item.uid }));
    else void moves.move(item.uid, action);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, item: PlacedItem, index: number): void {
    const isTaken = takeRowKey(event, table.current, {
      mayEdit,
      above: lines[index - 1]?.node.uid,
      below: lines[index + 1]?.node.uid,
      onMove: (move) => void moves.move(item.uid, move),
      onEnter: mayEdit ? () => setEdited(item) : null,
    });
    if (!isTaken && mayEdit && event.key === 'Delete' && event.target === event.currentTarget)
      act(item, 'remove');
  }

  if (items.length === 0 && !mayEdit) return <EmptyState text="这份清单里还没有检查内容。" />;
  return (
    <div className={styles.page}>
      {items.length === 0 ? (
        <EmptyState
          text={'这里分标题列出检查内容。\n把 Excel 里的检查表粘贴进来，或者在下面逐条录入，回车一条接一条。'}
          action={
            <Button type="primary" onClick={onPaste}>
              从 Excel 粘贴
            </Button>
          }
        />
      ) : (
        <DragArea nodes={items} mayHold={mayHold} onMove={(uid, to) => void moves.drop(uid, to)}>
          <table ref={table} className={outlineStyles.tree} aria-label="检查内容">
            <thead>
              <tr>
                <th scope="col">
                  检查内容
                  {mayEdit && <span className={styles.note}>拖动可移动，也可用 Alt+方向键；回车修改</span>}
                </th>
                <th scope="col" className={styles.articleColumn}>
                  条款
                </th>
                <th scope="col" className={styles.demandColumn}>
                  整改要求
                </th>
                <th scope="col" className={styles.daysColumn}>
                  整改期限
                </th>
                <th scope="col" className={styles.severityColumn}>
                  隐患
                </th>
                {mayEdit && <th scope="col" className={styles.menuColumn} aria-label="操作" />}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ node, level }, index) => (
                <ItemRow
                  key={node.uid}
                  item={node}
                  link={links.get(node.article)}
                  level={level}
                  number={numbers[index] ?? ''}
                  isCurrent={node.uid === currentUid}
                  mayEdit={mayEdit}
                  canMove={(move) => moves.canMove(node.uid, move)}
                  onFocus={() => setCurrentUid(node.uid)}
                  onKeyDown={(event) => onKeyDown(event, node, index)}
                  onAction={(action) => act(node, action)}
                />
              ))}
            </tbody>
          </table>
        </DragArea>
      )}
      {mayEdit && <QuickRow list={list} current={current} onAdded={setCurrentUid} />}
      {edited !== null && <ItemDialog item={edited} onClose={() => setEdited(null)} />}
    </div>
  );
}
