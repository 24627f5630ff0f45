import { useId, useImperativeHandle, useRef } from 'react';
import { boxOf, useGeometry } from './geometry.ts';
import { useClipboard } from './hooks/use-clipboard.ts';
import { useContent } from './hooks/use-content.ts';
import { useEditor } from './hooks/use-editor.ts';
import { useKeyboard } from './hooks/use-keyboard.ts';
import { usePointer } from './hooks/use-pointer.ts';
import { useSelection } from './hooks/use-selection.ts';
import { useSteering } from './hooks/use-steering.ts';
import { useViewport } from './hooks/use-viewport.ts';
import { commandWhileEditing } from './model/key-command.ts';
import type { Cell } from './model/range.ts';
import { rangeBetween } from './model/range.ts';
import { selectBlock, selectedRange } from './model/selection.ts';
import { classes } from './parts/classes.ts';
import { GridBody } from './parts/grid-body.tsx';
import { GridHead } from './parts/grid-head.tsx';
import { cellId } from './parts/grid-row.tsx';
import { ResidentField } from './parts/resident-field.tsx';
import { revealTooltip } from './parts/reveal-tooltip.ts';
import { SelectionLayer } from './parts/selection-layer.tsx';
import styles from './sheet-grid.module.css';
import type { SheetCellAddress, SheetColumn, SheetGridProps, SheetRow } from './types.ts';

const NO_LOSS = { beyondEdge: 0, readOnly: 0 };

/**
 * A sheet that is worked in as in Excel: select, type, fill, copy, paste. It holds no data: it shows what `cell`
 * returns and reports what the user wants changed. Fills its parent, which must have a height.
 */
export function SheetGrid<R extends SheetRow, C extends SheetColumn>(props: SheetGridProps<R, C>) {
  const {
    label,
    rows,
    columns,
    leadColumns,
    readOnly = false,
    check,
    onEdit,
    onSelect,
    onActivate,
    onKey,
    ref,
  } = props;
  const gridId = useId();
  const geometry = useGeometry(rows.length, columns, leadColumns);
  const content = useContent(props);
  const scroller = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const viewport = useViewport(scroller, geometry);
  const state = useSelection(rows, columns, onSelect);
  const { active, selection, described } = state;
  const range = selectedRange(selection);
  const editor = useEditor(field, {
    activeCell: described?.active ?? null,
    activeText: content.textAt(active),
    canEdit: content.canEdit(active),
    check: (change) => check?.(change) ?? null,
    onBegin: () => viewport.show(active, true, true),
    onCommit: (change) => onEdit?.([change], 'type', NO_LOSS),
  });
  const steering = useSteering(state, viewport, {
    bounds: content.bounds,
    pageRows: viewport.pageRows,
    isFilled: content.isFilled,
  });
  const onKeyDown = useKeyboard({ content, state, editor, steering, onKey, onActivate });
  const clipboard = useClipboard(content, state, editor.mode !== null);
  const pointer = usePointer({ geometry, scroller, field, viewport, content, state, editor, onActivate });

  const find = ({ rowKey, columnKey }: SheetCellAddress): Cell | null => {
    const row = rows.findIndex((candidate) => candidate.key === rowKey);
    const column = columns.findIndex((candidate) => candidate.key === columnKey);
    return row < 0 || column < 0 ? null : { row, column };
  };
  useImperativeHandle(ref, () => ({
    focus: editor.focus,
    scrollTo: (address) => {
      const cell = find(address);
      if (cell) viewport.show(cell, true, true);
    },
    select: (from, to = from) => {
      const [first, last] = [find(from), find(to)];
      if (!first || !last) return;
      editor.commit();
      steering.selectAndShow(selectBlock(first, last));
    },
    addressAt: (point) => {
      const { area, cell: under } = pointer.hitUnder(point);
      const [row, column] = [rows[under.row], columns[under.column]];
      const isCell = area === 'body' && row !== undefined && column !== undefined;
      return isCell ? { rowKey: row.key, columnKey: column.key } : null;
    },
    enter: (text, stroke) => {
      editor.focus();
      const command = commandWhileEditing(stroke, 'replace');
      if (editor.offer(text) && command?.kind === 'commit-and-walk') steering.walkOn(command.walk);
    },
  }));

  const gridAttributes = {
    id: gridId,
    role: 'grid',
    'aria-label': label,
    'aria-rowcount': geometry.headLayout.levels + rows.length,
    'aria-colcount': leadColumns.length + columns.length,
    'aria-multiselectable': true,
    'aria-readonly': readOnly,
  };
  const isActiveDrawn =
    active.row >= viewport.rows.first &&
    active.row <= viewport.rows.last &&
    active.column >= viewport.columns.first &&
    active.column <= viewport.columns.last;

  return (
    <div
      role="presentation"
      className={classes(
        styles.root,
        viewport.isScrolledAcross && styles.scrolledAcross,
        viewport.isScrolledDown && styles.scrolledDown,
      )}
      onPointerOver={revealTooltip}
      {...pointer.handlers}
    >
      <div
        ref={scroller}
        role="presentation"
        tabIndex={-1}
        className={styles.scroller}
        style={{ scrollPadding: `${geometry.headHeight}px 0 0 ${geometry.leadWidth}px` }}
        onScroll={() => {
          viewport.onScroll();
          pointer.followScroll();
        }}
      >
        <div
          role="presentation"
          className={styles.canvas}
          style={{ width: geometry.canvasWidth, height: geometry.canvasHeight }}
        >
          <table {...gridAttributes} className={styles.table}>
            <GridHead
              geometry={geometry}
              leadColumns={leadColumns}
              firstColumn={viewport.columns.first}
              lastColumn={viewport.columns.last}
              firstSelected={range.left}
              lastSelected={range.right}
            />
            <GridBody
              gridId={gridId}
              geometry={geometry}
              rows={rows}
              columns={columns}
              leadColumns={leadColumns}
              content={content}
              viewport={viewport}
              range={range}
              active={active}
            />
          </table>
          {described && (
            <SelectionLayer
              geometry={geometry}
              range={range}
              fillTarget={pointer.fillTarget}
              hasHandle={!readOnly && editor.mode === null}
            />
          )}
          <ResidentField
            field={field}
            scroller={scroller}
            label={label}
            gridId={gridId}
            activeCellId={described && isActiveDrawn ? cellId(gridId, active.row, active.column) : undefined}
            isReadOnly={!described || !content.canEdit(active)}
            editor={editor}
            box={boxOf(rangeBetween(active, active), geometry)}
            maxWidth={Math.min(420, viewport.bodyWidth)}
            maxHeight={Math.min(240, viewport.bodyHeight)}
            onKeyDown={onKeyDown}
            {...clipboard}
          />
        </div>
      </div>
    </div>
  );
}
