import type { Ref } from 'react';

export type SheetAlign = 'left' | 'center' | 'right';

/** 'readonly' is more than a look: typing, pasting, filling and clearing pass such a cell by. */
export type SheetTone = 'normal' | 'muted' | 'warning' | 'error' | 'changed' | 'readonly';

export interface SheetRow {
  readonly key: string;
}

export interface SheetColumnGroup {
  readonly key: string;
  readonly title: string;
  readonly tooltip?: string | undefined;
}

/** A frozen column at the left edge: read only, part of the row's head. Width in CSS pixels. */
export interface SheetLeadColumn {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly align?: SheetAlign | undefined;
  readonly tooltip?: string | undefined;
}

export interface SheetColumn extends SheetLeadColumn {
  /** Groups above the title, outermost first. Neighbours with the same groups share their head. */
  readonly groups?: readonly SheetColumnGroup[] | undefined;
  /** Worked out from the columns before it: a pasted block may come with it or without. */
  readonly derived?: boolean | undefined;
}

export interface SheetCellView {
  readonly text: string;
  /** What is edited and copied, in full precision; the shown text when absent. */
  readonly editText?: string | undefined;
  readonly tone?: SheetTone | undefined;
  readonly tooltip?: string | undefined;
  /** One or two characters shown small beside the text. */
  readonly badge?: string | undefined;
}

export interface SheetCellAddress {
  readonly rowKey: string;
  readonly columnKey: string;
}

export interface SheetChange extends SheetCellAddress {
  readonly text: string;
}

export type SheetEditSource = 'type' | 'paste' | 'fill' | 'clear' | 'cut';

/** Cells that an action meant to write but did not. */
export interface SheetEditLoss {
  /** Pasted cells that lay beyond the last row or column. */
  readonly beyondEdge: number;
  readonly readOnly: number;
}

export interface SheetGridSelection {
  readonly active: SheetCellAddress;
  readonly rowKeys: readonly string[];
  readonly columnKeys: readonly string[];
}

export interface SheetKeyStroke {
  /** As in KeyboardEvent.key. */
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export interface SheetGridHandle {
  focus: () => void;
  /** Brings the cell into view without selecting it. */
  scrollTo: (cell: SheetCellAddress) => void;
  /** Selects the block between two corners and brings the first one into view. Unknown keys do nothing. */
  select: (from: SheetCellAddress, to?: SheetCellAddress) => void;
  /** The cell of the body under a point of the window; null: there is none. */
  addressAt: (point: { clientX: number; clientY: number }) => SheetCellAddress | null;
  /** As if the text had been typed into the active cell and ended with this key. */
  enter: (text: string, stroke: SheetKeyStroke) => void;
}

export interface SheetGridProps<R extends SheetRow, C extends SheetColumn> {
  /** Accessible name of the grid. */
  label: string;
  rows: readonly R[];
  columns: readonly C[];
  leadColumns: readonly SheetLeadColumn[];
  /** Keep the function's identity while nothing changed (useCallback): a new one redraws what is visible. */
  cell: (row: R, column: C) => SheetCellView;
  leadCell: (row: R, column: SheetLeadColumn) => SheetCellView;
  readOnly?: boolean;
  /** Why a typed text cannot be taken, in Chinese: the cell then stays open with it. Null: it can. */
  check?: (change: SheetChange) => string | null;
  /** Called once per user action, never with cells whose text stays the same. */
  onEdit?: (changes: readonly SheetChange[], source: SheetEditSource, loss: SheetEditLoss) => void;
  onSelect?: (selection: SheetGridSelection) => void;
  /** F2 or double-click on a cell that cannot be edited here. */
  onActivate?: (cell: SheetCellAddress) => void;
  /**
   * The host's own keys on a selection, asked before the grid's, never while a cell is edited. True: dealt with.
   * An input method swallows such keys, so a host should understand the same sign as entered text too.
   */
  onKey?: (stroke: SheetKeyStroke, selection: SheetGridSelection) => boolean;
  ref?: Ref<SheetGridHandle>;
}
