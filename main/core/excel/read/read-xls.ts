import { type CellObject, type DenseWorkSheet, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { SheetState, WorkbookData } from '#shared/workbook.ts';
import { checkBiff } from './biff-check.ts';
import { readText, unreadable } from './cell-values.ts';
import { openCompoundFile } from './compound-file.ts';
import type { ReadLimits } from './limits.ts';
import { kindOfFormat } from './number-formats.ts';
import type { CellReading } from './number-values.ts';
import { createReadContext, type ReadContext } from './read-context.ts';
import { createSheetBuilder, type SheetBuilder } from './sheet-builder.ts';
import { WorkbookError } from './workbook-error.ts';
import { checkSheetNames } from './workbook-part.ts';

const sheetStates: readonly SheetState[] = ['visible', 'hidden', 'veryHidden'];

/** Reads an Excel 97–2003 workbook (.xls) or its WPS twin (.et). */
export function readXls(bytes: Uint8Array, limits: ReadLimits): WorkbookData {
  const file = openCompoundFile(bytes);
  if (file.paths.some((path) => /\/(?:EncryptionInfo|EncryptedPackage)$/i.test(path))) {
    throw new WorkbookError('encrypted', '文件已加密');
  }
  const stream = file.streamAt('/Workbook') ?? file.streamAt('/Book');
  if (stream === undefined) throw new WorkbookError('not-a-workbook', '文件里没有表格');
  const { hasExternalLinks } = checkBiff(stream);
  const book = parse(bytes);
  checkSheetNames(book.SheetNames);
  const context = createReadContext(limits, book.Workbook?.WBProps?.date1904 === true);
  if (book.SheetNames.length > limits.sheets) {
    throw new WorkbookError('too-large', `工作表超过了 ${limits.sheets} 张的上限`);
  }
  const sheets = book.SheetNames.map((name, index) => {
    const state = sheetStates[book.Workbook?.Sheets?.[index]?.Hidden ?? 0] ?? 'visible';
    const builder = createSheetBuilder(name, state, context);
    fillSheet(builder, sheetOf(book, name), context);
    return builder.finish();
  });
  return {
    sheets,
    warnings: context.warnings.finish(),
    contains: {
      macros: file.paths.some((path) => path.includes('_VBA_PROJECT')),
      externalLinks: hasExternalLinks,
      embeddedObjects: file.paths.some((path) => /\/MBD[0-9A-F]{8}\/$/.test(path)),
    },
  };
}

function parse(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellStyles: true,
    });
  } catch (error) {
    throw new WorkbookError('damaged', '文件不完整或已损坏', { cause: error });
  }
}

function sheetOf(book: WorkBook, name: string): WorkSheet {
  const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined;
  if (sheet === undefined) throw new WorkbookError('damaged', `文件里找不到工作表「${name}」的内容`);
  return sheet;
}

function fillSheet(builder: SheetBuilder, sheet: WorkSheet, context: ReadContext): void {
  if (isDense(sheet)) {
    // The rows and cells between are holes, which forEach leaves out.
    sheet['!data'].forEach((row, rowIndex) => {
      row.forEach((cell, columnIndex) => {
        addCell(builder, rowIndex + 1, columnIndex + 1, cell, context);
      });
    });
  }
  for (const { s: start, e: end } of sheet['!merges'] ?? []) {
    builder.addMerge({ top: start.r + 1, left: start.c + 1, bottom: end.r + 1, right: end.c + 1 });
  }
  sheet['!rows']?.forEach((row, index) => {
    if (row?.hidden === true) builder.hideRow(index + 1);
  });
  sheet['!cols']?.forEach((column, index) => {
    if (column?.hidden === true) builder.hideColumns(index + 1, index + 1);
  });
}

function isDense(sheet: WorkSheet): sheet is WorkSheet & DenseWorkSheet {
  return Array.isArray(sheet['!data']);
}

function addCell(
  builder: SheetBuilder,
  row: number,
  column: number,
  cell: CellObject,
  context: ReadContext,
): void {
  const reading = readCell(cell, context);
  if (reading === undefined) return;
  builder.addCell(row, column, reading.content, reading.text, cell.f);
  if (reading.warning !== undefined) builder.warn(row, column, reading.warning);
}

function readCell(cell: CellObject, context: ReadContext): CellReading | undefined {
  const { t: type, v: value } = cell;
  if (type === 'z') return undefined;
  if (type === 's' && typeof value === 'string') return readText(value);
  if (type === 'b' && typeof value === 'boolean') {
    return { content: { type: 'boolean', value }, text: value ? 'TRUE' : 'FALSE' };
  }
  if (type === 'n' && typeof value === 'number' && Number.isFinite(value)) {
    const code = typeof cell.z === 'string' ? cell.z : 'General';
    return context.readNumber(value, { code, kind: kindOfFormat(code) });
  }
  if (type === 'e' && typeof value === 'number') {
    const name = errorNames.get(value) ?? '#UNKNOWN!';
    return { content: { type: 'error', value: name }, text: name };
  }
  return unreadable('内容有错');
}

const errorNames: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);
