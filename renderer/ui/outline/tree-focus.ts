import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import type { NodeMove } from '#shared/rules/plans/tree.ts';

/** With Alt. */
const moveKeys: Readonly<Record<string, NodeMove>> = {
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
function focusRow(table: HTMLTableElement | null, uid: string | undefined): void {
  if (uid !== undefined) table?.querySelector<HTMLElement>(`tr[data-uid="${uid}"]`)?.focus();
}

interface RowKeys {
  /** Whether lines may be moved. */
  mayEdit: boolean;
  /** The lines beside it, on the screen. */
  above: string | undefined;
  below: string | undefined;
  onMove: (move: NodeMove) => void;
  /** Null: Enter does nothing here. */
  onEnter: (() => void) | null;
}

/** What the keys do on a line that has the focus. @returns whether this was one of them */
export function takeRowKey(
  event: KeyboardEvent<HTMLElement>,
  table: HTMLTableElement | null,
  { mayEdit, above, below, onMove, onEnter }: RowKeys,
): boolean {
  if (event.target !== event.currentTarget) return false;
  const move = moveKeys[event.key];
  if (move !== undefined && event.altKey && mayEdit) onMove(move);
  else if (event.key === 'ArrowUp') focusRow(table, above);
  else if (event.key === 'ArrowDown') focusRow(table, below);
  else if (event.key === 'Enter' && onEnter !== null) onEnter();
  else return false;
  // Else the same key would submit the dialog that it opens, or scroll the page.
  event.preventDefault();
  return true;
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
