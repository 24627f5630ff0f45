import type { MenuProps } from 'antd';
import type { OrganizationMark, OrganizationNode } from '#shared/contract/organizations.ts';
import { childLevels } from '#shared/rules/organizations/levels.ts';

/** What a menu, a key or a drag asks for; the page opens the dialog or does it. */
export type Action =
  | { kind: 'import'; text: string | null }
  | { kind: 'marks' }
  | { kind: 'setMark'; nodes: OrganizationNode[]; mark: string }
  | { kind: 'marksFrom'; nodes: OrganizationNode[] }
  | { kind: 'move'; nodes: OrganizationNode[]; parentUid: string | null; after: string | null }
  | { kind: 'merge'; nodes: OrganizationNode[] }
  | { kind: 'split'; node: OrganizationNode }
  | { kind: 'close'; nodes: OrganizationNode[] }
  | { kind: 'remove'; nodes: OrganizationNode[] }
  | { kind: 'addVillages'; nodes: OrganizationNode[] };

type Items = NonNullable<MenuProps['items']>;

/** What can be done with the chosen ones, as a menu. */
export function menuOf(
  nodes: OrganizationNode[],
  marks: readonly OrganizationMark[],
  townships: OrganizationNode[],
  act: (action: Action) => void,
): Items {
  const [first] = nodes;
  if (first === undefined) return [];
  const villages: Items =
    townships.length === 0
      ? []
      : [
          {
            key: 'villages',
            label: `补充村(社区)${townships.length > 1 ? `(${townships.length} 个乡镇)` : ''}`,
            onClick: () => act({ kind: 'addVillages', nodes: townships }),
          },
        ];
  if (nodes.some((node) => node.level === 'city')) return villages;
  const sameLevel = nodes.every((node) => node.level === first.level);
  return [
    { key: 'mark', label: '设置标记', children: markItems(nodes, marks, act) },
    ...villages,
    { type: 'divider' },
    {
      key: 'move',
      label: '移动到…',
      onClick: () => act({ kind: 'move', nodes, parentUid: null, after: null }),
    },
    { key: 'merge', label: '合并…', disabled: !sameLevel, onClick: () => act({ kind: 'merge', nodes }) },
    {
      key: 'split',
      label: '拆分…',
      disabled: nodes.length > 1,
      onClick: () => act({ kind: 'split', node: first }),
    },
    { type: 'divider' },
    { key: 'close', label: '撤销机构…', onClick: () => act({ kind: 'close', nodes }) },
    { key: 'remove', label: '删除(录错的)', danger: true, onClick: () => act({ kind: 'remove', nodes }) },
  ];
}

/** Marks with a tick where all chosen ones carry them. */
export function markItems(
  nodes: OrganizationNode[],
  marks: readonly OrganizationMark[],
  act: (action: Action) => void,
): Items {
  return [
    ...marks.map(({ mark, name }, index) => ({
      key: mark,
      label: `${carriedByAll(nodes, mark) ? '✓ ' : ''}${name}`,
      ...(index < 9 ? { extra: String(index + 1) } : {}),
      onClick: () => act({ kind: 'setMark', nodes, mark }),
    })),
    { type: 'divider' as const },
    { key: 'from', label: '从某日起设置…', onClick: () => act({ kind: 'marksFrom', nodes }) },
    { key: 'manage', label: '管理标记…', onClick: () => act({ kind: 'marks' }) },
  ];
}

export function carriedByAll(nodes: readonly OrganizationNode[], mark: string): boolean {
  return nodes.every((node) => node.marks.includes(mark));
}

/** Levels that the shown tab adds below one. */
export function levelsToAdd(parent: OrganizationNode, kind: 'divisions' | 'memberUnits') {
  return childLevels(parent.level).filter((level) => (level === 'memberUnit') === (kind === 'memberUnits'));
}
