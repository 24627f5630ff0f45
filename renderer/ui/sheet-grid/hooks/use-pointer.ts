import type { MouseEvent, PointerEvent, RefObject } from 'react';
import { useRef, useState } from 'react';
import type { Geometry } from '../geometry.ts';
import { fillFrom, stretchTo } from '../model/fill.ts';
import { spanAt } from '../model/head-layout.ts';
import type { Hit, Point } from '../model/hit.ts';
import { hitAt } from '../model/hit.ts';
import type { Range } from '../model/range.ts';
import { rangeContains } from '../model/range.ts';
import {
  extendTo,
  selectAll,
  selectBlock,
  selectCell,
  selectColumns,
  selectedRange,
  selectRows,
} from '../model/selection.ts';
import type { SheetCellAddress } from '../types.ts';
import type { Content } from './use-content.ts';
import { useEdgeScroll } from './use-edge-scroll.ts';
import type { Editor } from './use-editor.ts';
import type { SelectionState } from './use-selection.ts';
import type { Viewport } from './use-viewport.ts';

type Drag =
  | { readonly kind: 'cells' }
  | { readonly kind: 'rows'; readonly from: number }
  | { readonly kind: 'columns'; readonly from: number; readonly to: number }
  | { readonly kind: 'fill'; readonly source: Range };

interface PointerOptions {
  readonly geometry: Geometry;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly viewport: Viewport;
  readonly content: Content;
  readonly state: SelectionState;
  readonly editor: Editor;
  readonly onActivate: ((cell: SheetCellAddress) => void) | undefined;
}

interface PointerHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onMouseDown: (event: MouseEvent<HTMLDivElement>) => void;
  readonly onDoubleClick: (event: MouseEvent<HTMLDivElement>) => void;
}

type PointOfWindow = Pick<MouseEvent, 'clientX' | 'clientY'>;

interface PointerState {
  readonly handlers: PointerHandlers;
  /** What letting go of the fill handle would cover. */
  readonly fillTarget: Range | null;
  /** To be called when the sheet has scrolled under a resting pointer. */
  readonly followScroll: () => void;
  readonly hitUnder: (point: PointOfWindow) => Hit;
}

const PRIMARY_BUTTON = 0;
const SECONDARY_BUTTON = 2;

export function usePointer(options: PointerOptions): PointerState {
  const { geometry, scroller, field, viewport, content, state, editor, onActivate } = options;
  const { selection, select } = state;
  const range = selectedRange(selection);
  const drag = useRef<Drag | null>(null);
  const lastPoint = useRef<Point>({ x: 0, y: 0 });
  const [fillTarget, setFillTarget] = useState<Range | null>(null);
  const edgeScroll = useEdgeScroll(scroller, { left: geometry.leadWidth, top: geometry.headHeight });

  const pointOf = (event: PointOfWindow): Point => {
    const box = scroller.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };

  const hit = (point: Point): Hit => {
    const { scrollLeft = 0, scrollTop = 0 } = scroller.current ?? {};
    return hitAt(point, { x: scrollLeft, y: scrollTop }, geometry);
  };

  const startOnColumns = ({ cell, headLevel }: Hit, isExtending: boolean): Drag => {
    const { from, to } = isExtending
      ? { from: selection.active.column, to: selection.active.column }
      : (spanAt(geometry.headLayout, headLevel, cell.column) ?? { from: cell.column, to: cell.column });
    select(selectColumns(from, isExtending ? cell.column : to, content.bounds));
    return { kind: 'columns', from, to };
  };

  const startOnRows = ({ cell }: Hit, isExtending: boolean): Drag => {
    const from = isExtending ? selection.active.row : cell.row;
    select(selectRows(from, cell.row, content.bounds));
    return { kind: 'rows', from };
  };

  const startOnCells = ({ cell }: Hit, isExtending: boolean): Drag => {
    select(isExtending ? extendTo(selection, cell) : selectCell(cell));
    if (!isExtending) viewport.show(cell, true, true);
    return { kind: 'cells' };
  };

  const start = (found: Hit, isExtending: boolean): Drag | null => {
    switch (found.area) {
      case 'corner':
        select(selectAll(selection, content.bounds));
        return null;
      case 'head':
        return startOnColumns(found, isExtending);
      case 'lead':
        return startOnRows(found, isExtending);
      default:
        return startOnCells(found, isExtending);
    }
  };

  const follow = (current: Drag) => {
    const { cell } = hit(lastPoint.current);
    switch (current.kind) {
      case 'cells':
        select(extendTo(selection, cell));
        break;
      case 'rows':
        select(selectRows(current.from, cell.row, content.bounds));
        break;
      case 'columns': {
        const isBackward = cell.column < current.from;
        const [from, to] = isBackward
          ? [current.to, cell.column]
          : [current.from, Math.max(current.to, cell.column)];
        select(selectColumns(from, to, content.bounds));
        break;
      }
      case 'fill':
        setFillTarget(stretchTo(current.source, cell));
        break;
    }
  };

  const finishFill = (source: Range, target: Range) => {
    const { top, left, bottom, right } = target;
    select(selectBlock({ row: top, column: left }, { row: bottom, column: right }));
    content.write(fillFrom(source, target, content.textAt), 'fill');
  };

  const finish = (isMeant: boolean) => {
    const current = drag.current;
    drag.current = null;
    edgeScroll.stop();
    setFillTarget(null);
    if (isMeant && current?.kind === 'fill' && fillTarget) finishFill(current.source, fillTarget);
  };

  const isOnSheet = (event: MouseEvent) => {
    const element = scroller.current;
    const point = pointOf(event);
    const isOnScrollbar = !element || point.x >= element.clientWidth || point.y >= element.clientHeight;
    return !isOnScrollbar && state.described !== null && event.target !== field.current;
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const isPrimary = event.button === PRIMARY_BUTTON;
    if (!isOnSheet(event) || !(isPrimary || event.button === SECONDARY_BUTTON)) return;
    editor.commit();
    lastPoint.current = pointOf(event);
    if (event.target instanceof Element && event.target.hasAttribute('data-fill-handle')) {
      drag.current = { kind: 'fill', source: range };
    } else {
      const found = hit(lastPoint.current);
      if (!isPrimary && rangeContains(range, found.cell)) return;
      drag.current = start(found, event.shiftKey);
    }
    if (isPrimary) event.currentTarget.setPointerCapture(event.pointerId);
    else drag.current = null;
  };

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const current = drag.current;
    if (!current) return;
    lastPoint.current = pointOf(event);
    follow(current);
    edgeScroll.start(lastPoint.current, current.kind !== 'rows', current.kind !== 'columns');
  };

  // Focus changes with the mouse event, not with the pointer event: the field must keep it.
  const onMouseDown = (event: MouseEvent<HTMLDivElement>) => {
    if (!isOnSheet(event)) return;
    event.preventDefault();
    editor.focus();
  };

  const onDoubleClick = (event: MouseEvent<HTMLDivElement>) => {
    if (!isOnSheet(event) || hit(pointOf(event)).area !== 'body') return;
    if (content.canEdit(state.active)) editor.editInPlace();
    else if (state.described) onActivate?.(state.described.active);
  };

  return {
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp: () => finish(true),
      onPointerCancel: () => finish(false),
      onMouseDown,
      onDoubleClick,
    },
    fillTarget,
    followScroll: () => {
      if (drag.current) follow(drag.current);
    },
    hitUnder: (point) => hit(pointOf(point)),
  };
}
