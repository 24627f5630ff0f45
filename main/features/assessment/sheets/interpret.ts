import type { CellChange, ScoreEntry, ScoreStage } from '#shared/contract/assessment.ts';
import type { ScoreImportRow } from '#shared/contract/score-sheets.ts';
import { packEntry, readEntry } from '#shared/rules/assessment/pack-entry.ts';
import {
  readScoreSheet,
  type ReadScoreSheet,
  type SheetLine,
} from '#shared/rules/assessment/score-sheet/read-sheet.ts';
import { entryText } from '#shared/rules/scoring/entry-text.ts';
import { readEntryText } from '#shared/rules/scoring/read-entry-text.ts';
import type { ReadProblem } from '#shared/rules/tables/row-texts.ts';
import type { SourceTable } from '#main/core/excel/read/source-table.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { entryProblem } from '../enter-scores.ts';
import { type Cell, cellFinder } from '../find-cells.ts';
import { isMarkedInapplicable } from '../judges/cells.ts';
import { placeOf } from '../judges/column.ts';
import { type FoundSheet, SheetFinder, type Asker } from './find-sheet.ts';

/** A filled workbook as it was read. */
export interface SheetFile {
  name: string;
  tables: SourceTable[];
}

export interface SheetProblem extends ReadProblem {
  /** Of the workbook, and in it. */
  place: string;
}

/** Changes of one column, as `enterScores` takes them. */
export interface StagedColumn {
  groupUid: string;
  stage: ScoreStage;
  judgeUid: string | null;
  changes: CellChange[];
}

/** How far a sheet was filled in. */
export interface SheetCount {
  /** 云栖(评委 王五) */
  name: string;
  filled: number;
  empty: number;
}

export interface UnderstoodScores {
  rows: ScoreImportRow[];
  columns: StagedColumn[];
  sheets: SheetCount[];
  problems: SheetProblem[];
}

const LONGEST_REASON = 1_000;
const NO_MARKS =
  '认不出是哪个单位的评分表：隐藏的识别标记没有了。请用从这里导出的表填写，不要把内容复制到别的表里。';
const NO_SHEET = '没有读到评分表，请选择从这里导出、填好的表。';
const DAY = /^\d{4}-\d{2}-\d{2}/u;

/** Reads filled score sheets against the store; changes nothing. */
export function interpretScores(
  db: ReadStore,
  periodUid: string,
  asker: Asker,
  files: readonly SheetFile[],
): UnderstoodScores {
  const interpreter = new Interpreter(db, periodUid, asker);
  for (const { name, tables } of files) {
    for (const table of tables) interpreter.readTable(name, table);
    if (tables.length === 0) interpreter.problem(name, 'error', NO_SHEET);
  }
  return interpreter.understood;
}

class Interpreter {
  readonly understood: UnderstoodScores = { rows: [], columns: [], sheets: [], problems: [] };
  readonly #db: ReadStore;
  readonly #sheets: SheetFinder;

  constructor(db: ReadStore, periodUid: string, asker: Asker) {
    this.#db = db;
    this.#sheets = new SheetFinder(db, periodUid, asker);
  }

  problem(place: string, severity: ReadProblem['severity'], text: string, row = 0, column = ''): void {
    this.understood.problems.push({ place, severity, text, row, column });
  }

  readTable(file: string, { sheet, rows }: SourceTable): void {
    const place = `${file} ${sheet}`;
    const read = readScoreSheet(rows);
    if (read === null) return this.problem(place, 'error', NO_MARKS);
    for (const problem of read.problems) this.understood.problems.push({ place, ...problem });
    const found = this.#sheets.find(read, place);
    if ('problem' in found) return this.problem(place, 'error', found.problem, read.row);
    return this.#readLines({ file, sheet, place }, read, found);
  }

  #readLines(
    at: { file: string; sheet: string; place: string },
    read: ReadScoreSheet,
    found: FoundSheet,
  ): void {
    const lines = new SheetReader(this.#db, read, found, (line, severity, letter, text) =>
      this.problem(at.place, severity, text, line.row, letter),
    );
    const changes: CellChange[] = [];
    const counts = { filled: 0, empty: 0 };
    for (const line of read.lines) {
      const outcome = lines.read(line);
      if (outcome === 'empty') counts.empty += 1;
      if (outcome === 'empty' || outcome === 'none') continue;
      counts.filled += 1;
      const { change, row } = outcome;
      this.understood.rows.push({
        file: at.file,
        sheet: at.sheet,
        object: found.object.shortName,
        column: found.name,
        ...row,
      });
      if (change !== null) changes.push(change);
    }
    this.understood.sheets.push({ name: `${found.object.shortName}(${found.name})`, ...counts });
    const { groupUid, stage, judgeUid } = read.identity;
    if (changes.length > 0) this.understood.columns.push({ groupUid, stage, judgeUid, changes });
  }
}

