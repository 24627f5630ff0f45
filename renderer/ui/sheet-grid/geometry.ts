import { useMemo } from 'react';
import type { HeadLayout } from './model/head-layout.ts';
import { layOutHead } from './model/head-layout.ts';
import type { Range } from './model/range.ts';
import type { Offsets } from './model/track.ts';
import { offsetAt, offsetsOf, spanOf, totalOf } from './model/track.ts';
import type { SheetColumn, SheetLeadColumn } from './types.ts';

const ROW_HEIGHT = 28;
const GROUP_HEIGHT = 28;
const TITLE_HEIGHT = 40;
/** Free strip behind the last row and column, so that the fill handle is not cut off. */
const END_MARGIN = 8;

/** All measures of the sheet in CSS pixels. */
export interface Geometry {
  readonly rowOffsets: Offsets;
  readonly columnOffsets: Offsets;
  readonly leadOffsets: Offsets;
  readonly leadWidth: number;
  readonly headLayout: HeadLayout;
  readonly headOffsets: Offsets;
  readonly headHeight: number;
  readonly canvasWidth: number;
  readonly canvasHeight: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a block of cells lies on the canvas that scrolls. */
export function boxOf(range: Range, geometry: Geometry): Box {
  const { rowOffsets, columnOffsets, leadWidth, headHeight } = geometry;
  return {
    left: leadWidth + offsetAt(columnOffsets, range.left),
    top: headHeight + offsetAt(rowOffsets, range.top),
    width: spanOf(columnOffsets, range.left, range.right),
    height: spanOf(rowOffsets, range.top, range.bottom),
  };
}

function measure(
  rowCount: number,
  columns: readonly SheetColumn[],
  leadColumns: readonly SheetLeadColumn[],
): Geometry {
  const headLayout = layOutHead(columns);
  const groupHeights = Array.from({ length: headLayout.levels - 1 }, () => GROUP_HEIGHT);
  const headOffsets = offsetsOf([...groupHeights, TITLE_HEIGHT]);
  const rowOffsets = offsetsOf(Array.from({ length: rowCount }, () => ROW_HEIGHT));
  const columnOffsets = offsetsOf(columns.map((column) => column.width));
  const leadOffsets = offsetsOf(leadColumns.map((column) => column.width));
  const leadWidth = totalOf(leadOffsets);
  const headHeight = totalOf(headOffsets);
  return {
    rowOffsets,
    columnOffsets,
    leadOffsets,
    leadWidth,
    headLayout,
    headOffsets,
    headHeight,
    canvasWidth: leadWidth + totalOf(columnOffsets) + END_MARGIN,
    canvasHeight: headHeight + totalOf(rowOffsets) + END_MARGIN,
  };
}

export function useGeometry(
  rowCount: number,
  columns: readonly SheetColumn[],
  leadColumns: readonly SheetLeadColumn[],
): Geometry {
  return useMemo(() => measure(rowCount, columns, leadColumns), [rowCount, columns, leadColumns]);
}
