import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { NodeMove } from '#shared/rules/plans/tree.ts';

/** With Alt. */
export const moveKeys: Readonly<Record<string, NodeMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'indent',
  ArrowLeft: 'outdent',
};

export const moveLabels: Readonly<Record<NodeMove, { label: string; keys: string }>> = {
  up: { label: '上移', keys: 'Alt+↑' },
  down: { label: '下移', keys: 'Alt+↓' },
  indent: { label: '降一级', keys: 'Alt+→' },
  outdent: { label: '升一级', keys: 'Alt+←' },
};

/** The line of a tree whose rows carry `data-uid`. */
export function focusRow(table: HTMLTableElement | null, uid: string | undefined): void {
  if (uid !== undefined) table?.querySelector<HTMLElement>(`tr[data-uid="${uid}"]`)?.focus();
}

/** A line that is moved is taken out of the page for a moment and loses the focus: it gets it back. */
export function useKeptFocus(
  table: RefObject<HTMLTableElement | null>,
  uid: string | null,
  order: string,
): void {
  const before = useRef(order);
  useLayoutEffect(() => {
    if (before.current !== order && document.activeElement === document.body && uid !== null)
      focusRow(table.current, uid);
    before.current = order;
  }, [order, table, uid]);
}
