import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import { type Action, carriedByAll } from './actions.ts';
import type { TreeIndex } from './model/tree-index.ts';

/** Actions that need no dialog: they are done at once and can be taken back. */
export function useDirectActions(): (action: Action, page: { index: TreeIndex }) => boolean {
  const setMarks = useOperation(client.organizations.setMarks, {
    undoable: true,
    success: ({ changed }, { add }) => `${changed} 个机构已${add.length > 0 ? '设置' : '去掉'}标记`,
  });
  const move = useOperation(client.organizations.move, { undoable: true, success: '已调整顺序' });
  const remove = useOperation(client.organizations.remove, {
    undoable: true,
    success: ({ removed }) => `已删除 ${removed} 个机构`,
  });
  const addVillages = useOperation(client.organizations.addVillages, {
    undoable: true,
    success: ({ added }) => (added === 0 ? '区划库里没有更多的村(社区)' : `已补充 ${added} 个村(社区)`),
  });
  const confirm = useConfirm();

  return (action, { index }) => {
    switch (action.kind) {
      case 'setMark': {
        const { nodes, mark } = action;
        const takesOff = carriedByAll(nodes, mark);
        const marks = takesOff ? { add: [], remove: [mark] } : { add: [mark], remove: [] };
        void setMarks.run({ uids: uidsOf(nodes), ...marks, from: null, document: '' });
        return true;
      }
      case 'move': {
        const { nodes, parentUid, after } = action;
        if (parentUid === null || nodes.some((node) => node.parentUid !== parentUid)) return false;
        void move.run({ uids: uidsOf(nodes), parentUid, after, from: null, document: '' });
        return true;
      }
      case 'addVillages':
        void addVillages.run({ townshipUids: uidsOf(action.nodes) });
        return true;
      case 'remove':
        void removeAll(action.nodes, index);
        return true;
      default:
        return false;
    }
  };

  async function removeAll(nodes: OrganizationNode[], index: TreeIndex): Promise<void> {
    const below = nodes.reduce((sum, node) => sum + countBelow(index, node.uid), 0);
    const agreed =
      below === 0 ||
      (await confirm({
        title: `连同下级一起删除?`,
        consequence: `下面还有 ${below} 个下级机构，会一起删除。机构真的被撤销了请用“撤销机构”，历史会保留。`,
        verb: '删除',
      }));
    if (agreed) await remove.run({ uids: uidsOf(nodes), withDescendants: below > 0 });
  }
}

export function countBelow(index: TreeIndex, uid: string): number {
  return index.childrenOf(uid).reduce((sum, child) => sum + 1 + countBelow(index, child.uid), 0);
}

function uidsOf(nodes: readonly OrganizationNode[]): string[] {
  return nodes.map((node) => node.uid);
}
