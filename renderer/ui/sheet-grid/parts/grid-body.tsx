import type { Geometry } from '../geometry.ts';
import type { Content } from '../hooks/use-content.ts';
import type { Viewport } from '../hooks/use-viewport.ts';
import type { Cell, Range } from '../model/range.ts';
import styles from '../sheet-grid.module.css';
import type { SheetColumn, SheetLeadColumn, SheetRow } from '../types.ts';
import { GridRow } from './grid-row.tsx';

interface GridBodyProps {
  gridId: string;
  geometry: Geometry;
  rows: readonly SheetRow[];
  columns: readonly SheetColumn[];
  leadColumns: readonly SheetLeadColumn[];
  content: Content;
  viewport: Viewport;
  range: Range;
  active: Cell;
}

const NOTHING_SELECTED = { first: 0, last: -1 };

export function GridBody(props: GridBodyProps) {
  const { rows, columns, content, viewport, range, active } = props;
  const visible = rows.slice(viewport.rows.first, viewport.rows.last + 1);
  return (
    <tbody className={styles.body}>
      {visible.map(({ key }, position) => {
        const index = viewport.rows.first + position;
        const isSelected = range.top <= index && index <= range.bottom;
        const selected = isSelected ? { first: range.left, last: range.right } : NOTHING_SELECTED;
        return (
          <GridRow
            key={key}
            gridId={props.gridId}
            index={index}
            geometry={props.geometry}
            columns={columns}
            leadColumns={props.leadColumns}
            viewAt={content.viewAt}
            leadViewAt={content.leadViewAt}
            firstColumn={viewport.columns.first}
            lastColumn={viewport.columns.last}
            firstSelected={selected.first}
            lastSelected={selected.last}
            activeColumn={active.row === index ? active.column : -1}
          />
        );
      })}
    </tbody>
  );
}
