import type { AppliesTo, ImportedRow, ImportProblem } from '../../contract/schemes.ts';
import { columnName, type SheetData, UNREADABLE_VALUE, type WorkbookData } from '../../workbook.ts';
import { pointsText } from '../scoring/points-text.ts';
import { DATA_SHEET, readCarriedData } from './carried-data.ts';
import { type SchemeContent, textLimits } from './content.ts';
import { defaultSettings } from './default-settings.ts';
import { decideColumns, describeColumns, findHead, type SheetHead, type TableColumns } from './find-head.ts';
import { differenceText, fullPointsOf } from './findings.ts';
import { meaningOf } from './heading-words.ts';
import { readHeadLines } from './head-lines.ts';
import { keepCarried } from './keep-carried.ts';
import { readTable, type TableReading } from './read-table.ts';
import { levelsBelow, type ReadCategory, sumOfItems, toCategory } from './scheme-builder.ts';
import { UNREAD_CELL } from '../tables/unread-cells.ts';
import { isUnchangedExport } from './unchanged-export.ts';

/** What a workbook was taken for: the preview's rows and problems, and what would be stored. */
export interface SchemeReading {
  sheet: string;
  sheets: string[];
  content: SchemeContent;
  columns: { letter: string; heading: string; meaning: string }[];
  rows: ImportedRow[];
  problems: ImportProblem[];
  /** Whether rules and settings of an own export were found in it. */
  ownExport: boolean;
}

const MOST_INDICATORS = 2_000;

/** Reads a scheme as offices write it. @param sheetName null: the sheet that looks most like a scheme */
export function readScheme(workbook: WorkbookData, sheetName: string | null): SchemeReading {
  const shown = workbook.sheets.filter(({ name, state }) => state === 'visible' && name !== DATA_SHEET);
  const sheets = shown.map(({ name }) => name);
  const sheet = shown.find(({ name }) => name === sheetName) ?? likeliest(shown);
  if (sheet === undefined) return unreadable('', sheets, '文件里没有可见的工作表');
  const head = findHead(sheet);
  const columns = head && decideColumns(sheet, head);
  if (head === null || columns === null) {
    const missing = '没有找到表头，表里应有“考评内容”“分值”“评分标准”这样的一行';
    return unreadable(sheet.name, sheets, missing);
  }
  const carrier = workbook.sheets.find(({ name }) => name === DATA_SHEET);
  const carried = carrier === undefined ? null : readCarriedData(carrier);
  const reading = readTable(sheet, head, columns);
  const described = { sheet: sheet.name, sheets, columns: describeColumns(head, columns) };
  if (carried !== null && isUnchangedExport(sheet, carried)) {
    return { ...described, content: carried, rows: reading.rows, problems: [], ownExport: true };
  }
  const content = assemble(sheet, head, reading, carried);
  const unread = unreadCells(sheet, columns, reading);
  const isUnread = ({ row, column }: ImportProblem) =>
    unread.some((cell) => cell.row === row && cell.column === column);
  const problems = [
    ...unknownColumns(sheet, head, columns),
    ...unread,
    ...sizeProblems(sheet, columns, reading.categories),
    ...sumProblems(sheet, columns, reading),
    // What it is instead of a value is not judged as one.
    ...reading.problems.filter((problem) => !isUnread(problem)),
    ...(carried === null ? [] : keepCarried(sheet.name, content, reading.categories, carried)),
  ].toSorted((one, other) => one.row - other.row);
  return { ...described, content, rows: reading.rows, problems, ownExport: carried !== null };
}

function likeliest(sheets: readonly SheetData[]): SheetData | undefined {
  const columns = (sheet: SheetData) =>
    findHead(sheet)?.columns.filter(({ meaning }) => meaning !== null).length ?? 0;
  return sheets.toSorted((one, other) => columns(other) - columns(one))[0];
}

function emptyContent(): SchemeContent {
  return {
    title: '',
    documentNumber: '',
    issuer: '',
    appliesTo: null,
    statedPoints: null,
    settings: defaultSettings,
    notes: '',
    categories: [],
  };
}

function unreadable(sheet: string, sheets: string[], text: string): SchemeReading {
  const problems: ImportProblem[] = [{ severity: 'error', sheet, row: 0, column: '', text }];
  return { sheet, sheets, content: emptyContent(), columns: [], rows: [], problems, ownExport: false };
}

function assemble(
  sheet: SheetData,
  head: SheetHead,
  reading: TableReading,
  carried: SchemeContent | null,
): SchemeContent {
  const lines = readHeadLines(sheet, head.top);
  const notes = reading.notes.map((note) => note.replace(/^说明[:：]/u, '')).join('\n');
  return {
    ...emptyContent(),
    title: lines.title.slice(0, textLimits.title),
    documentNumber: lines.documentNumber || (carried?.documentNumber ?? ''),
    issuer: carried?.issuer ?? '',
    appliesTo: carried?.appliesTo ?? appliesToOf(lines.title),
    statedPoints: reading.total?.points ?? lines.fullPoints,
    settings: carried?.settings ?? defaultSettings,
    notes: notes.slice(0, textLimits.notes),
    categories: scoredCategories(reading.categories).map(toCategory),
  };
}

