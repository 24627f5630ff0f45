import type { PlanNode } from '#shared/contract/plans.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useTreeMoves } from '#renderer/ui/outline/use-tree-moves.ts';

/**
 * Moving and removing lines of a plan.
 * @param onChanged fetches the plan anew
 */
export function useTreeActions(nodes: readonly PlanNode[], onChanged: () => Promise<unknown>) {
  const moves = useTreeMoves(nodes, { move: client.plans.move, onChanged });
  const remove = useOperation(client.plans.removeNode, {
    success: (_, { task }) => (task === 'keep' ? '已移出方案，任务还在“督办任务”里' : '已从方案里删除'),
    undoable: true,
  });
  return {
    ...moves,
    remove: (uid: string, task: 'keep' | 'remove') => moves.alone(() => remove.run({ uid, task })),
  };
}
