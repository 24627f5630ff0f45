import { useRef } from 'react';
import {
  type NodeMove,
  type Place,
  placeAfterMove,
  placeOf,
  type TreeNode,
} from '#shared/rules/plans/tree.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';

interface MoveInput {
  uid: string;
  to: Place;
  seen: Place;
}

interface TreeMovesOptions {
  /** The operation that moves one line. */
  move: Parameters<typeof useOperation<MoveInput, { uid: string }>>[0];
  /** Fetches the tree anew. */
  onChanged: () => Promise<unknown>;
  /** Whether lines may stand below this one; all may without it. */
  mayHold?: (uid: string) => boolean;
}

/** Moving the lines of a tree. One move at a time: the next one is meant from what the page then shows. */
export function useTreeMoves(nodes: readonly TreeNode[], options: TreeMovesOptions) {
  const { move: procedure, onChanged, mayHold } = options;
  const isBusy = useRef(false);
  const move = useOperation(procedure);
  const drag = useOperation(procedure, { success: '已调整位置', undoable: true });

  async function alone(work: () => Promise<unknown>): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    await work();
    await onChanged();
    isBusy.current = false;
  }

  function placeOfMove(uid: string, direction: NodeMove): Place | null {
    const to = placeAfterMove(nodes, uid, direction);
    const isRefused = to !== null && to.parentUid !== null && mayHold?.(to.parentUid) === false;
    return isRefused ? null : to;
  }

  return {
    alone,
    canMove: (uid: string, direction: NodeMove) => placeOfMove(uid, direction) !== null,
    async move(uid: string, direction: NodeMove): Promise<void> {
      const [seen, to] = [placeOf(nodes, uid), placeOfMove(uid, direction)];
      if (seen !== null && to !== null) await alone(() => move.run({ uid, to, seen }));
    },
    async drop(uid: string, to: Place): Promise<void> {
      const seen = placeOf(nodes, uid);
      if (seen !== null) await alone(() => drag.run({ uid, to, seen }));
    },
  };
}
