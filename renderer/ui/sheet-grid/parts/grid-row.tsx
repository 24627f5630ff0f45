import { memo } from 'react';
import type { Geometry } from '../geometry.ts';
import { offsetAt, spanOf } from '../model/track.ts';
import styles from '../sheet-grid.module.css';
import type { SheetCellView, SheetColumn, SheetLeadColumn } from '../types.ts';
import { GridCell } from './grid-cell.tsx';
import { LeadCell } from './lead-cell.tsx';

interface GridRowProps {
  gridId: string;
  index: number;
  geometry: Geometry;
  columns: readonly SheetColumn[];
  leadColumns: readonly SheetLeadColumn[];
  viewAt: (row: number, column: number) => SheetCellView;
  leadViewAt: (row: number, column: SheetLeadColumn) => SheetCellView;
  firstColumn: number;
  lastColumn: number;
  /** Selected columns of this row; last < first when none is. */
  firstSelected: number;
  lastSelected: number;
  /** Column of the active cell if it lies in this row, otherwise -1. */
  activeColumn: number;
}

export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-${row}-${column}`;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { gridId, index, geometry, columns, leadColumns, viewAt, leadViewAt } = props;
  const { firstColumn, lastColumn, firstSelected, lastSelected, activeColumn } = props;
  const { columnOffsets, rowOffsets, leadWidth, headHeight, headLayout } = geometry;
  return (
    <tr
      aria-rowindex={headLayout.levels + index + 1}
      className={styles.row}
      style={{ top: headHeight + offsetAt(rowOffsets, index), height: spanOf(rowOffsets, index, index) }}
    >
      {leadColumns.map((column, position) => (
        <LeadCell
          key={column.key}
          position={position}
          column={column}
          view={leadViewAt(index, column)}
          geometry={geometry}
          isSelected={firstSelected <= lastSelected}
        />
      ))}
      {columns.slice(firstColumn, lastColumn + 1).map(({ key, align, width }, position) => {
        const column = firstColumn + position;
        const { text, tone, tooltip, badge } = viewAt(index, column);
        return (
          <GridCell
            key={key}
            id={cellId(gridId, index, column)}
            ariaColumn={leadColumns.length + column + 1}
            left={leadWidth + offsetAt(columnOffsets, column)}
            width={width}
            align={align}
            text={text}
            tone={tone}
            tooltip={tooltip}
            badge={badge}
            isSelected={firstSelected <= column && column <= lastSelected}
            isActive={column === activeColumn}
          />
        );
      })}
    </tr>
  );
});
