import type { TextDocumentBlock } from '#shared/text-document.ts';
import { WorkbookError } from '../../excel/read/workbook-error.ts';
import type { XmlAttributes } from '../../excel/read/xml-scanner.ts';
import { attribute, count } from './docx-vocabulary.ts';
import type { TextBudget } from './text-budget.ts';
import { textLimits } from './text-limits.ts';

type TextTable = Extract<TextDocumentBlock, { kind: 'table' }>;

interface OpenCell {
  lines: string[];
  across: number;
  /** Covered by the cell above. */
  isCovered: boolean;
}

interface OpenTable {
  rows: string[][];
  row: string[];
  cell: OpenCell | undefined;
}

/** Gathers tables while the body is read. A table within a cell becomes lines of that cell. */
interface Tables {
  /** @returns whether the element is one of a table's */
  open(name: string, attributes: XmlAttributes): boolean;
  close(name: string): void;
  /** @returns whether the text belongs to a cell */
  takeText(text: string): boolean;
}

export function createTables(budget: TextBudget, onTable: (table: TextTable) => void): Tables {
  const tables: OpenTable[] = [];
  const openCell = (): OpenCell | undefined => tables.at(-1)?.cell;

  const finishTable = (): void => {
    const rows = withEqualRows(tables.pop()?.rows ?? []);
    if (rows.length === 0) return;
    const outer = openCell();
    if (outer === undefined) onTable({ kind: 'table', rows });
    else outer.lines.push(...rows.map((row) => row.join('\t')));
  };

  const finishCell = (table: OpenTable): void => {
    const { lines, across, isCovered } = table.cell ?? newCell();
    const columns = Math.max(1, across);
    if (table.row.length + columns > textLimits.columns) {
      throw new WorkbookError('too-large', `文档里的表格超过了 ${textLimits.columns} 列的上限`);
    }
    budget.takeCells(columns);
    const text = isCovered ? '' : lines.join('\n').trim();
    table.row.push(text, ...Array.from({ length: columns - 1 }, () => ''));
    table.cell = undefined;
  };

  return {
    open: (name, attributes) => {
      const table = tables.at(-1);
      if (name === 'tbl') {
        budget.takeBlock();
        tables.push({ rows: [], row: [], cell: undefined });
      } else if (table === undefined) return false;
      else if (name === 'tr') table.row = [];
      else if (name === 'tc') table.cell = newCell();
      else if (table.cell === undefined) return false;
      else if (name === 'gridSpan') table.cell.across = count(attributes, 'val') ?? 1;
      else if (name === 'vMerge') table.cell.isCovered = attribute(attributes, 'val') !== 'restart';
      else return false;
      return true;
    },
    close: (name) => {
      const table = tables.at(-1);
      if (table === undefined) return;
      if (name === 'tc') finishCell(table);
      else if (name === 'tr' && table.row.length > 0) table.rows.push(table.row);
      else if (name === 'tbl') finishTable();
    },
    takeText: (text) => {
      const cell = openCell();
      if (cell === undefined) return false;
      cell.lines.push(text);
      return true;
    },
  };
}

function newCell(): OpenCell {
  return { lines: [], across: 1, isCovered: false };
}

function withEqualRows(rows: readonly string[][]): string[][] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => '')]);
}
