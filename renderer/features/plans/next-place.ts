import type { PlanNode } from '#shared/contract/plans.ts';
import { outlineOf, type Place } from '#shared/rules/plans/tree.ts';

export type LineKind = 'task' | 'heading';

/** A task comes below the heading where the clerk stands, or behind the task; a heading behind the line. */
export function placeOfNext(nodes: readonly PlanNode[], current: PlanNode | null, kind: LineKind): Place {
  const lastBelow = (uid: string | null) =>
    outlineOf(nodes).findLast(({ node }) => node.parentUid === uid)?.node.uid ?? null;
  if (current === null) return { parentUid: null, afterUid: lastBelow(null) };
  if (kind === 'heading') {
    // Behind a task of a heading: the next heading stands beside that one.
    const parent = nodes.find(({ uid }) => uid === current.parentUid);
    const beside = current.heading === null && parent !== undefined ? parent : current;
    return { parentUid: beside.parentUid, afterUid: beside.uid };
  }
  if (current.heading === null) return { parentUid: current.parentUid, afterUid: current.uid };
  return { parentUid: current.uid, afterUid: lastBelow(current.uid) };
}

/** The same in words, as they end a sentence. */
export function whereText(current: PlanNode | null, kind: LineKind): string {
  if (current === null) return '到末尾';
  if (kind === 'task' && current.heading !== null) return `到“${current.heading}”下`;
  return kind === 'heading' ? '' : `到“${current.task?.title ?? ''}”之后`;
}
