import type { PlanNode } from '#shared/contract/plans.ts';
import type { Place } from '#shared/rules/plans/tree.ts';
import { placeOfNext as placeInOutline } from '#renderer/ui/outline/next-place.ts';

export type LineKind = 'task' | 'heading';

/** A task comes below the heading where the clerk stands, or behind the task; a heading behind the line. */
export function placeOfNext(nodes: readonly PlanNode[], current: PlanNode | null, kind: LineKind): Place {
  const line = current === null ? null : { ...current, isHeading: current.heading !== null };
  return placeInOutline(nodes, line, kind === 'heading' ? 'heading' : 'line');
}

/** The same in words, as they end a sentence. */
export function whereText(current: PlanNode | null, kind: LineKind): string {
  if (current === null) return '到末尾';
  if (kind === 'task' && current.heading !== null) return `到“${current.heading}”下`;
  return kind === 'heading' ? '' : `到“${current.task?.title ?? ''}”之后`;
}
