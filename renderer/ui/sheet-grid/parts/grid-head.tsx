import { memo } from 'react';
import type { Geometry } from '../geometry.ts';
import type { HeadSpan } from '../model/head-layout.ts';
import { offsetAt, spanOf } from '../model/track.ts';
import styles from '../sheet-grid.module.css';
import type { SheetLeadColumn } from '../types.ts';
import { classes } from './classes.ts';

interface GridHeadProps {
  geometry: Geometry;
  leadColumns: readonly SheetLeadColumn[];
  firstColumn: number;
  lastColumn: number;
  firstSelected: number;
  lastSelected: number;
}

function LeadHeads({ geometry, leadColumns }: Pick<GridHeadProps, 'geometry' | 'leadColumns'>) {
  return leadColumns.map(({ key, title, tooltip, width }, position) => (
    <th
      key={key}
      scope="col"
      aria-colindex={position + 1}
      aria-rowspan={geometry.headLayout.levels}
      title={tooltip}
      className={classes(
        styles.headCell,
        styles.leadHead,
        position === leadColumns.length - 1 && styles.leadEdge,
      )}
      style={{ left: offsetAt(geometry.leadOffsets, position), width, height: geometry.headHeight }}
    >
      <span className={styles.titleLabel} data-label="">
        {title}
      </span>
    </th>
  ));
}

interface SpanHeadProps {
  span: HeadSpan;
  geometry: Geometry;
  leadCount: number;
  isMarked: boolean;
}

function SpanHead({ span, geometry, leadCount, isMarked }: SpanHeadProps) {
  const { headLayout, headOffsets, columnOffsets, leadWidth } = geometry;
  const isTitle = span.level + span.levels === headLayout.levels;
  return (
    <th
      scope={isTitle ? 'col' : 'colgroup'}
      aria-colindex={leadCount + span.from + 1}
      aria-colspan={span.to - span.from + 1}
      aria-rowspan={span.levels}
      title={span.tooltip}
      className={classes(styles.headCell, styles.spanHead, isMarked && styles.marked)}
      style={{
        left: leadWidth + offsetAt(columnOffsets, span.from),
        top: offsetAt(headOffsets, span.level),
        width: spanOf(columnOffsets, span.from, span.to),
        height: spanOf(headOffsets, span.level, span.level + span.levels - 1),
      }}
    >
      <span
        className={isTitle ? styles.titleLabel : styles.groupLabel}
        // Beside the frozen columns a group's title stays in sight as long as the group does.
        style={isTitle ? undefined : { left: leadWidth + 8 }}
        data-label=""
      >
        {span.title}
      </span>
    </th>
  );
}

export const GridHead = memo(function GridHead(props: GridHeadProps) {
  const { geometry, leadColumns, firstColumn, lastColumn, firstSelected, lastSelected } = props;
  const { levels, spans } = geometry.headLayout;
  const visible = spans.filter((span) => span.from <= lastColumn && span.to >= firstColumn);
  return (
    <thead className={styles.head} style={{ height: geometry.headHeight }}>
      {Array.from({ length: levels }, (_, level) => (
        <tr key={level} aria-rowindex={level + 1} className={styles.headRow}>
          {level === 0 && <LeadHeads geometry={geometry} leadColumns={leadColumns} />}
          {visible
            .filter((span) => span.level === level)
            .map((span) => (
              <SpanHead
                key={span.key}
                span={span}
                geometry={geometry}
                leadCount={leadColumns.length}
                isMarked={firstSelected <= span.from && span.to <= lastSelected}
              />
            ))}
        </tr>
      ))}
    </thead>
  );
});
