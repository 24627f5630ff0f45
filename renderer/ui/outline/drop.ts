import { endOfSubtree, outlineOf, type Place, placeOf, type TreeNode } from '#shared/rules/plans/tree.ts';
import type { DropPlace } from '../drop-place.ts';

interface Drop {
  to: Place;
  /** How deep it then stands. */
  level: number;
}

type Outline = ReturnType<typeof outlineOf>;

/**
 * Let go on a line it comes below that one, as the last; in a gap it keeps its level as far as the lines beside the gap
 * allow. What stands below it comes with it.
 * @returns null where it may not stand, or stands already
 */
export function dropOf(
  nodes: readonly TreeNode[],
  draggedUid: string,
  onto: { uid: string; pointed: DropPlace },
): Drop | null {
  const outline = outlineOf(nodes);
  const from = outline.findIndex(({ node }) => node.uid === draggedUid);
  const others = outline.toSpliced(from, endOfSubtree(outline, from) - from);
  const at = others.findIndex(({ node }) => node.uid === onto.uid);
  const [dragged, target] = [outline[from], others[at]];
  if (dragged === undefined || target === undefined) return null;
  const drop =
    onto.pointed === 'on'
      ? { to: lastBelow(others, onto.uid), level: target.level + 1 }
      : inGap(others, onto.pointed === 'before' ? at : at + 1, dragged.level);
  const now = placeOf(nodes, draggedUid);
  return now?.parentUid === drop.to.parentUid && now.afterUid === drop.to.afterUid ? null : drop;
}

function lastBelow(outline: Outline, parentUid: string): Place {
  return {
    parentUid,
    afterUid: outline.findLast(({ node }) => node.parentUid === parentUid)?.node.uid ?? null,
  };
}

/** @param index of the line behind the gap */
function inGap(outline: Outline, index: number, wanted: number): Drop {
  const lowest = outline[index]?.level ?? 0;
  const deepest = Math.max(lowest, outline[index - 1]?.level ?? 0);
  const level = Math.min(Math.max(wanted, lowest), deepest);
  const above = outline.slice(0, index).findLast((line) => line.level <= level);
  if (above === undefined) return { to: { parentUid: null, afterUid: null }, level };
  const isBeside = above.level === level;
  return {
    to: isBeside
      ? { parentUid: above.node.parentUid, afterUid: above.node.uid }
      : { parentUid: above.node.uid, afterUid: null },
    level,
  };
}
