import type { Geometry } from '../geometry.ts';
import { boxOf } from '../geometry.ts';
import type { Range } from '../model/range.ts';
import styles from '../sheet-grid.module.css';

interface SelectionLayerProps {
  geometry: Geometry;
  range: Range;
  fillTarget: Range | null;
  hasHandle: boolean;
}

/** The frame lies on the grid lines around the cells, one pixel outside at the left and top. */
function frameStyle(range: Range, geometry: Geometry) {
  const { left, top, width, height } = boxOf(range, geometry);
  return { left: left - 1, top: top - 1, width: width + 1, height: height + 1 };
}

export function SelectionLayer({ geometry, range, fillTarget, hasHandle }: SelectionLayerProps) {
  return (
    <div role="presentation" aria-hidden>
      <div className={styles.frame} style={frameStyle(range, geometry)}>
        {hasHandle && <span className={styles.handle} data-fill-handle="" />}
      </div>
      {fillTarget && <div className={styles.fillFrame} style={frameStyle(fillTarget, geometry)} />}
    </div>
  );
}
