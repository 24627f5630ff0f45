import { Dropdown, Input, Tree, type TreeDataNode, type TreeProps } from 'antd';
import { useMemo, useState } from 'react';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import type { DropPlace } from '#renderer/ui/drop-place.ts';
import { useBox } from '#renderer/ui/use-box.ts';
import { menuOf } from './actions.ts';
import { dropTarget } from './model/drop.ts';
import { markNames, namesOfMarks } from './model/mark-names.ts';
import { findInTree } from './model/tree-index.ts';
import type { OrganizationKind } from './organizations-page.tsx';
import styles from './organizations-page.module.css';
import { townshipsWithoutVillages } from './townships.ts';
import { useOrganizationsPage } from './use-organizations.ts';

interface OrganizationTreeProps {
  kind: OrganizationKind;
  selectedUid: string | null;
}

/** Search, tree, drag and menu. Only the rows in view are drawn. */
export function OrganizationTree({ kind, selectedUid }: OrganizationTreeProps) {
  const { nodes, index, marks, mayEdit, select, act } = useOrganizationsPage();
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<string[]>(index.root === undefined ? [] : [index.root.uid]);
  const [menuNode, setMenuNode] = useState<OrganizationNode | null>(null);
  const { ref, height } = useBox<HTMLDivElement>();

  const ofKind = useMemo(
    () =>
      nodes.filter(
        (node) => node.level === 'city' || (node.level === 'memberUnit') === (kind === 'memberUnits'),
      ),
    [nodes, kind],
  );
  const found = useMemo(
    () => (text.trim() === '' ? null : findInTree(index, ofKind, text)),
    [index, ofKind, text],
  );
  const names = useMemo(() => markNames(marks), [marks]);
  const treeData = useMemo(() => {
    const shown = ofKind.filter((node) => found === null || found.shown.has(node.uid));
    return buildTree(shown, names);
  }, [ofKind, found, names]);

  const above = selectedUid === null ? [] : index.pathOf(selectedUid).slice(0, -1);
  const expanded = [...new Set([...opened, ...above.map((node) => node.uid)])];

  const onDrop: TreeProps['onDrop'] = ({ dragNode, node, dropToGap, dropPosition }) => {
    const [dragged, onto] = [index.byUid.get(String(dragNode.key)), index.byUid.get(String(node.key))];
    if (dragged === undefined || onto === undefined) return;
    const place = placeOf(dropToGap, dropPosition, node.pos);
    const target = dropTarget(index, dragged, onto, place);
    if (target !== null) act({ kind: 'move', nodes: [dragged], ...target });
  };
  const allowDrop: TreeProps['allowDrop'] = ({ dragNode, dropNode, dropPosition }) => {
    const [dragged, onto] = [index.byUid.get(String(dragNode.key)), index.byUid.get(String(dropNode.key))];
    if (dragged === undefined || onto === undefined) return false;
    return dropTarget(index, dragged, onto, dropPosition === 0 ? 'on' : 'behind') !== null;
  };

  return (
    <div className={styles.left}>
      <div className={styles.search}>
        <Input.Search
          allowClear
          aria-label="查找机构"
          placeholder="名称或拼音首字母"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Dropdown
        trigger={['contextMenu']}
        disabled={!mayEdit}
        menu={{
          items:
            menuNode === null
              ? []
              : menuOf([menuNode], marks, townshipsWithoutVillages(index, menuNode), act),
        }}
      >
        <div ref={ref} className={styles.tree}>
          {height > 0 && (
            <Tree
              blockNode
              height={height - 8}
              itemHeight={28}
              treeData={treeData}
              selectedKeys={selectedUid === null ? [] : [selectedUid]}
              expandedKeys={found?.opened ?? expanded}
              onExpand={(keys, { node, expanded: isOpen }) => {
                setOpened(keys.map(String));
                // What is chosen must not disappear.
                if (!isOpen && above.some(({ uid }) => uid === node.key)) select(String(node.key));
              }}
              onSelect={(_keys, { node }) => select(String(node.key))}
              onRightClick={({ node }) => setMenuNode(index.byUid.get(String(node.key)) ?? null)}
              draggable={
                mayEdit && found === null
                  ? { icon: false, nodeDraggable: ({ key }) => key !== index.root?.uid }
                  : false
              }
              allowDrop={allowDrop}
              onDrop={onDrop}
            />
          )}
        </div>
      </Dropdown>
      <div className={styles.found}>
        {found === null ? `共 ${ofKind.length - 1} 个` : `找到 ${found.count} 个`}
        {mayEdit && found === null && '，拖动可调整顺序，右键有更多操作'}
      </div>
    </div>
  );
}

function placeOf(toGap: boolean, position: number, pos: string): DropPlace {
  if (!toGap) return 'on';
  return position - Number(pos.split('-').at(-1)) < 0 ? 'before' : 'behind';
}

function buildTree(nodes: readonly OrganizationNode[], names: ReadonlyMap<string, string>): TreeDataNode[] {
  const items = new Map<string, TreeDataNode & { children: TreeDataNode[] }>();
  const roots: TreeDataNode[] = [];
  for (const node of nodes) items.set(node.uid, { key: node.uid, children: [] });
  for (const node of nodes) {
    const item = items.get(node.uid);
    if (item === undefined) continue;
    const siblings = items.get(node.parentUid ?? '')?.children ?? roots;
    siblings.push(item);
  }
  for (const node of nodes) {
    const item = items.get(node.uid);
    if (item !== undefined) item.title = <NodeTitle node={node} count={item.children.length} names={names} />;
  }
  return roots;
}

interface NodeTitleProps {
  node: OrganizationNode;
  count: number;
  names: ReadonlyMap<string, string>;
}

function NodeTitle({ node, count, names }: NodeTitleProps) {
  return (
    <span className={styles.node}>
      {node.name}
      {count > 0 && <span className={styles.count}>{count}</span>}
      {namesOfMarks(node, names).map((name) => (
        <span key={name} className={styles.mark}>
          {name}
        </span>
      ))}
    </span>
  );
}
