import { memo } from 'react';
import styles from '../sheet-grid.module.css';
import type { SheetAlign, SheetTone } from '../types.ts';
import { classes } from './classes.ts';

interface GridCellProps {
  id: string;
  ariaColumn: number;
  left: number;
  width: number;
  align: SheetAlign | undefined;
  text: string;
  tone: SheetTone | undefined;
  tooltip: string | undefined;
  badge: string | undefined;
  isSelected: boolean;
  isActive: boolean;
}

/** Takes plain values only, so that a redrawn row costs no more than its changed cells. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { id, left, width, align = 'left', text, tone = 'normal', badge, isSelected, isActive } = props;
  return (
    <td
      id={id}
      aria-colindex={props.ariaColumn}
      aria-selected={isSelected}
      aria-invalid={tone === 'error' || undefined}
      title={props.tooltip}
      className={classes(
        styles.cell,
        styles.dataCell,
        styles[align],
        styles[tone],
        isActive && styles.active,
      )}
      style={{ left, width }}
    >
      {badge !== undefined && <span className={styles.badge}>{badge}</span>}
      <span className={styles.label} data-label="">
        {text}
      </span>
    </td>
  );
});
