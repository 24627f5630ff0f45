import type { ImportedRow, ImportProblem } from '../../contract/schemes.ts';
import { columnName, type SheetData } from '../../workbook.ts';
import { createLevels } from './category-levels.ts';
import { type CellPoints, textWithPoints } from './cell-points.ts';
import type { SheetHead, TableColumns } from './find-head.ts';
import { meaningOf } from './heading-words.ts';
import {
  headingLevel,
  isChineseNumeral,
  isNote,
  isSignature,
  isSubtotal,
  isTotal,
  leadingNumber,
} from './row-kinds.ts';
import { createSchemeBuilder, type ReadCategory, type ReadItem } from './scheme-builder.ts';
import { createSharedCells } from './shared-cells.ts';
import { type TableRow, tableRows } from './table-rows.ts';

export interface TableReading {
  categories: ReadCategory[];
  rows: ImportedRow[];
  problems: ImportProblem[];
  notes: string[];
  /** From a row 合计 or 总分. */
  total: { points: number; row: number } | null;
}

/** Reads the rows below the heads: categories, indicators, and what is neither. */
export function readTable(sheet: SheetData, head: SheetHead, columns: TableColumns): TableReading {
  const all = tableRows(sheet, head, columns);
  const builder = createSchemeBuilder();
  const levels = createLevels(columns);
  const shared = createSharedCells(all, columns);
  const { categories } = builder;
  const reading: TableReading = { categories, rows: [], problems: [], notes: [], total: null };
  let isBelow = false;

  function read(row: TableRow): ImportedRow {
    const line = lineOf(row);
    const starts = [row.own[0], row.own.find(({ column }) => column !== columns.number)];
    const words = starts.map((cell) => cell?.text ?? '');
    const { points } = row.points(columns.points);
    const isShared = row.span(columns.points).top < row.row;
    const isFree = (points === null || isShared) && row.ownText(columns.ruleText) === '';
    if (isRepeatedHead(row, head)) return rowRead(row, 'skipped', '重复的表头');
    if (words.some(isTotal)) {
      if (points !== null && !words.some(isSubtotal)) reading.total = { points, row: row.row };
      return rowRead(row, 'skipped', `合计行：${line}`);
    }
    const isNumbered = /^\d/u.test(row.ownText(columns.number));
    if (isFree && !isShared && !isNumbered && isSignature(line)) {
      isBelow = true;
      return rowRead(row, 'skipped', `签名栏：${line}`);
    }
    if (isFree && (isBelow || (words.some(isNote) && row.own.length <= 2))) {
      isBelow = true;
      reading.notes.push(line);
      return rowRead(row, 'note', line);
    }
    isBelow = false;
    const heading = headingOf(row, columns, levels.hasHeading());
    return heading === null ? readItem(row) : readHeading(row, heading);
  }

  function readHeading(row: TableRow, { text, column, isTop }: Heading): ImportedRow {
    const { points } = row.points(columns.points);
    const opened = builder.open(levels.heading({ text, row: row.row, column, points }, isTop));
    return rowRead(row, 'category', text, { categoryName: opened.name, maxPoints: opened.stated });
  }

  function readItem(row: TableRow): ImportedRow {
    const category = builder.open(levels.at(row));
    const last = builder.lastItem();
    const points = row.points(columns.points);
    const isOwn = row.span(columns.points).top === row.row;
    const hasPoints = isOwn && (points.points !== null || points.unreadable !== null);
    if (row.text(columns.content) === '' && row.text(columns.ruleText) === '' && !hasPoints) {
      const { name, stated } = category;
      return rowRead(row, 'category', lineOf(row), { categoryName: name, maxPoints: stated });
    }
    const adds = row.ownText(columns.content) === '' && !hasPoints;
    if (last !== null && (adds || shared.sharesPoints(row, last.row))) {
      extend(last, row);
      return rowRead(row, 'indicator', `并入第 ${last.row} 行的指标`, shown(row, category, null));
    }
    const item = newItem(row, category, points);
    builder.addItem(item);
    return rowRead(row, 'indicator', '', {
      ...shown(row, category, item.points),
      number: item.number,
      content: item.contents.join(''),
      ruleText: item.ruleTexts.join(''),
      method: item.methods.join(''),
    });
  }

  function extend(item: ReadItem, row: TableRow): void {
    item.contents.push(row.ownText(columns.content));
    item.ruleTexts.push(row.ownText(columns.ruleText));
    item.methods.push(row.ownText(columns.method));
    item.sources.push(row.ownText(columns.source));
  }

  function newItem(row: TableRow, category: ReadCategory, cell: CellPoints): ReadItem {
    // An empty content over a filled standard repeats the one above only where the cells are merged.
    const content = row.text(columns.content) || row.text(columns.ruleText);
    const numbered =
      columns.number === null ? leadingNumber(content) : { number: shared.numberOf(row), content };
    const ofCategory = shared.pointsOfCategory(row);
    if (ofCategory && category.stated === null) category.stated = cell.points;
    const points = ofCategory ? null : (cell.points ?? textWithPoints(content).points);
    reportMissing(row, cell, points, ofCategory);
    return {
      row: row.row,
      number: numbered.number,
      contents: [numbered.content],
      points,
      ruleTexts: [row.text(columns.ruleText)],
      methods: [row.text(columns.method)],
      sources: [row.text(columns.source)],
    };
  }

  function reportMissing(row: TableRow, cell: CellPoints, points: number | null, ofCategory: boolean): void {
    if (cell.unreadable === null && points !== null) return;
    const reason = ofCategory ? '这一项没有单列分值' : '没有写分值';
    const what = cell.unreadable === null ? reason : `分值“${cell.unreadable}”读不出一个数`;
    reading.problems.push({
      severity: 'warning',
      sheet: sheet.name,
      row: row.row,
      column: columns.points === null ? '' : columnName(columns.points),
      text: `${what}，先按 0 分导入，导入后请补上`,
    });
  }

  function shown(row: TableRow, category: ReadCategory, maxPoints: number | null): Partial<ImportedRow> {
    return {
      categoryName: category.name,
      content: row.ownText(columns.content),
      maxPoints,
      ruleText: row.ownText(columns.ruleText),
      method: row.ownText(columns.method),
    };
  }

  for (const row of all) reading.rows.push(read(row));
  return reading;
}

