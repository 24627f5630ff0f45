import { UNREADABLE_VALUE } from '#shared/workbook.ts';
import {
  LAST_COLUMN,
  LAST_ROW,
  columnOfPlace,
  parsePlace,
  parseRange,
  rowOfPlace,
} from './cell-reference.ts';
import { readRawCell, type RawCell, type WorkbookTables } from './cell-values.ts';
import { createPlainCell, readPlainCell } from './plain-cell.ts';
import type { ReadContext } from './read-context.ts';
import type { SheetBuilder } from './sheet-builder.ts';
import { createTextRuns, type TextRuns } from './text-runs.ts';
import { spreadsheetNamespaces } from './vocabularies.ts';
import { WorkbookError } from './workbook-error.ts';
import { scanXml, type XmlAttributes, type XmlHandler, type XmlPart } from './xml-scanner.ts';

interface OpenCell extends RawCell {
  column: number;
  formula: string | undefined;
}

/** Depths of the elements in `worksheet/sheetData/row/c/v`; whatever stands elsewhere has another meaning. */
const SECTION_DEPTH = 2;
const ITEM_DEPTH = 3;
const CELL_DEPTH = 4;
const CONTENT_DEPTH = 5;

/** Characters of a formula that are shown in place of its value. */
const SHOWN_FORMULA = 60;

/** Reads one worksheet part into the builder. The declared dimension is only a hint and not looked at. */
export function readSheetPart(
  part: XmlPart,
  sheetName: string,
  tables: WorkbookTables,
  builder: SheetBuilder,
  context: ReadContext,
): void {
  scanXml(
    part,
    spreadsheetNamespaces,
    createSheetHandler(sheetName, tables, builder, context),
    context.limits,
  );
}

function createSheetHandler(
  sheetName: string,
  tables: WorkbookTables,
  builder: SheetBuilder,
  context: ReadContext,
): XmlHandler {
  let section = '';
  let row = 0;
  let column = 0;
  let cell: OpenCell | undefined;
  let gathering: 'value' | 'formula' | undefined;
  let inline: TextRuns | undefined;
  const plain = createPlainCell();

  const openItem = (name: string, attributes: XmlAttributes) => {
    if (section === 'sheetData' && name === 'row') {
      row = nextRow(attributes, row, sheetName);
      column = 0;
      if (isTrue(attributes['hidden'])) builder.hideRow(row);
    } else if (section === 'cols' && name === 'col') hideColumns(attributes, builder);
    else if (section === 'mergeCells' && name === 'mergeCell') {
      addMerge(attributes['ref'] ?? '', sheetName, builder, context);
    }
  };
  const openContent = (name: string, open: OpenCell) => {
    if (name === 'v') {
      gathering = 'value';
      open.value = '';
    } else if (name === 'f') {
      gathering = 'formula';
      open.formula = '';
    } else if (name === 'is') inline = createTextRuns(context.limits);
  };
  /** Left out it would look empty; what is known of it is its formula. */
  const addUncalculated = ({ column: place }: OpenCell, formula: string) => {
    const shown = `=${formula}`.slice(0, SHOWN_FORMULA);
    builder.addCell(row, place, { type: 'error', value: UNREADABLE_VALUE }, shown, formula);
    builder.warn(row, place, '公式没有保存计算结果，请用 Excel 或 WPS 打开并保存一次再导入');
  };
  const closeCell = (closed: OpenCell) => {
    const reading = readRawCell(closed, tables, context);
    if (reading === undefined) {
      if (closed.formula !== undefined && hasNoResult(closed)) addUncalculated(closed, closed.formula);
      return;
    }
    builder.addCell(row, closed.column, reading.content, reading.text, closed.formula);
    if (reading.warning !== undefined) builder.warn(row, closed.column, reading.warning);
  };

  return {
    takeWhole: (text, start, depth) => {
      if (depth !== CELL_DEPTH || section !== 'sheetData' || row === 0) return -1;
      if (!readPlainCell(text, start, plain) || plain.row !== row || plain.column <= column) return -1;
      column = plain.column;
      if (plain.value !== undefined) closeCell(plain);
      return plain.end;
    },
    open: (name, attributes, depth) => {
      if (inline !== undefined) inline.open(name);
      else if (depth === CONTENT_DEPTH && cell !== undefined) openContent(name, cell);
      else if (depth === CELL_DEPTH && name === 'c' && section === 'sheetData') {
        column = nextColumn(attributes['r'], row, column, sheetName);
        cell = openCell(attributes, column);
      } else if (depth === ITEM_DEPTH) openItem(name, attributes);
      else if (depth === SECTION_DEPTH) section = name;
    },
    close: (name, depth) => {
      if (depth > CONTENT_DEPTH) inline?.close(name);
      else if (depth === CONTENT_DEPTH) {
        gathering = undefined;
        if (inline !== undefined && cell !== undefined) cell.inlineText = inline.finish();
        inline = undefined;
      } else if (depth === CELL_DEPTH && cell !== undefined) {
        closeCell(cell);
        cell = undefined;
      }
    },
    text: (text) => {
      if (inline !== undefined) inline.text(text);
      else if (cell !== undefined && gathering === 'value') cell.value += text;
      else if (cell !== undefined && gathering === 'formula') cell.formula += text;
    },
  };
}

/** The result of a formula may be the empty text; of every other type an empty `v` stands for none. */
function hasNoResult({ type, value }: OpenCell): boolean {
  return value === undefined || (type !== 'str' && value.trim() === '');
}

function openCell(attributes: XmlAttributes, column: number): OpenCell {
  const style = attributes['s'];
  return {
    column,
    type: attributes['t'],
    value: undefined,
    inlineText: undefined,
    style: style === undefined ? undefined : Number(style),
    formula: undefined,
  };
}

/** Rows that name no number follow the last one. Disorder and repeats would leave open which value counts. */
function nextRow(attributes: XmlAttributes, previous: number, sheetName: string): number {
  const written = attributes['r'];
  const row = written === undefined ? previous + 1 : Number(written);
  if (!Number.isInteger(row) || row <= previous || row > LAST_ROW) {
    throw new WorkbookError('damaged', `工作表「${sheetName}」第 ${previous} 行以后的行号有错`);
  }
  return row;
}

function nextColumn(reference: string | undefined, row: number, previous: number, sheetName: string): number {
  const place = reference === undefined ? undefined : parsePlace(reference);
  const isWrongRow = reference !== undefined && (place === undefined || rowOfPlace(place) !== row);
  const column = place === undefined ? previous + 1 : columnOfPlace(place);
  if (isWrongRow || column <= previous || column > LAST_COLUMN) {
    throw new WorkbookError('damaged', `工作表「${sheetName}」第 ${row} 行里有单元格的位置写错了`);
  }
  return column;
}

function hideColumns(attributes: XmlAttributes, builder: SheetBuilder): void {
  const first = Number(attributes['min']);
  const last = Number(attributes['max']);
  if (isTrue(attributes['hidden']) && first >= 1 && last >= first && Number.isInteger(first)) {
    builder.hideColumns(first, last);
  }
}

function addMerge(reference: string, sheetName: string, builder: SheetBuilder, context: ReadContext): void {
  const range = parseRange(reference);
  if (range !== undefined) builder.addMerge(range);
  else context.warnings.add(`工作表「${sheetName}」有一处合并区域写得不对，没有采用`);
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}
