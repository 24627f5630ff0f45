import { memo, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { SheetObject } from '#shared/contract/assessment.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import type { IndicatorScore } from '#shared/rules/scoring/result.ts';
import { SheetGrid } from '#renderer/ui/sheet-grid/sheet-grid.tsx';
import type {
  SheetCellView,
  SheetChange,
  SheetEditLoss,
  SheetEditSource,
  SheetGridHandle,
  SheetGridSelection,
  SheetKeyStroke,
  SheetLeadColumn,
} from '#renderer/ui/sheet-grid/types.ts';
import type { CellEdit, CellRef, ScoreBook } from '../book/score-book.ts';
import { useBookVersion } from '../book/use-score-book.ts';
import type { FrameIndex } from '../frame-index.ts';
import type { DeductionsByCell } from '../../deductions/index.ts';
import type { ObjectionsByCell } from '../../objections/index.ts';
import { cellView, withBeneath, withObjection, withWaiting } from './cell-view.ts';
import { leadColumns, type ScoreColumn, scoreColumns } from './columns.ts';
import { leadView } from './lead-view.ts';
import { problemOf, readEdits } from './read-edits.ts';
import styles from './score-grid.module.css';
import { subtotalViews } from './subtotal-view.ts';
import { useEditBase } from './use-edit-base.ts';

interface ScoreGridProps {
  book: ScoreBook;
  index: FrameIndex;
  deductions: DeductionsByCell;
  objections: ObjectionsByCell;
  readOnly: boolean;
  handle: RefObject<SheetGridHandle | null>;
  onEdits: (edits: readonly CellEdit[], problems: readonly string[], loss: SheetEditLoss) => void;
  onSelect: (selection: SheetGridSelection) => void;
  onKey: (stroke: SheetKeyStroke, selection: SheetGridSelection) => boolean;
}

type ObjectRow = SheetObject & { key: string };

/** Objects × indicators, worked in as in Excel. */
export const ScoreGrid = memo(function ScoreGrid(props: ScoreGridProps) {
  const { book, index, deductions, objections, readOnly, handle, onEdits, onSelect, onKey } = props;
  const { frame } = book;
  const version = useBookVersion(book);
  const rows = useMemo(() => frame.objects.map((object) => ({ ...object, key: object.uid })), [frame]);
  const columns = useMemo(() => scoreColumns(frame), [frame]);
  const looks = useMemo(() => new WeakMap<IndicatorScore, SheetCellView>(), []);
  const views = useMemo(
    () => gridViews({ book, index, deductions, objections }, looks, version),
    [book, deductions, index, looks, objections, version],
  );
  const active = useRef<CellRef | null>(null);
  const base = useEditBase(
    book,
    useCallback(() => active.current, []),
  );

  useEffect(() => handle.current?.focus(), [handle]);

  function edit(changes: readonly SheetChange[], source: SheetEditSource, loss: SheetEditLoss): void {
    const typed = changes.map(({ rowKey, columnKey, text }) => ({
      objectUid: rowKey,
      indicatorUid: columnKey,
      text,
    }));
    const { edits, problems } = readEdits(book, index, typed);
    const based = source === 'type' ? edits.map((one) => withBase(one, base.baseOf(one))) : edits;
    onEdits(based, problems, loss);
  }

  return (
    <div className={styles.place} role="presentation" {...base.watch}>
      <SheetGrid<ObjectRow, ScoreColumn>
        ref={handle}
        label={`${frame.name}评分表`}
        rows={rows}
        columns={columns}
        leadColumns={leadColumns}
        cell={views.cell}
        leadCell={views.leadCell}
        readOnly={readOnly}
        check={({ rowKey, columnKey, text }) =>
          problemOf(book, index, { objectUid: rowKey, indicatorUid: columnKey, text })
        }
        onEdit={edit}
        onSelect={(selection) => {
          active.current = { objectUid: selection.active.rowKey, indicatorUid: selection.active.columnKey };
          onSelect(selection);
        }}
        onKey={onKey}
      />
    </div>
  );
});

function withBase(edit: CellEdit, base: CellEdit['base'] | undefined): CellEdit {
  return base === undefined ? edit : { ...edit, base };
}

/**
 * What the grid draws, as functions that are new with each version, so that it draws anew. A cell's look is worked
 * out once for each score: only what changed is worked out again.
 */
function gridViews(
  {
    book,
    index,
    deductions,
    objections,
  }: Pick<ScoreGridProps, 'book' | 'index' | 'deductions' | 'objections'>,
  looks: WeakMap<IndicatorScore, SheetCellView>,
  version: number,
) {
  const { frame, scorer } = book;
  const { decimals } = frame.scheme.settings;
  const subtotalView = subtotalViews(frame, scorer);

  function indicatorView(row: ObjectRow, indicator: Indicator): SheetCellView {
    const score = scorer.score(row.uid).indicators.get(indicator.uid);
    if (score === undefined) return { text: '', tone: 'readonly' };
    const cell = { objectUid: row.uid, indicatorUid: indicator.uid };
    const view = looks.get(score) ?? newLook(row, indicator, score);
    return book.entryAt(cell) === null ? withBeneath(view, book.stage) : view;
  }

  function newLook(row: ObjectRow, indicator: Indicator, score: IndicatorScore): SheetCellView {
    const view = cellView({
      indicator,
      score,
      entry: book.shownAt({ objectUid: row.uid, indicatorUid: indicator.uid }),
      applies: index.applies(row.uid, indicator.uid),
      whyNot: index.whyNot,
      inBonus: index.isBonus(indicator),
    });
    looks.set(score, view);
    return view;
  }

  const cell = (row: ObjectRow, column: ScoreColumn): SheetCellView => {
    if (column.kind === 'indicator') {
      const waiting = deductions.waitingAt(row.uid, column.key);
      const view = withWaiting(indicatorView(row, column.indicator), waiting);
      return objections.isOpenAt(row.uid, column.key) ? withObjection(view) : view;
    }
    return subtotalView(row.uid, column.categoryUid);
  };

  return {
    version,
    cell,
    leadCell: (row: ObjectRow, column: SheetLeadColumn) => leadView(scorer, row, column.key, decimals),
  };
}
