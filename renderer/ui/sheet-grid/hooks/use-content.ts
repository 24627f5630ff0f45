import { useCallback } from 'react';
import type { Bounds, Cell } from '../model/range.ts';
import type { CellWrite } from '../model/writes.ts';
import { editTextOf, settleWrites } from '../model/writes.ts';
import type {
  SheetCellView,
  SheetColumn,
  SheetEditSource,
  SheetGridProps,
  SheetLeadColumn,
  SheetRow,
} from '../types.ts';

const NOTHING: SheetCellView = { text: '' };

/** The host's rows and columns by index, and the one gate through which changes leave the grid. */
export interface Content {
  readonly bounds: Bounds;
  readonly viewAt: (row: number, column: number) => SheetCellView;
  readonly leadViewAt: (row: number, column: SheetLeadColumn) => SheetCellView;
  readonly textAt: (cell: Cell) => string;
  readonly isFilled: (cell: Cell) => boolean;
  readonly canEdit: (cell: Cell) => boolean;
  readonly isDerived: (column: number) => boolean;
  readonly write: (writes: readonly CellWrite[], source: SheetEditSource, beyondEdge?: number) => void;
}

export function useContent<R extends SheetRow, C extends SheetColumn>(props: SheetGridProps<R, C>): Content {
  const { rows, columns, cell, leadCell, readOnly = false, onEdit } = props;
  const bounds = { rows: rows.length, columns: columns.length };

  const viewAt = useCallback(
    (rowIndex: number, columnIndex: number) => {
      const row = rows[rowIndex];
      const column = columns[columnIndex];
      return row && column ? cell(row, column) : NOTHING;
    },
    [rows, columns, cell],
  );
  const leadViewAt = useCallback(
    (rowIndex: number, column: SheetLeadColumn) => {
      const row = rows[rowIndex];
      return row ? leadCell(row, column) : NOTHING;
    },
    [rows, leadCell],
  );

  const write: Content['write'] = (writes, source, beyondEdge = 0) => {
    if (readOnly) return;
    const { changes, loss } = settleWrites(writes, { rows, columns, viewAt }, beyondEdge);
    if (changes.length > 0 || loss.beyondEdge > 0 || loss.readOnly > 0) onEdit?.(changes, source, loss);
  };

  return {
    bounds,
    viewAt,
    leadViewAt,
    textAt: ({ row, column }) => editTextOf(viewAt(row, column)),
    isFilled: ({ row, column }) => viewAt(row, column).text !== '',
    isDerived: (column) => columns[column]?.derived === true,
    canEdit: ({ row, column }) => !readOnly && viewAt(row, column).tone !== 'readonly',
    write,
  };
}
