import { useEffect, useRef, useState } from 'react';
import type { Cell } from '../model/range.ts';
import type { Selection } from '../model/selection.ts';
import { followKeys, selectCell, selectedRange } from '../model/selection.ts';
import type { SheetColumn, SheetGridSelection, SheetRow } from '../types.ts';

interface Keys {
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
}

interface State {
  readonly selection: Selection;
  readonly runStart: number | null;
  readonly keys: Keys;
}

export interface SelectionState {
  readonly selection: Selection;
  readonly active: Cell;
  /** The column that Enter returns to after a run of Tabs. */
  readonly runStart: number | null;
  readonly select: (selection: Selection, runStart?: number | null) => void;
  /** The selection in the host's terms; null in an empty sheet. */
  readonly described: SheetGridSelection | null;
}

function describe(selection: Selection, { rows, columns }: Keys): SheetGridSelection | null {
  const rowKey = rows[selection.active.row]?.key;
  const columnKey = columns[selection.active.column]?.key;
  if (rowKey === undefined || columnKey === undefined) return null;
  const { top, left, bottom, right } = selectedRange(selection);
  return {
    active: { rowKey, columnKey },
    rowKeys: rows.slice(top, bottom + 1).map((row) => row.key),
    columnKeys: columns.slice(left, right + 1).map((column) => column.key),
  };
}

export function useSelection(
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  onSelect: ((selection: SheetGridSelection) => void) | undefined,
): SelectionState {
  const [state, setState] = useState<State>({
    selection: selectCell({ row: 0, column: 0 }),
    runStart: null,
    keys: { rows, columns },
  });
  let { selection } = state;
  if (state.keys.rows !== rows || state.keys.columns !== columns) {
    const keys = { rows, columns };
    selection = followKeys(selection, state.keys, keys);
    setState({ ...state, selection, keys });
  }

  const described = describe(selection, { rows, columns });
  const notified = useRef('');
  const signature = JSON.stringify([described?.active, selection]);
  // Not by dependencies: a host that passes new arrays or functions must not be told again of the same selection.
  useEffect(() => {
    if (!described || notified.current === signature) return;
    notified.current = signature;
    onSelect?.(described);
  });

  const select = (next: Selection, runStart: number | null = null) =>
    setState((last) => ({ ...last, selection: next, runStart }));
  return { selection, active: selection.active, runStart: state.runStart, select, described };
}
