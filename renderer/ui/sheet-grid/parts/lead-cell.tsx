import type { Geometry } from '../geometry.ts';
import { offsetAt } from '../model/track.ts';
import styles from '../sheet-grid.module.css';
import type { SheetCellView, SheetLeadColumn } from '../types.ts';
import { classes } from './classes.ts';

interface LeadCellProps {
  position: number;
  column: SheetLeadColumn;
  view: SheetCellView;
  geometry: Geometry;
  isSelected: boolean;
}

/** A frozen cell at the start of a row. */
export function LeadCell({ position, column, view, geometry, isSelected }: LeadCellProps) {
  const { text, tone = 'normal', tooltip, badge } = view;
  const isLast = position === geometry.leadOffsets.length - 2;
  return (
    <th
      scope="row"
      aria-colindex={position + 1}
      title={tooltip}
      className={classes(
        styles.cell,
        styles.leadCell,
        isLast && styles.leadEdge,
        styles[column.align ?? 'left'],
        styles[tone],
        isSelected && styles.marked,
      )}
      style={{ left: offsetAt(geometry.leadOffsets, position), width: column.width }}
    >
      {badge !== undefined && <span className={styles.badge}>{badge}</span>}
      <span className={styles.label} data-label="">
        {text}
      </span>
    </th>
  );
}
