import { separatedCells } from '#shared/pasted-cells.ts';
import type { WorkbookData } from '#shared/workbook.ts';
import type { ReadLimits } from './limits.ts';
import { createReadBudget } from './read-budget.ts';
import { createReadContext } from './read-context.ts';
import { createSheetBuilder } from './sheet-builder.ts';
import { type SourceRow, type SourceTable, withLines } from './source-table.ts';
import { tooLongText } from './text-runs.ts';

const separators = ['\t', ',', ';', '，'] as const;
const LOOKED_AT_LINES = 50;

/**
 * What stands between the cells: of those that are in most of the first rows the one that makes most cells, or null
 * for a text that is no table. A line break within quotes ends no row.
 */
export function separatorOf(text: string): string | null {
  const start = text.split(/\r\n?|\n/u, LOOKED_AT_LINES).join('\n');
  const found = separators
    .map((separator) => {
      const rows = separatedCells(start, separator).filter((cells) =>
        cells.some((cell) => cell.trim() !== ''),
      );
      return { separator, rows: rows.length, counts: rows.map((cells) => cells.length - 1) };
    })
    .filter(({ rows, counts }) => counts.filter((count) => count > 0).length * 2 > rows)
    .toSorted((one, other) => sum(other.counts) - sum(one.counts));
  return found[0]?.separator ?? null;
}

/** One sheet without a name, whose cells are all text: what looks like a number is read by whoever wants one. */
export function readSeparated(text: string, separator: string, limits: ReadLimits): WorkbookData {
  const context = createReadContext(limits, false);
  const builder = createSheetBuilder('', 'visible', context);
  for (const [row, cells] of separatedCells(text, separator).entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell.trim() === '') continue;
      builder.addCell(row + 1, column + 1, { type: 'text', value: cell }, cell, undefined);
    }
  }
  const contains = { macros: false, externalLinks: false, embeddedObjects: false };
  return { sheets: [builder.finish()], warnings: context.warnings.finish(), contains };
}

/** The same as a list takes it, without a cell object for each text of a hundred thousand rows. */
export function separatedTable(text: string, separator: string, limits: ReadLimits): SourceTable {
  const budget = createReadBudget(limits);
  const rows: SourceRow[] = [];
  let columns = 0;
  for (const [index, written] of separatedCells(text, separator).entries()) {
    const cells = written.map(withLines);
    const used = cells.findLastIndex((cell) => cell !== '') + 1;
    if (used === 0) continue;
    cells.length = used;
    budget.takeRow();
    for (const [column, cell] of cells.entries()) {
      if (cell === '') continue;
      const characters = written[column]?.length ?? 0;
      if (characters > limits.cellCharacters) throw tooLongText(limits);
      budget.takeCell(characters);
    }
    columns = Math.max(columns, used);
    rows.push({ row: index + 1, cells });
  }
  for (const { cells } of rows) while (cells.length < columns) cells.push('');
  return { sheet: '', rows };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
