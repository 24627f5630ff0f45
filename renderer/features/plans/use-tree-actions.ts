import { useRef } from 'react';
import type { PlanNode } from '#shared/contract/plans.ts';
import { type NodeMove, type Place, placeAfterMove, placeOf } from '#shared/rules/plans/tree.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';

/**
 * Moving and removing lines of a plan. One move at a time: the next one is meant from what the page then shows.
 * @param onChanged fetches the plan anew
 */
export function useTreeActions(nodes: readonly PlanNode[], onChanged: () => Promise<unknown>) {
  const isBusy = useRef(false);
  const move = useOperation(client.plans.move);
  const drag = useOperation(client.plans.move, { success: '已调整位置', undoable: true });
  const remove = useOperation(client.plans.removeNode, {
    success: (_, { task }) => (task === 'keep' ? '已移出方案，任务还在“督办任务”里' : '已从方案里删除'),
    undoable: true,
  });

  async function alone(work: () => Promise<unknown>): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    await work();
    await onChanged();
    isBusy.current = false;
  }

  return {
    canMove: (uid: string, direction: NodeMove) => placeAfterMove(nodes, uid, direction) !== null,
    async move(uid: string, direction: NodeMove): Promise<void> {
      const [seen, to] = [placeOf(nodes, uid), placeAfterMove(nodes, uid, direction)];
      if (seen !== null && to !== null) await alone(() => move.run({ uid, to, seen }));
    },
    async drop(uid: string, to: Place): Promise<void> {
      const seen = placeOf(nodes, uid);
      if (seen !== null) await alone(() => drag.run({ uid, to, seen }));
    },
    remove: (uid: string, task: 'keep' | 'remove') => alone(() => remove.run({ uid, task })),
  };
}