/** Those that only stand above others would count their points twice. */
function scoredCategories(categories: readonly ReadCategory[]): ReadCategory[] {
  return categories.filter((category) => levelsBelow(categories, category).length === 0);
}

/** Only where the title leaves no doubt. */
function appliesToOf(title: string): AppliesTo | null {
  const words: [RegExp, AppliesTo][] = [
    [/成员单位/u, 'memberUnit'],
    [/社区|对村|行政村|村\(|村级/u, 'village'],
    [/乡镇|镇街|街道|镇\(|乡\(/u, 'township'],
    [/县级|县\(|县区|市区|各县|区县/u, 'county'],
  ];
  const found = words.filter(([word]) => word.test(title.normalize('NFKC')));
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}

function unknownColumns(sheet: SheetData, head: SheetHead, columns: TableColumns): ImportProblem[] {
  const used: (number | null)[] = [...columns.categories, columns.categoryPoints, columns.content];
  used.push(
    ...columns.otherNumbers,
    columns.number,
    columns.points,
    columns.ruleText,
    columns.method,
    columns.source,
  );
  return head.columns
    .filter(({ column, meaning }) => !used.includes(column) && meaning !== 'ignored')
    .map(({ column, heading }) => {
      const twice = meaningOf(heading) !== null;
      const text = twice ? `“${heading}”重复，这一列没有导入` : `不认识“${heading}”，这一列没有导入`;
      return { severity: 'warning', sheet: sheet.name, row: head.bottom, column: columnName(column), text };
    });
}

/** Of lines that are taken over: numbers of lines are made anew, and sums are only compared. */
function unreadCells(sheet: SheetData, columns: TableColumns, { rows }: TableReading): ImportProblem[] {
  const { categories, content, ruleText, method, source, points } = columns;
  const texts = new Set<number | null>([...categories, content, ruleText, method, source]);
  const readingOf = new Map(rows.map(({ row, reading }) => [row, reading]));
  const isMeant = (row: number, column: number) => {
    const reading = readingOf.get(row);
    if (reading === 'category') return texts.has(column);
    return reading === 'indicator' && (texts.has(column) || column === points);
  };
  return sheet.cells
    .filter(({ row, column, value }) => value === UNREADABLE_VALUE && isMeant(row, column))
    .map(({ row, column }) => ({
      severity: 'error',
      sheet: sheet.name,
      row,
      column: columnName(column),
      text: UNREAD_CELL,
    }));
}

/** What would not go into the store as it is. */
function sizeProblems(
  sheet: SheetData,
  columns: TableColumns,
  categories: readonly ReadCategory[],
): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const error = (row: number, column: number | null, text: string): void => {
    const letter = column === null || column === 0 ? '' : columnName(column);
    problems.push({ severity: 'error', sheet: sheet.name, row, column: letter, text });
  };
  const items = categories.flatMap((category) => category.items);
  if (items.length === 0) error(0, null, '表头下面没有读到指标');
  if (items.length > MOST_INDICATORS) error(0, null, `指标有 ${items.length} 项，最多 ${MOST_INDICATORS} 项`);
  for (const category of categories) {
    const { name, row, column } = category;
    if (name.length > textLimits.categoryName) {
      error(row, column, `一级指标有 ${name.length} 个字，最多 ${textLimits.categoryName} 个字`);
    }
    for (const [place, indicator] of toCategory(category).indicators.entries()) {
      for (const field of ['number', 'content', 'ruleText', 'method', 'source'] as const) {
        const { length } = indicator[field];
        if (length <= textLimits[field]) continue;
        error(
          category.items[place]?.row ?? row,
          columns[field],
          `这一格有 ${length} 个字，最多 ${textLimits[field]} 个字`,
        );
      }
    }
  }
  return problems;
}

function sumProblems(
  sheet: SheetData,
  columns: TableColumns,
  { categories, total }: TableReading,
): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const warn = (row: number, column: number | null, text: string): void => {
    const letter = column === null || column === 0 ? '' : columnName(column);
    problems.push({ severity: 'warning', sheet: sheet.name, row, column: letter, text });
  };
  for (const category of categories) {
    const below = levelsBelow(categories, category);
    const sum = (below.length === 0 ? [category] : below).reduce((all, one) => all + sumOfItems(one), 0);
    if (category.stated === null || category.stated === sum) continue;
    const stated = pointsText(category.stated);
    const difference = differenceText(sum, category.stated);
    const text = `“${category.name}”写明 ${stated} 分，下面各项合计 ${pointsText(sum)} 分，${difference}`;
    warn(category.row, category.column, text);
  }
  const full = fullPointsOf(scoredCategories(categories).map(toCategory));
  if (total !== null && total.points !== full) {
    const difference = differenceText(full, total.points);
    const text = `合计写明 ${pointsText(total.points)} 分，各项相加 ${pointsText(full)} 分，${difference}`;
    warn(total.row, columns.points, text);
  }
  return problems;
}
