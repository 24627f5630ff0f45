import { Button, Dropdown, Tag, type TableProps } from 'antd';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { levelNames } from '#shared/rules/organizations/levels.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { levelsToAdd, markItems, menuOf } from './actions.ts';
import { AddRow } from './add-row.tsx';
import { markNames, namesOfMarks } from './model/mark-names.ts';
import { neighbourMove } from './model/neighbour-move.ts';
import type { OrganizationKind } from './organizations-page.tsx';
import styles from './organizations-page.module.css';
import { useOrganizationsPage } from './use-organizations.ts';

interface ChildrenTableProps {
  parent: OrganizationNode;
  kind: OrganizationKind;
  rows: readonly OrganizationNode[];
}

/** What stands directly below one, in protocol order; many can be chosen and treated at once. */
export function ChildrenTable({ parent, kind, rows }: ChildrenTableProps) {
  const { marks, mayEdit, select, act } = useOrganizationsPage();
  const [keys, setKeys] = useState<string[]>([]);
  const chosen = useMemo(() => rows.filter((row) => keys.includes(row.uid)), [rows, keys]);
  const columns = useColumns(rows);

  // With rows chosen a digit sets the mark of that place: 32 towns, one key.
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const mark = marks[Number(event.key) - 1];
    const busy = event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
    if (mark === undefined || chosen.length === 0 || busy || isBusyElsewhere(event.target)) return;
    event.preventDefault();
    act({ kind: 'setMark', nodes: chosen, mark: mark.mark });
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  function shift(direction: -1 | 1): void {
    const target = neighbourMove(rows, keys, direction);
    if (target !== null) act({ kind: 'move', nodes: chosen, parentUid: parent.uid, after: target.after });
  }

  return (
    <div className={styles.children}>
      {mayEdit && (
        <div className={styles.bar}>
          <Dropdown
            trigger={['click']}
            disabled={chosen.length === 0}
            menu={{ items: markItems(chosen, marks, act) }}
          >
            <Button>设置标记</Button>
          </Dropdown>
          <Button disabled={chosen.length === 0} onClick={() => shift(-1)}>
            上移
          </Button>
          <Button disabled={chosen.length === 0} onClick={() => shift(1)}>
            下移
          </Button>
          <Dropdown
            trigger={['click']}
            disabled={chosen.length === 0}
            menu={{ items: menuOf(chosen, marks, [], act) }}
          >
            <Button>更多操作</Button>
          </Dropdown>
          <span className={styles.hint}>
            {chosen.length === 0
              ? '勾选后可以一起处理；从 Excel 复制后按 Ctrl+V 直接粘贴'
              : `已选 ${chosen.length} 个${digitHint(marks.map(({ name }) => name))}`}
          </span>
        </div>
      )}
      <div className={styles.table}>
        <ListTable<OrganizationNode>
          label={`${parent.name}的下级机构`}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.uid}
          minWidth={680}
          leftOut={['shortName', 'level']}
          onOpen={(row) => select(row.uid)}
          {...(mayEdit ? { selection: { keys, onChange: setKeys } } : {})}
          empty={
            <EmptyState
              text={
                kind === 'memberUnits'
                  ? '这里按议事顺序列出成员单位。在下面逐个填写，或从 Excel 复制后按 Ctrl+V。'
                  : '这里列出下级机构。在下面逐个填写，或从 Excel 复制后按 Ctrl+V。'
              }
            />
          }
        />
      </div>
      {mayEdit && <AddRow parent={parent} levels={levelsToAdd(parent, kind)} />}
    </div>
  );
}

function useColumns(rows: readonly OrganizationNode[]): NonNullable<TableProps<OrganizationNode>['columns']> {
  const { index, marks } = useOrganizationsPage();
  return useMemo(() => {
    const names = markNames(marks);
    const places = new Map(rows.map((row, place) => [row.uid, place + 1]));
    const levels = new Set(rows.map((row) => row.level));
    return [
      { title: '序', width: 56, align: 'right', render: (_, row) => places.get(row.uid) },
      { title: '名称', dataIndex: 'name', ellipsis: true },
      { key: 'shortName', title: '简称', dataIndex: 'shortName', width: 150, ellipsis: true },
      ...(levels.size > 1
        ? [
            {
              key: 'level',
              title: '级别',
              width: 110,
              render: (_: unknown, row: OrganizationNode) => levelNames[row.level],
            },
          ]
        : []),
      {
        title: '标记',
        width: 190,
        render: (_, row) => namesOfMarks(row, names).map((name) => <Tag key={name}>{name}</Tag>),
      },
      {
        title: '下级',
        width: 70,
        align: 'right',
        render: (_, row) => index.childrenOf(row.uid).length || '',
      },
    ];
  }, [index, marks, rows]);
}

function digitHint(names: readonly string[]): string {
  const keys = names.slice(0, 3).map((name, index) => `${index + 1} ${name}`);
  return keys.length === 0 ? '' : `，按数字键设标记：${keys.join('、')}`;
}

function isBusyElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null) return true;
  const field = target instanceof HTMLElement ? target.closest('input, textarea, [contenteditable]') : null;
  return field !== null && !(field instanceof HTMLInputElement && field.type === 'checkbox');
}
