import type { RefObject } from 'react';
import { useCallback, useLayoutEffect, useState } from 'react';
import type { Geometry } from '../geometry.ts';
import type { Cell } from '../model/range.ts';
import type { TrackWindow } from '../model/track.ts';
import { scrollToShow, trackAt, windowOf } from '../model/track.ts';

const ROW_MARGIN = 4;
const COLUMN_MARGIN = 2;

interface Scroll {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Visible {
  readonly rows: TrackWindow;
  readonly columns: TrackWindow;
  readonly isScrolledAcross: boolean;
  readonly isScrolledDown: boolean;
  /** Room beside the frozen columns and below the head. */
  readonly bodyWidth: number;
  readonly bodyHeight: number;
}

export interface Viewport extends Visible {
  readonly onScroll: () => void;
  /** Scrolls just as far as needed, in the named directions only. */
  readonly show: (cell: Cell, across: boolean, down: boolean) => void;
  /** Whole rows that fit between the head and the lower edge, at least one. */
  readonly pageRows: number;
}

function visibleAt(scroll: Scroll, geometry: Geometry): Visible {
  const bodyWidth = Math.max(0, scroll.width - geometry.leadWidth);
  const bodyHeight = Math.max(0, scroll.height - geometry.headHeight);
  return {
    rows: windowOf(geometry.rowOffsets, scroll.top, bodyHeight, ROW_MARGIN),
    columns: windowOf(geometry.columnOffsets, scroll.left, bodyWidth, COLUMN_MARGIN),
    isScrolledAcross: scroll.left > 0,
    isScrolledDown: scroll.top > 0,
    bodyWidth,
    bodyHeight,
  };
}

function sameWindow(one: TrackWindow, other: TrackWindow): boolean {
  return one.first === other.first && one.last === other.last;
}

function looksTheSame(one: Visible, other: Visible): boolean {
  return (
    sameWindow(one.rows, other.rows) &&
    sameWindow(one.columns, other.columns) &&
    one.isScrolledAcross === other.isScrolledAcross &&
    one.isScrolledDown === other.isScrolledDown &&
    one.bodyWidth === other.bodyWidth &&
    one.bodyHeight === other.bodyHeight
  );
}

/** Follows the scroller, but redraws only when other rows or columns must be drawn. */
export function useViewport(scroller: RefObject<HTMLDivElement | null>, geometry: Geometry): Viewport {
  const [scroll, setScroll] = useState<Scroll>({ left: 0, top: 0, width: 0, height: 0 });
  const visible = visibleAt(scroll, geometry);

  const measure = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height } = element;
    const next = { left, top, width, height };
    setScroll((last) => (looksTheSame(visibleAt(last, geometry), visibleAt(next, geometry)) ? last : next));
  }, [scroller, geometry]);

  // An observer reports once at its start: also after a change of columns, which may have moved the scroll position.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, measure]);

  const show = (cell: Cell, across: boolean, down: boolean) => {
    const element = scroller.current;
    if (!element) return;
    const { rowOffsets, columnOffsets } = geometry;
    const { bodyWidth, bodyHeight } = visible;
    const { scrollTop, scrollLeft } = element;
    element.scrollTo({
      top: down ? scrollToShow(rowOffsets, cell.row, scrollTop, bodyHeight) : scrollTop,
      left: across ? scrollToShow(columnOffsets, cell.column, scrollLeft, bodyWidth) : scrollLeft,
    });
    measure();
  };

  const pageRows = Math.max(1, trackAt(geometry.rowOffsets, visible.bodyHeight));
  return { ...visible, onScroll: measure, show, pageRows };
}
