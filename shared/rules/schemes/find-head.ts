import { columnName, lookUpSheet, type SheetData, type SheetLookup } from '../../workbook.ts';
import { type ColumnMeaning, meaningNames, meaningOf } from './heading-words.ts';

interface HeadColumn {
  column: number;
  heading: string;
  /** Null: no known word. */
  meaning: ColumnMeaning | null;
}

/** Where the table begins and which column holds what. */
export interface SheetHead {
  /** First and last row of the heading. */
  top: number;
  bottom: number;
  columns: HeadColumn[];
}

const SEARCHED_ROWS = 40;
const FEWEST_COLUMNS = 2;

/** The heading row is told by its words, wherever it stands and in whatever order its columns come; null: none. */
export function findHead(sheet: SheetData): SheetHead | null {
  const look = lookUpSheet(sheet);
  let best: SheetHead | null = null;
  for (let row = 1; row <= Math.min(sheet.rows, SEARCHED_ROWS); row += 1) {
    const head = headAt(sheet, look, row);
    if (head !== null && (best === null || quality(head) > quality(best))) best = head;
  }
  return best;
}

/** How much of a scheme's table the columns make up; 0 is not one. */
function quality({ columns }: SheetHead): number {
  return new Set(columns.flatMap(({ meaning }) => (meaning === null ? [] : [meaning]))).size;
}

function headAt(sheet: SheetData, look: SheetLookup, row: number): SheetHead | null {
  const bottom = lastHeadRow(sheet, look, row);
  const columns: HeadColumn[] = [];
  for (let column = 1; column <= sheet.columns; column += 1) {
    const found = headingOf(look, row, bottom, column);
    if (found !== null) columns.push(found);
  }
  const meanings = new Set(columns.map(({ meaning }) => meaning));
  const says = meanings.has('content') || meanings.has('ruleText') || meanings.has('category');
  const known = columns.filter(({ meaning }) => meaning !== null);
  if (!says || known.length < FEWEST_COLUMNS || meanings.size < FEWEST_COLUMNS) return null;
  return { top: row, bottom, columns };
}

/** A heading of two rows shows by its merged cells: 得分 over 自评分 and 考评分, 序号 over both rows. */
function lastHeadRow(sheet: SheetData, look: SheetLookup, row: number): number {
  const merges = sheet.merges.filter(({ top }) => top === row);
  const tall = merges.filter(({ bottom }) => bottom === row + 1);
  const wide = merges.filter((merge) => merge.bottom === row && merge.right > merge.left);
  const isSplit = wide.some((merge) =>
    look.cellsOfRow(row + 1).some(({ column }) => merge.left <= column && column <= merge.right),
  );
  return tall.length > 0 && (isSplit || tall.length === look.cellsOfRow(row).length) ? row + 1 : row;
}

/**
 * The lowest heading that is known, else the lowest one. 考核内容 over two columns is a heading of both; any other
 * heading over several columns belongs to its first.
 */
function headingOf(look: SheetLookup, top: number, bottom: number, column: number): HeadColumn | null {
  const texts: string[] = [];
  for (let row = bottom; row >= top; row -= 1) {
    const text = look.mergedCellAt(row, column)?.text.trim() ?? '';
    if (text !== '' && !texts.includes(text)) texts.push(text);
  }
  const [lowest] = texts;
  if (lowest === undefined) return null;
  const heading = texts.find((text) => meaningOf(text) !== null) ?? lowest;
  const meaning = meaningOf(heading);
  const merge = look.mergeAt(bottom, column);
  const isCovered = merge !== undefined && merge.left !== column;
  return isCovered && meaning !== 'content' && meaning !== 'category' ? null : { column, heading, meaning };
}

/** Whether a column has one cell for several rows: merged, or left empty below its first row. */
function groupsRowsBelow(sheet: SheetData, head: SheetHead, column: number): boolean {
  const inColumn = sheet.merges.filter((merge) => merge.left === column && merge.top > head.bottom);
  if (inColumn.some(({ top, bottom }) => bottom > top)) return true;
  const below = sheet.cells.filter(({ row }) => row > head.bottom);
  const filled = below.filter((cell) => cell.column === column).length;
  return filled * 2 <= new Set(below.map(({ row }) => row)).size;
}

const bareNumber = /^\(?(?:\d{1,3}(?:[.-]\d{1,3}){0,3}|[一二三四五六七八九十百]{1,4})\)?[、.]?$/u;