function lineOf(row: TableRow): string {
  return row.own.map(({ text }) => text.trim()).join(' ');
}

function rowRead(
  { row }: TableRow,
  reading: ImportedRow['reading'],
  text: string,
  given: Partial<ImportedRow> = {},
): ImportedRow {
  const empty = { categoryName: '', number: '', content: '', maxPoints: null, ruleText: '', method: '' };
  return { row, reading, text, ...empty, ...given };
}

interface Heading {
  text: string;
  column: number;
  isTop: boolean;
}

/** A row with one text besides number and points, numbered as a heading or over the whole width. */
function headingOf(row: TableRow, columns: TableColumns, isBelowHeading: boolean): Heading | null {
  const aside = [columns.points, columns.number, columns.categoryPoints];
  const texts = row.own.filter(({ column }) => !aside.includes(column));
  const [only] = texts.length === 0 ? row.own : texts;
  if (only === undefined || texts.length > 1) return null;
  const text = only.text.trim();
  const level = headingLevel(text) ?? (isChineseNumeral(row.text(columns.number)) ? 'top' : null);
  const { column } = only;
  if (row.isWide) return { text, column, isTop: level === null ? !isBelowHeading : level === 'top' };
  const byNumbering = columns.categories.length === 0 && level !== null && column <= columns.content;
  return byNumbering ? { text, column, isTop: level === 'top' } : null;
}

/** Heads that a program repeated on each page. */
function isRepeatedHead(row: TableRow, head: SheetHead): boolean {
  const same = row.own.filter(({ column, text }) => {
    const known = head.columns.find((one) => one.column === column);
    return known?.heading === text.trim() && meaningOf(text) !== null;
  });
  return same.length >= 2 && same.length * 2 >= row.own.length;
}
