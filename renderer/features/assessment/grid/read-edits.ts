import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import { judgedWords } from '#shared/rules/assessment/judged-cell.ts';
import { sameEntry } from '#shared/rules/assessment/pack-entry.ts';
import { readEntryText } from '#shared/rules/scoring/read-entry-text.ts';
import type { ScoredIndicator, ScoreEntry } from '#shared/rules/scoring/model.ts';
import { withFittingReason } from '#shared/rules/scoring/kept-reason.ts';
import { fullEntry, noBonusEntry, notApplicableEntry } from '#shared/rules/scoring/entry-by-rules.ts';
import { type CellEdit, type CellRef, isJudged, type ScoreBook } from '../book/score-book.ts';
import { cellName, type FrameIndex } from '../frame-index.ts';

export interface ReadEdits {
  edits: CellEdit[];
  /** What could not be read, by cell, in Chinese. */
  problems: string[];
}

interface TypedCell extends CellRef {
  text: string;
}

/** What the clerk typed or pasted into cells, as entries; subtotals and what does not apply are passed by. */
export function readEdits(book: ScoreBook, index: FrameIndex, cells: readonly TypedCell[]): ReadEdits {
  const edits: CellEdit[] = [];
  const problems: string[] = [];
  for (const { objectUid, indicatorUid, text } of cells) {
    const object = index.objects.get(objectUid);
    const indicator = index.indicators.get(indicatorUid);
    if (object === undefined || indicator === undefined || !index.applies(objectUid, indicatorUid)) continue;
    const cell = { objectUid, indicatorUid };
    const reading = readEntryText(indicator, asTyped(text), beginningAt(book, cell));
    const entry = 'entry' in reading ? reading.entry : null;
    const problem = 'problem' in reading ? reading.problem : judgesProblem(book, cell, entry);
    if (problem === null) edits.push({ ...cell, entry });
    else problems.push(`${cellName(object, indicator)}：${problem}`);
  }
  return { edits, problems };
}

/** What an entry begins with. Who changes a score in a later stage gives a reason of his own. */
export function beginningAt(book: ScoreBook, cell: CellRef): ScoreEntry | null {
  const shown = book.shownAt(cell);
  return shown === null || book.entryAt(cell) !== null ? shown : { ...shown, reason: '' };
}

/** Why a text cannot be entered into a cell; null: it can. */
export function problemOf(
  book: ScoreBook,
  index: FrameIndex,
  { text, ...cell }: CellRef & { text: string },
): string | null {
  const indicator = index.indicators.get(cell.indicatorUid);
  if (indicator === undefined) return null;
  const reading = readEntryText(indicator, asTyped(text), beginningAt(book, cell));
  if ('problem' in reading) return reading.problem;
  return judgesProblem(book, cell, 'entry' in reading ? reading.entry : null);
}

/** Why something may not be entered where judges score, by one of them or over all of them. */
function judgesProblem(book: ScoreBook, cell: CellRef, entry: ScoreEntry | null): string | null {
  const isMark = entry?.notApplicable === true;
  if (book.judge !== null) return isMark ? judgedWords.officeMarks : null;
  if (!isJudged(book) || isMark) return null;
  const isCleared = entry === null && book.entryAt(cell)?.notApplicable === true;
  return isCleared ? null : judgedWords.judgesScore;
}

/** The sign for full marks is a key of the grid; an input method may make a text of it. */
function asTyped(text: string): string {
  return text.trim() === '=' ? '满' : text;
}

export type BulkMark = 'notApplicable' | 'full' | 'fullWhereEmpty';

/**
 * The same mark for many cells. fullWhereEmpty leaves alone what is scored, and gives no bonus: it has to be earned.
 */
export function markEdits(
  book: ScoreBook,
  index: FrameIndex,
  cells: readonly CellRef[],
  mark: BulkMark,
): CellEdit[] {
  return cells.flatMap((cell): CellEdit[] => {
    const indicator = index.indicators.get(cell.indicatorUid);
    if (indicator === undefined || !index.applies(cell.objectUid, cell.indicatorUid)) return [];
    if (mark === 'fullWhereEmpty' && !isFillable(book, index, cell)) return [];
    const previous = beginningAt(book, cell);
    return [
      { ...cell, entry: markedEntry(indicator, previous, { mark, inBonus: index.isBonus(indicator) }) },
    ];
  });
}

interface Marking {
  mark: BulkMark;
  inBonus: boolean;
}

function markedEntry(
  indicator: ScoredIndicator,
  previous: ScoreEntry | null,
  { mark, inBonus }: Marking,
): ScoreEntry {
  if (mark === 'notApplicable') return notApplicableEntry(previous);
  const none = mark === 'fullWhereEmpty' && inBonus ? noBonusEntry(indicator, previous) : null;
  return none ?? withFittingReason(indicator, fullEntry(indicator, previous), previous);
}

/** How many cells fullWhereEmpty would fill, without working out their entries. */
export function countFillable(book: ScoreBook, index: FrameIndex, cells: readonly CellRef[]): number {
  return cells.filter((cell) => isFillable(book, index, cell)).length;
}

/** The same for the whole group, from the sums that are there already. */
export function countAllFillable({ frame, scorer }: ScoreBook): number {
  return frame.objects.reduce((sum, { uid }) => sum + scorer.score(uid).empty, 0);
}

function isFillable(book: ScoreBook, index: FrameIndex, { objectUid, indicatorUid }: CellRef): boolean {
  const score = book.scorer.score(objectUid).indicators.get(indicatorUid);
  return index.indicators.has(indicatorUid) && score?.status === 'empty';
}

/** Cells among these whose score asks for a reason that is not there yet: after the check every change does. */
export function cellsWithoutReason(book: ScoreBook, cells: readonly CellRef[]): CellRef[] {
  const isRevision = book.stage === 'reviewed' || book.stage === 'final';
  return cells.filter(({ objectUid, indicatorUid }) => {
    if (isRevision && book.entryAt({ objectUid, indicatorUid })?.reason === '') return true;
    const score = book.scorer.score(objectUid).indicators.get(indicatorUid);
    return score?.problems.some(({ code }) => code === 'reasonMissing') === true;
  });
}

/** Whether edits only give reasons that were missing, for cells that were scored just before. */
export function givesReasonsFor(
  book: ScoreBook,
  scored: readonly CellRef[],
  edits: readonly CellEdit[],
): boolean {
  const cells = new Set(scored.map(cellKey));
  return edits.every((edit) => {
    const before = book.entryAt(edit);
    if (before === null || edit.entry === null || before.reason !== '') return false;
    return cells.has(cellKey(edit)) && sameEntry({ ...edit.entry, reason: '' }, before);
  });
}

/** The reason for many cells at once; cells without a score are passed by. */
export function reasonEdits(book: ScoreBook, cells: readonly CellRef[], reason: string): CellEdit[] {
  return cells.flatMap(({ objectUid, indicatorUid }) => {
    const cell = { objectUid, indicatorUid };
    const entry = book.entryAt(cell);
    return entry === null ? [] : [{ ...cell, entry: { ...entry, reason } }];
  });
}