/** Whether a column holds numbers of rows and hardly anything else: 考核内容 over two columns, the first 1, 2, 3. */
function onlyNumbersRows(sheet: SheetData, head: SheetHead, column: number): boolean {
  const below = sheet.cells.filter((cell) => cell.column === column && cell.row > head.bottom);
  const texts = below.map(({ text }) => text.normalize('NFKC').replaceAll(/\s/gu, '')).filter(Boolean);
  return texts.filter((text) => bareNumber.test(text)).length * 2 > texts.length;
}

/** The columns by their roles, once doubtful ones have been decided. */
export interface TableColumns {
  number: number | null;
  /** They hold numbers of what is numbered otherwise. */
  otherNumbers: number[];
  /** From the highest level down. */
  categories: number[];
  /** Points of the category, where they stand in a column of their own. */
  categoryPoints: number | null;
  content: number;
  points: number | null;
  ruleText: number | null;
  method: number | null;
  source: number | null;
}

function columnsOf(head: SheetHead, meaning: ColumnMeaning): number[] {
  return head.columns.filter((one) => one.meaning === meaning).map(({ column }) => column);
}

/** The columns of a meaning; those that only number what stands in another one of them apart. */
function namedAndNumbers(head: SheetHead, meaning: ColumnMeaning, numbersRows: (column: number) => boolean) {
  const columns = columnsOf(head, meaning);
  const named = columns.filter((column) => !numbersRows(column));
  return named.length === 0
    ? { named: columns, numbers: [] }
    : { named, numbers: columns.filter((column) => !named.includes(column)) };
}

/**
 * Which column plays which part. Of several contents the last one is it and those before are levels above; without
 * one the last category column says what is assessed, or the scoring standard where that column only groups the
 * rows. Of two columns of points the one before the content belongs to the category.
 */
export function decideColumns(sheet: SheetData, head: SheetHead): TableColumns | null {
  const numbersRows = (column: number) => onlyNumbersRows(sheet, head, column);
  const { named: contents, numbers: contentNumbers } = namedAndNumbers(head, 'content', numbersRows);
  const { named: levels, numbers: levelNumbers } = namedAndNumbers(head, 'category', numbersRows);
  const [ruleText = null] = columnsOf(head, 'ruleText');
  const lastLevel = levels.at(-1) ?? null;
  const isGroup = lastLevel !== null && ruleText !== null && groupsRowsBelow(sheet, head, lastLevel);
  const chosen = contents.at(-1) ?? (isGroup ? null : lastLevel) ?? ruleText;
  if (chosen === null) return null;
  const points = columnsOf(head, 'points');
  const own = points.findLast((column) => column > chosen) ?? points.at(-1) ?? null;
  const before = points.find((column) => column !== own && column < chosen) ?? null;
  const one = (meaning: ColumnMeaning) => columnsOf(head, meaning)[0] ?? null;
  const [number = null, ...otherNumbers] = [...contentNumbers.toReversed(), ...columnsOf(head, 'number')];
  return {
    number,
    otherNumbers: [...levelNumbers, ...otherNumbers],
    categories: [...levels, ...contents].filter((column) => column !== chosen),
    categoryPoints: before,
    content: chosen,
    points: own,
    ruleText,
    method: one('method'),
    source: one('source'),
  };
}

/** How each column was taken, for the preview. */
export function describeColumns(
  head: SheetHead,
  decided: TableColumns,
): { letter: string; heading: string; meaning: string }[] {
  return head.columns.map(({ column, heading, meaning }) => ({
    letter: columnName(column),
    heading,
    meaning: roleName(column, decided) ?? (meaning === null ? '不认识，不导入' : meaningNames.ignored),
  }));
}

function roleName(column: number, decided: TableColumns): string | null {
  if (column === decided.content) {
    return column === decided.ruleText
      ? `${meaningNames.content}、${meaningNames.ruleText}`
      : meaningNames.content;
  }
  if (decided.categories.includes(column)) return meaningNames.category;
  if (decided.otherNumbers.includes(column)) return '编号，不导入';
  if (column === decided.categoryPoints) return '一级指标的分值';
  const roles = ['number', 'points', 'ruleText', 'method', 'source'] as const;
  const role = roles.find((name) => decided[name] === column);
  return role === undefined ? null : meaningNames[role];
}
