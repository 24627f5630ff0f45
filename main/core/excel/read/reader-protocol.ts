import type { TextDocument } from '#shared/text-document.ts';
import type { CellData, SheetData, WorkbookData } from '#shared/workbook.ts';
import type { ReadLimits } from './limits.ts';
import type { ReadSheetTable } from './source-table.ts';
import type { WorkbookErrorCode } from './workbook-error.ts';

/** What the reading process is asked for: a workbook, a table in it, a text, or the files in an archive; then comes answer by answer. */
export type ReaderRequest = {
  file: string | Uint8Array;
  limits: ReadLimits;
} & (
  | { kind: 'read' | 'readText' | 'unpack' }
  /** One sheet as a list takes it; null: the first one with anything on it. */
  | { kind: 'readTable'; sheet: string | null }
);

/** `practise`: nothing comes in answer; it goes on until something else is asked for. */
export type ReaderCall = ReaderRequest | { kind: 'next' } | { kind: 'practise' };

type SheetHead = Omit<SheetData, 'cells'>;

/** Cells follow their book in small portions, so that neither side is ever busy for long with one message. */
export type ReaderAnswer =
  | { kind: 'refused'; code: WorkbookErrorCode; reason: string }
  | ({ kind: 'book'; sheets: SheetHead[] } & Omit<WorkbookData, 'sheets'>)
  | { kind: 'cells'; sheet: number; cells: string }
  | { kind: 'done' };

/** Answers to a text, in portions too. */
export type TextAnswer =
  | { kind: 'refused'; code: WorkbookErrorCode; reason: string }
  | { kind: 'blocks'; blocks: string }
  | ({ kind: 'textDone' } & Omit<TextDocument, 'blocks'>);

/** Answers to an archive: each file's name, then its bytes in portions, or why it could not be taken out. */
export type ArchiveAnswer =
  | { kind: 'refused'; code: WorkbookErrorCode; reason: string }
  | { kind: 'file'; name: string }
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'broken'; code: WorkbookErrorCode }
  | { kind: 'unpacked' };

const CELLS_PER_PORTION = 2_000;
const CHARACTERS_PER_PORTION = 200_000;

export const cellTypes = ['text', 'number', 'boolean', 'date', 'time', 'duration', 'error'] as const;

/** [row, column, index of the type, value, text where it differs from the value, formula] */
type CellTuple = [number, number, number, CellData['value'], (string | null)?, string?];

/** Everything that answers a request that was read. */
export function* answersFor(book: WorkbookData): Generator<ReaderAnswer> {
  yield {
    kind: 'book',
    sheets: book.sheets.map(withoutCells),
    warnings: book.warnings,
    contains: book.contains,
  };
  for (const [sheet, { cells }] of book.sheets.entries()) {
    for (const portion of portionsOf(cells)) yield { kind: 'cells', sheet, cells: JSON.stringify(portion) };
  }
  yield { kind: 'done' };
}

function withoutCells(sheet: SheetData): SheetHead {
  const { name, state, rows, columns, merges, hiddenRows, hiddenColumns } = sheet;
  return { name, state, rows, columns, merges, hiddenRows, hiddenColumns };
}

function* portionsOf(cells: readonly CellData[]): Generator<CellTuple[]> {
  let portion: CellTuple[] = [];
  let characters = 0;
  for (const cell of cells) {
    portion.push(tupleOf(cell));
    characters += cell.text.length;
    if (portion.length >= CELLS_PER_PORTION || characters >= CHARACTERS_PER_PORTION) {
      yield portion;
      portion = [];
      characters = 0;
    }
  }
  if (portion.length > 0) yield portion;
}

function tupleOf({ row, column, type, value, text, formula }: CellData): CellTuple {
  const shown = text === value ? null : text;
  const typeIndex = cellTypes.indexOf(type);
  if (formula !== undefined) return [row, column, typeIndex, value, shown, formula];
  return shown === null ? [row, column, typeIndex, value] : [row, column, typeIndex, value, shown];
}

/** Everything that answers a text that was read. */
export function* textAnswersFor({ blocks, warnings, contains }: TextDocument): Generator<TextAnswer> {
  let portion: TextDocument['blocks'] = [];
  let characters = 0;
  for (const block of blocks) {
    portion.push(block);
    characters += block.kind === 'table' ? JSON.stringify(block.rows).length : block.text.length;
    if (characters < CHARACTERS_PER_PORTION) continue;
    yield { kind: 'blocks', blocks: JSON.stringify(portion) };
    portion = [];
    characters = 0;
  }
  yield { kind: 'blocks', blocks: JSON.stringify(portion) };
  yield { kind: 'textDone', warnings, contains };
}

/** Answers to a table: its head, then its rows in portions. */
export type TableAnswer =
  | { kind: 'refused'; code: WorkbookErrorCode; reason: string }
  /** sheet null: there is none of that name. */
  | { kind: 'table'; sheet: string | null; sheets: string[] }
  /** JSON of [row number, texts] each, with the places of what was not read where there are any. */
  | { kind: 'rows'; rows: string }
  | { kind: 'tableDone' };

const ROWS_PER_PORTION = 500;

/** Everything that answers a table that was read: a long one is laid out here, not by who asks for it. */
export function* tableAnswersFor({ table, sheets }: ReadSheetTable): Generator<TableAnswer> {
  yield { kind: 'table', sheet: table?.sheet ?? null, sheets };
  const rows = table?.rows ?? [];
  for (let first = 0; first < rows.length; first += ROWS_PER_PORTION) {
    const portion = rows
      .slice(first, first + ROWS_PER_PORTION)
      .map(({ row, cells, unread }) => (unread === undefined ? [row, cells] : [row, cells, unread]));
    yield { kind: 'rows', rows: JSON.stringify(portion) };
  }
  yield { kind: 'tableDone' };
}
