import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import { countTable } from '../../jobs/tally.ts';
import { cellText } from './cell-text.ts';
import { paperSizes } from './page-size.ts';
import type { paperStyle } from './paper-styles.ts';
import { rowHeight } from './row-height.ts';

/*
 * Large workbooks that look like an office's tables: on the paper that is asked for, head rows frozen on the screen,
 * 第 x 页 共 y 页. Rows go to the file as they come, so that hundreds of sheets need
 * little memory; a row that was handed over cannot be changed any more.
 */

/** A live formula (without the equals sign) with the value that the program itself worked out. */
export interface Formula {
  formula: string;
  result: number;
}

export interface StreamedCell {
  /** A text never becomes a formula, whatever it begins with. */
  content: string | number | Formula | null;
  style: ReturnType<typeof paperStyle>;
  /** Shown when the pointer rests on the cell. */
  note?: string;
  /** Name of the sheet that a click leads to. */
  leadsTo?: string;
  /** How many columns and rows it takes; 1 where not given. */
  across?: number;
  down?: number;
}

export interface StreamedRow {
  /** From the first column on, without the places that another cell takes. */
  cells: readonly StreamedCell[];
  /** In points; as high as its texts need where not given. */
  height?: number;
  /** What only this program reads, in the hidden column behind the last one. */
  mark?: string;
}

export interface StreamedSheetSetup {
  /** Made valid by `createSheetNames`. */
  name: string;
  /** Of the columns, in characters of the standard font; a Chinese one takes two. */
  widths: readonly number[];
  /** First and last of the rows that are repeated on each page; everything down to the last stays in view. */
  headRows: readonly [first: number, last: number];
  frozenColumns: number;
  page: SheetPage;
  /** Whether rows have marks. */
  marked?: boolean;
}

/** The paper that a sheet is printed on. */
export interface SheetPage {
  paper: 'A4' | 'A3';
  orientation: 'landscape' | 'portrait';
  /** In millimetres. */
  margins: { top: number; bottom: number; left: number; right: number };
  /** As wide as one page at most. */
  fitToWidth: boolean;
  repeatHeads: boolean;
}

interface StreamedSheet {
  /** A cell that reaches down must find the rows below it in the same call. */
  add(rows: readonly StreamedRow[]): void;
  /** Ends the sheet and lets what was written go to the file. @throws when the file cannot be written */
  end(): Promise<void>;
}

export interface StreamedWorkbook {
  sheet(setup: StreamedSheetSetup): StreamedSheet;
  finish(): Promise<void>;
  /** Gives the file up; what was written of it is left to the caller. */
  abandon(): void;
}

const MILLIMETRES_IN_AN_INCH = 25.4;
/** Room for the page's number between it and the edge, in inches. */
const NUMBER_MARGIN = 0.3;
const MARK_WIDTH = 10;

/** @param author written into the file's properties */
export function createStreamedWorkbook(path: string, author: string): StreamedWorkbook {
  const file = createWriteStream(path);
  // Watched from the first moment: a full disk shows while rows are still being written.
  const written = finished(file);
  written.catch(() => undefined);
  const options = { stream: file, useStyles: true, useSharedStrings: true };
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter(options);
  workbook.creator = author;
  workbook.lastModifiedBy = author;
  return {
    sheet: (setup) => startSheet(workbook, setup, written),
    async finish() {
      await Promise.race([workbook.commit(), written]);
      await written;
    },
    abandon: () => void file.destroy(),
  };
}

function startSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { name, widths, headRows: [first, last], frozenColumns, page, marked = false }: StreamedSheetSetup,
  written: Promise<void>,
): StreamedSheet {
  const titles = page.repeatHeads ? { printTitlesRow: `${first}:${last}` } : {};
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: frozenColumns, ySplit: last }],
    pageSetup: { ...pageSetup(page), ...titles },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  });
  Object.assign(sheet.pageSetup, { paperSize: paperSizes[page.paper] });
  const hidden = marked ? [{ width: MARK_WIDTH, hidden: true }] : [];
  sheet.columns = [...widths.map((width) => ({ width })), ...hidden];
  let lastRow = 0;

  return {
    add(rows) {
      const top = lastRow + 1;
      lastRow += rows.length;
      const taken = new Set<string>();
      for (const [index, { cells, height, mark }] of rows.entries()) {
        const row = sheet.getRow(top + index);
        const placed = place(cells, row.number, taken);
        row.height = height ?? neededHeight(placed, widths);
        if (mark !== undefined) row.getCell(widths.length + 1).value = cellText(mark);
        for (const { cell, column } of placed) {
          fill(row.getCell(column), cell);
          const { across = 1, down = 1 } = cell;
          if (across > 1 || down > 1) {
            sheet.mergeCells(row.number, column, row.number + down - 1, column + across - 1);
          }
        }
      }
      for (const index of rows.keys()) sheet.getRow(top + index).commit();
    },
    async end() {
      sheet.commit();
      countTable(Math.max(0, lastRow - last));
      const turn = new Promise((resolve) => {
        setImmediate(resolve);
      });
      await Promise.race([turn, written]);
    },
  };
}

function pageSetup({ orientation, margins, fitToWidth }: SheetPage): Partial<ExcelJS.PageSetup> {
  const inches = (millimetres: number): number => millimetres / MILLIMETRES_IN_AN_INCH;
  const [top, bottom] = [inches(margins.top), inches(margins.bottom)];
  return {
    orientation,
    ...(fitToWidth ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : {}),
    margins: {
      left: inches(margins.left),
      right: inches(margins.right),
      top,
      bottom,
      header: Math.min(NUMBER_MARGIN, top),
      footer: Math.min(NUMBER_MARGIN, bottom),
    },
  };
}

interface PlacedCell {
  cell: StreamedCell;
  column: number;
}

/** Which columns the cells of a row come to stand in, past those that are taken from above. */
function place(cells: readonly StreamedCell[], row: number, taken: Set<string>): PlacedCell[] {
  let next = 1;
  return cells.map((cell) => {
    while (taken.has(`${row} ${next}`)) next += 1;
    const column = next;
    const { across = 1, down = 1 } = cell;
    next += across;
    for (let below = row + 1; below < row + down; below += 1) {
      for (let beside = column; beside < next; beside += 1) taken.add(`${below} ${beside}`);
    }
    return { cell, column };
  });
}

function fill(target: ExcelJS.Cell, { content, style, note, leadsTo }: StreamedCell): void {
  if (typeof content === 'string') {
    const text = cellText(content);
    target.value = leadsTo === undefined ? text : { text, hyperlink: sheetLink(leadsTo) };
  } else target.value = content;
  target.style = style;
  if (note !== undefined) target.note = { texts: [{ text: cellText(note) }] };
}

function sheetLink(name: string): string {
  return `#'${name.replaceAll("'", "''")}'!A1`;
}

function neededHeight(placed: readonly PlacedCell[], widths: readonly number[]): number {
  const texts = placed.flatMap(({ cell: { content, across = 1, down = 1 }, column }) => {
    if (typeof content !== 'string' || down > 1) return [];
    const covered = widths.slice(column - 1, column - 1 + across);
    return [{ text: content, width: covered.reduce((sum, width) => sum + width, 0) }];
  });
  return rowHeight(texts);
}
