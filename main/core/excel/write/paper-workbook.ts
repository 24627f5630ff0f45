import ExcelJS from 'exceljs';
import { countTable } from '../../jobs/tally.ts';
import { cellText } from './cell-text.ts';
import { type EntryRule, entryValidation } from './entry-rule.ts';
import { paperSizeFor, widthOf } from './page-size.ts';
import { type Align, type PaperFace, paperStyle } from './paper-styles.ts';
import { columnLetters } from './references.ts';
import { rowHeight } from './row-height.ts';

/*
 * Tables as an office hands them in: title, a line for unit and date, a bordered table with heads repeated on each
 * page, lines for signatures below; fitted to the width, pages numbered. Sheets are described as data, so that
 * no feature knows the library that writes them.
 */

/** A text never becomes a formula; a formula carries the value that it has now. */
export type PaperValue = string | number | null | { formula: string; result: number | string };

interface PaperCell {
  value: PaperValue;
  /** How many rows and columns it covers; 1 where not given. The covered places are null. */
  down?: number;
  across?: number;
  /** Else that of the column. */
  align?: Align;
  strong?: boolean;
  /** Excel's number format: 0.00. */
  format?: string;
  /** It is left to be filled in. */
  isEntry?: boolean;
  /** What may be filled in. */
  rule?: EntryRule;
  /** Of the ground: FFDDDD. */
  colour?: string;
  /** A comment, shown when the pointer rests on the cell. */
  note?: string;
}

/** From the first column on; null: empty, or covered by a cell before. */
export type PaperRow = readonly (PaperCell | null)[];

export interface PaperColumn {
  /** In characters of the standard font; a Chinese one takes two. */
  width: number;
  align: Align;
  /** For what only this program reads; without lines. */
  hidden?: boolean;
}

export interface PaperSheet {
  name: string;
  columns: readonly PaperColumn[];
  title: string;
  /** Below the title, left and right; no line where both are empty. */
  caption: { left: string; right: string };
  /** Rows above the headings, as forms have them; with such rows nothing is frozen. */
  above?: readonly PaperRow[];
  /** Heading rows: frozen and repeated on every page. */
  head: readonly PaperRow[];
  rows: Iterable<PaperRow>;
  /** Lines below the table, each over its whole width. */
  foot: readonly string[];
  /** Landscape where not given. */
  orientation?: 'portrait' | 'landscape';
  /** In points; rows with more text are higher. */
  leastRowHeight?: number;
  /** Columns that stay in view when scrolling sideways. */
  frozenColumns?: number;
  /** Only what is left to be filled in can be changed; without a password: against slips, not against people. */
  isProtected?: boolean;
  /** As a further row: the table may be written on below its last row like this, or within it. */
  spare?: PaperRow;
}

/** A hidden sheet: what this program reads again, or what is chosen from; values as they are. */
export interface DataSheet {
  name: string;
  rows: Iterable<readonly (string | number)[]>;
}

const ROWS_BETWEEN_CHECKS = 200;
const TITLE_HEIGHT = 36;
/** Below the table, in which what is written is checked; further down it can be written unchecked. */
const CHECKED_SPARE_ROWS = 2_000;

/** @param check called every few hundred rows; what it throws ends the writing */
export async function writePaperWorkbook(
  path: string,
  papers: readonly PaperSheet[],
  data: readonly DataSheet[],
  check: () => void,
): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  for (const paper of papers) await addPaper(workbook, paper, check);
  for (const { name, rows } of data) {
    const sheet = workbook.addWorksheet(name, { state: 'hidden' });
    for (const row of rows)
      sheet.addRow(row.map((value) => (typeof value === 'string' ? cellText(value) : value)));
  }
  check();
  await workbook.xlsx.writeFile(path);
}