type ReadRow = Omit<ScoreImportRow, 'file' | 'sheet' | 'object' | 'column'>;
type Outcome = 'empty' | 'none' | { change: CellChange | null; row: ReadRow };
type Note = (line: SheetLine, severity: ReadProblem['severity'], letter: string, text: string) => void;

/** The lines of one sheet. */
class SheetReader {
  readonly #db: ReadStore;
  readonly #read: ReadScoreSheet;
  readonly #found: FoundSheet;
  readonly #note: Note;
  readonly #finder: ReturnType<typeof cellFinder>;

  constructor(db: ReadStore, read: ReadScoreSheet, found: FoundSheet, note: Note) {
    this.#db = db;
    this.#read = read;
    this.#found = found;
    this.#note = note;
    this.#finder = cellFinder(db, found.group);
  }

  read(line: SheetLine): Outcome {
    const { letters, identity } = this.#read;
    const isKnown = this.#found.group.scheme.indicators.some(({ uid }) => uid === line.indicatorUid);
    if (!isKnown) return this.#wrong(line, letters.score, '方案里没有这一项了，请删去这一行。');
    const cell = this.#finder.find(identity.objectUid, line.indicatorUid);
    if (this.#isLeftOut(cell) && /^[/／]?$/u.test(line.score)) return 'none';
    if (line.score === '') {
      if (line.reason === '') return 'empty';
      return this.#wrong(
        line,
        letters.score,
        '写了理由，但没有填分；请填分，不扣分的也请填满分，或清空理由。',
      );
    }
    if (line.reason.length > LONGEST_REASON)
      return this.#wrong(
        line,
        letters.reason,
        `理由写了 ${line.reason.length} 个字，最多 ${LONGEST_REASON} 个字。`,
      );
    return this.#readScore(line, cell);
  }

  #readScore(line: SheetLine, cell: Cell): Outcome {
    const { letters, identity } = this.#read;
    const { indicator } = cell.found;
    if (DAY.test(line.score))
      return this.#wrong(line, letters.score, `这一格成了日期“${line.score}”，请把格式改回常规，再填一次。`);
    const now = this.#found.view.storedAt(cell);
    const stored = now === null ? null : readEntry(now);
    const reading = readEntryText(indicator, line.score, stored);
    if (!('entry' in reading))
      return this.#wrong(line, letters.score, 'problem' in reading ? `${reading.problem}。` : '没有看懂。');
    const entry = withReason(reading.entry, line.reason, stored);
    const same = stored !== null && packEntry(stored) === packEntry(entry);
    const problem = same
      ? null
      : (this.#found.view.obstacle(cell, entry) ?? entryProblem(this.#finder, cell, entry));
    if (problem !== null) return this.#wrong(line, letters.score, `${problem}。`);
    const { objectUid } = identity;
    return {
      change: same ? null : { objectUid, indicatorUid: indicator.uid, base: stored, entry },
      row: this.#rowOf(line, cell, { stored, entry, same }),
    };
  }

  #rowOf(
    { row }: SheetLine,
    { found }: Cell,
    { stored, entry, same }: { stored: ScoreEntry | null; entry: ScoreEntry; same: boolean },
  ): ReadRow {
    const { indicator, inBonusCategory } = found;
    const text = (one: ScoreEntry | null) => entryText(indicator, one, inBonusCategory);
    return {
      row,
      action: same ? 'same' : stored === null ? 'add' : 'change',
      indicator: `${indicator.number} ${indicator.content}`.trim(),
      stored: text(stored),
      written: text(entry),
      remark: remarkOf(stored, entry, same),
    };
  }

  /** By the scheme's conditions, or because the office has said so: such a cell is printed with a stroke. */
  #isLeftOut(cell: Cell): boolean {
    return !this.#finder.applies(cell) || isMarkedInapplicable(this.#db, placeOf(cell));
  }

  #wrong(line: SheetLine, letter: string, text: string): 'none' {
    this.#note(line, 'error', letter, text);
    return 'none';
  }
}

/** A reason that stands on the sheet counts; without one the stored one stays with the score that it explains. */
function withReason(entry: ScoreEntry, written: string, stored: ScoreEntry | null): ScoreEntry {
  if (written !== '') return { ...entry, reason: written };
  const kept = stored?.reason ?? '';
  const isSameScore =
    stored !== null && packEntry({ ...stored, reason: '' }) === packEntry({ ...entry, reason: '' });
  return { ...entry, reason: isSameScore ? kept : '' };
}

function remarkOf(stored: ScoreEntry | null, entry: ScoreEntry, same: boolean): string {
  if (same) return '';
  const reason = entry.reason === '' ? '' : `理由：${entry.reason}`;
  if (stored === null || stored.reason === entry.reason || stored.reason === '') return reason;
  return `理由由“${stored.reason}”改为“${entry.reason === '' ? '空' : entry.reason}”`;
}
