import { Button, Popconfirm } from 'antd';
import {
  type ClipboardEvent,
  type DragEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { isEntryText } from '#shared/rules/scoring/read-entry-text.ts';
import type {
  SheetCellAddress,
  SheetGridHandle,
  SheetGridSelection,
  SheetKeyStroke,
} from '#renderer/ui/sheet-grid/types.ts';
import { type CellRef, isJudged, type ScoreBook } from '../book/score-book.ts';
import { useBookVersion } from '../book/use-score-book.ts';
import type { ScoreSaving } from '../book/use-saving.ts';
import type { DeductionsByCell } from '../../deductions/index.ts';
import type { ObjectionsByCell } from '../../objections/index.ts';
import { useAddEvidence, useEvidence } from '../detail/cell-evidence.tsx';
import { DetailPanel } from '../detail/detail-panel.tsx';
import { cellName, type FrameIndex } from '../frame-index.ts';
import { type BulkMark, countAllFillable, countFillable, markEdits } from '../grid/read-edits.ts';
import { ScoreGrid } from '../grid/score-grid.tsx';
import { ReasonBar, useRecentReasons } from '../reason/reason-bar.tsx';
import styles from './period-page.module.css';
import { useScoreActions } from './use-score-actions.ts';

interface GridViewProps {
  book: ScoreBook;
  index: FrameIndex;
  deductions: DeductionsByCell;
  objections: ObjectionsByCell;
  saving: ScoreSaving;
  readOnly: boolean;
  /** The cell to begin at, as chosen in the check list. */
  target: CellRef | null;
  showsDetail: boolean;
  onHideDetail: () => void;
}

const KEY_MARKS: Readonly<Record<string, BulkMark>> = { '/': 'notApplicable', '=': 'full' };

/** The grid with what belongs to it: the reason bar below, the active cell in full beside it. */
export function GridView(props: GridViewProps) {
  const { book, index, deductions, objections, saving, readOnly, target, showsDetail, onHideDetail } = props;
  const grid = useRef<SheetGridHandle>(null);
  const actions = useScoreActions(book, saving, grid);
  const [selection, setSelection] = useState<SheetGridSelection | null>(null);
  const { rowKey = '', columnKey = '' } = selection?.active ?? {};
  const active = useMemo(() => cellOf(rowKey, columnKey), [rowKey, columnKey]);
  const evidence = useEvidence(book.frame.uid);
  const recent = useRecentReasons(index.indicators.has(columnKey) ? columnKey : '');

  useEffect(() => {
    if (target !== null) grid.current?.select({ rowKey: target.objectUid, columnKey: target.indicatorUid });
  }, [target]);

  const { enter, giveReason, ask } = actions;
  const onKey = useCallback(
    ({ key, ctrl, alt }: SheetKeyStroke, chosen: SheetGridSelection): boolean => {
      if (readOnly || ctrl) return false;
      const cells = scoredCells(chosen, index);
      const mark = alt ? undefined : KEY_MARKS[key];
      const reason = alt && /^[1-9]$/u.test(key) ? recent[Number(key) - 1] : undefined;
      // What cannot be marked here is typed, and the check says why.
      if (mark !== undefined && !mayMark(book, mark)) return false;
      if (mark !== undefined) enter(markEdits(book, index, cells, mark), []);
      else if (reason !== undefined) giveReason(reason, cells);
      else if (alt && key.toLowerCase() === 'r') ask(cells.filter((cell) => book.entryAt(cell) !== null));
      else return false;
      return true;
    },
    [ask, book, enter, giveReason, index, readOnly, recent],
  );

  /** Who types on without looking has left the cell that the reason is for: a number is the next cell's score. */
  function typeOn(text: string, stroke: SheetKeyStroke): boolean {
    const indicator = index.indicators.get(columnKey);
    const isLeft = actions.asked?.every((cell) => !isSameCell(cell, active)) === true;
    if (!isLeft || indicator === undefined || !isEntryText(indicator, text)) return false;
    grid.current?.enter(text, stroke);
    return true;
  }

  const isFinal = book.frame.period.status === 'final';
  const addEvidence = useAddEvidence();

  /** @returns whether the files were taken */
  function takeEvidence(files: readonly File[], { rowKey: objectUid, columnKey: key }: SheetCellAddress) {
    if (files.length === 0 || isFinal || !index.indicators.has(key)) return false;
    addEvidence(files, { groupUid: book.frame.uid, objectUid, indicatorUid: key });
    return true;
  }

  /** A picture or file on the clipboard is evidence of the active cell; a table is pasted as ever. */
  function pasteEvidence(event: ClipboardEvent): void {
    const isTable = event.clipboardData.getData('text/plain') !== '';
    if (isTable || !takeEvidence([...event.clipboardData.files], { rowKey, columnKey })) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Files are evidence of the cell that they are dropped on, which is then shown with them. */
  function dropEvidence(event: DragEvent): void {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    const address = grid.current?.addressAt(event) ?? null;
    if (address === null) return;
    grid.current?.select(address);
    takeEvidence([...event.dataTransfer.files], address);
  }

  return (
    <div className={styles.gridWork}>
      <div className={styles.gridColumn}>
        {isJudged(book) && (
          <div className={styles.hints}>
            考评分按各评委的分算出，不直接录入；在上面选一名评委，看他的分或录入。<kbd>/</kbd> 标不适用
          </div>
        )}
        {!readOnly && !isJudged(book) && (
          <FillRest
            book={book}
            index={index}
            selection={selection}
            onFill={(cells) => enter(markEdits(book, index, cells, 'fullWhereEmpty'), [])}
          />
        )}
        <div
          className={styles.gridPlace}
          role="presentation"
          onPasteCapture={pasteEvidence}
          onDragOver={acceptFiles}
          onDrop={dropEvidence}
        >
          <ScoreGrid
            book={book}
            index={index}
            deductions={deductions}
            objections={objections}
            readOnly={readOnly}
            handle={grid}
            onEdits={enter}
            onSelect={setSelection}
            onKey={onKey}
          />
        </div>
        {actions.asked !== null && actions.asked.length > 0 && (
          <ReasonBar
            key={actions.asked.map(({ objectUid, indicatorUid }) => objectUid + indicatorUid).join()}
            cells={actions.asked}
            name={nameOf(actions.asked[0], index)}
            onReason={giveReason}
            onScore={typeOn}
            onClose={actions.closeReason}
          />
        )}
      </div>
      {showsDetail && (
        <DetailPanel
          book={book}
          index={index}
          deductions={deductions}
          objections={objections}
          evidence={evidence}
          cell={active}
          readOnly={readOnly}
          onEdits={enter}
          onClose={onHideDetail}
        />
      )}
    </div>
  );
}

/** Judges score; what does not apply is said by the office. */
function mayMark(book: ScoreBook, mark: BulkMark): boolean {
  if (book.judge !== null) return mark !== 'notApplicable';
  return !isJudged(book) || mark === 'notApplicable';
}

/** Without this the browser would open a dropped file in place of the program. */
function acceptFiles(event: DragEvent): void {
  if (event.dataTransfer.types.includes('Files')) event.preventDefault();
}

interface FillRestProps {
  book: ScoreBook;
  index: FrameIndex;
  selection: SheetGridSelection | null;
  onFill: (cells: readonly CellRef[]) => void;
}

/** 其余未评项给满分 for the selection, or for the whole group while a single cell is selected. */
function FillRest({ book, index, selection, onFill }: FillRestProps): ReactNode {
  useBookVersion(book);
  const chosen = selection === null ? [] : scoredCells(selection, index);
  const isWhole = chosen.length < 2;
  const count = isWhole ? countAllFillable(book) : countFillable(book, index, chosen);
  return (
    <div className={styles.hints}>
      <Popconfirm
        title={`把${isWhole ? '全组' : '所选范围里'}未评的 ${count} 项记满分?`}
        description="加分项记为没有加分；已评的和不适用的不变；可以撤销。"
        okText="记满分"
        cancelText="取消"
        disabled={count === 0}
        onConfirm={() => onFill(isWhole ? allCells(book) : chosen)}
      >
        <Button size="small" disabled={count === 0}>
          其余未评项给满分({isWhole ? '全组' : '所选'} {count} 项)
        </Button>
      </Popconfirm>
      <span>
        直接录入得分、“-2”、“3次”、“93.5%”；<kbd>/</kbd> 不适用，<kbd>=</kbd> 满分，<kbd>Alt+R</kbd> 填理由
      </span>
    </div>
  );
}

function allCells({ frame }: ScoreBook): CellRef[] {
  return frame.objects.flatMap((object) =>
    frame.scheme.indicators.map((indicator) => cellOf(object.uid, indicator.uid)),
  );
}

function scoredCells({ rowKeys, columnKeys }: SheetGridSelection, index: FrameIndex): CellRef[] {
  const indicators = columnKeys.filter((key) => index.indicators.has(key));
  return rowKeys.flatMap((objectUid) => indicators.map((indicatorUid) => cellOf(objectUid, indicatorUid)));
}

function cellOf(objectUid: string, indicatorUid: string): CellRef {
  return { objectUid, indicatorUid };
}

function isSameCell(one: CellRef, other: CellRef): boolean {
  return one.objectUid === other.objectUid && one.indicatorUid === other.indicatorUid;
}

function nameOf(cell: CellRef | undefined, index: FrameIndex): string {
  const object = index.objects.get(cell?.objectUid ?? '');
  const indicator = index.indicators.get(cell?.indicatorUid ?? '');
  return object === undefined || indicator === undefined ? '' : cellName(object, indicator);
}