async function addPaper(workbook: ExcelJS.Workbook, paper: PaperSheet, check: () => void): Promise<void> {
  const orientation = paper.orientation ?? 'landscape';
  const sheet = workbook.addWorksheet(paper.name, {
    pageSetup: {
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  });
  Object.assign(sheet.pageSetup, { paperSize: paperSizeFor(widthOf(paper.columns), orientation) });
  sheet.columns = paper.columns.map(({ width, hidden = false }) => ({ width, hidden }));
  let next = 1;
  addLine(sheet, next, paper, { text: paper.title, face: 'title', align: 'center' });
  sheet.getRow(next).height = TITLE_HEIGHT;
  next += 1;
  if (paper.caption.left !== '' || paper.caption.right !== '') {
    addCaption(sheet, next, paper);
    next += 1;
  }
  for (const row of paper.above ?? []) {
    addRow(sheet, next, row, paper.columns, 'cell', paper.leastRowHeight);
    next += 1;
  }
  const firstHead = next;
  for (const row of paper.head) {
    addRow(sheet, next, row, paper.columns, 'head');
    next += 1;
  }
  const lastHead = next - 1;
  for (const row of paper.rows) {
    addRow(sheet, next, row, paper.columns, 'cell', paper.leastRowHeight);
    next += 1;
    if (next % ROWS_BETWEEN_CHECKS === 0) check();
  }
  countTable(next - lastHead - 1);
  for (const text of paper.foot) {
    addLine(sheet, next, paper, { text, face: 'foot', align: 'left' });
    next += 1;
  }
  sheet.pageSetup.printTitlesRow = `${firstHead}:${lastHead}`;
  if (paper.above === undefined)
    sheet.views = [{ state: 'frozen', xSplit: paper.frozenColumns ?? 0, ySplit: lastHead }];
  if (paper.spare !== undefined) openBelow(sheet, next, paper.spare, paper.columns);
  if (paper.isProtected === true)
    await sheet.protect('', { formatColumns: true, formatRows: true, insertRows: paper.spare !== undefined });
}

/** The library's types leave them out. */
interface WithValidations {
  dataValidations: { add: (range: string, rule: ExcelJS.DataValidation) => void };
}

/** By the columns' own style: rows that are there have theirs. @param first row below the table */
function openBelow(
  sheet: ExcelJS.Worksheet,
  first: number,
  spare: PaperRow,
  columns: readonly PaperColumn[],
): void {
  for (const [index, cell] of spare.entries()) {
    const column = columns[index];
    if (cell === null || column === undefined || column.hidden === true) continue;
    sheet.getColumn(index + 1).style = paperStyle('spare', cell.align ?? column.align, cell.format);
    if (cell.rule === undefined) continue;
    const letters = columnLetters(index + 1);
    const range = `${letters}${first}:${letters}${first + CHECKED_SPARE_ROWS - 1}`;
    (sheet as ExcelJS.Worksheet & WithValidations).dataValidations.add(range, entryValidation(cell.rule));
  }
}

interface Line {
  text: string;
  face: PaperFace;
  align: Align;
}

function addLine(
  sheet: ExcelJS.Worksheet,
  row: number,
  paper: PaperSheet,
  { text, face, align }: Line,
): void {
  const last = shownColumns(paper.columns).length;
  const width = shownColumns(paper.columns).reduce((sum, column) => sum + column.width, 0);
  const cell = sheet.getCell(row, 1);
  cell.value = cellText(text);
  cell.style = paperStyle(face, align);
  if (last > 1) sheet.mergeCells(row, 1, row, last);
  sheet.getRow(row).height = rowHeight([{ text, width }]);
}

/** Hidden ones come last. */
function shownColumns(columns: readonly PaperColumn[]): PaperColumn[] {
  return columns.filter(({ hidden }) => hidden !== true);
}

/** The right half begins where about half of the width is used up, so that both have room. */
function addCaption(sheet: ExcelJS.Worksheet, row: number, { columns: all, caption }: PaperSheet): void {
  const columns = shownColumns(all);
  const last = columns.length;
  const split = middleColumn(columns);
  const left = sheet.getCell(row, 1);
  left.value = cellText(caption.left);
  left.style = paperStyle('caption', 'left');
  if (split > 1) sheet.mergeCells(row, 1, row, split);
  if (split === last) return;
  const right = sheet.getCell(row, split + 1);
  right.value = cellText(caption.right);
  right.style = paperStyle('caption', 'right');
  if (split + 1 < last) sheet.mergeCells(row, split + 1, row, last);
  sheet.getRow(row).height = rowHeight([]);
}

function middleColumn(columns: readonly PaperColumn[]): number {
  const half = columns.reduce((sum, { width }) => sum + width, 0) / 2;
  let used = 0;
  const reached = columns.findIndex(({ width }) => {
    used += width;
    return used >= half;
  });
  return Math.max(1, Math.min(reached + 1, columns.length - 1));
}

function addRow(
  sheet: ExcelJS.Worksheet,
  row: number,
  cells: PaperRow,
  columns: readonly PaperColumn[],
  face: 'head' | 'cell',
  leastHeight = 0,
): void {
  const single: { text: string; width: number }[] = [];
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? null;
    const align = face === 'head' ? 'center' : (cell?.align ?? column.align);
    const written = sheet.getCell(row, index + 1);
    if (column.hidden !== true)
      written.style = paperStyle(faceOf(cell, face), align, cell?.format, cell?.colour);
    if (cell === null) continue;
    written.value = toExcel(cell.value);
    if (cell.note !== undefined) written.note = { texts: [{ text: cellText(cell.note) }] };
    if (cell.rule !== undefined) written.dataValidation = entryValidation(cell.rule);
    if (column.hidden !== true && typeof cell.value === 'string' && (cell.down ?? 1) === 1) {
      single.push({ text: cell.value, width: coveredWidth(columns, index, cell.across ?? 1) });
    }
  }
  mergeCells(sheet, row, cells);
  sheet.getRow(row).height = Math.max(leastHeight, rowHeight(single));
}

function faceOf(cell: PaperCell | null, face: 'head' | 'cell'): PaperFace {
  if (face === 'head') return face;
  if (cell?.isEntry === true) return 'entry';
  return cell?.strong === true ? 'strong' : face;
}

function coveredWidth(columns: readonly PaperColumn[], first: number, count: number): number {
  return columns.slice(first, first + count).reduce((sum, { width }) => sum + width, 0);
}

function mergeCells(sheet: ExcelJS.Worksheet, row: number, cells: PaperRow): void {
  for (const [index, cell] of cells.entries()) {
    const { down = 1, across = 1 } = cell ?? {};
    // Without styles: a covered cell keeps its own border.
    if (down > 1 || across > 1) {
      sheet.mergeCellsWithoutStyle(row, index + 1, row + down - 1, index + across);
    }
  }
}

function toExcel(value: PaperValue): ExcelJS.CellValue {
  if (typeof value === 'string') return value === '' ? null : cellText(value);
  return value;
}
