import type { CellContent, CellData, CellRange, SheetData, SheetState } from '#shared/workbook.ts';
import { withoutCoveredCells, withoutOverlaps } from './covered-cells.ts';
import { hasLoneSurrogate, looksGarbled } from './escaped-text.ts';
import type { ReadContext } from './read-context.ts';
import { tooLongText } from './text-runs.ts';

/** Puts a sheet together, whichever format it is read from. */
export interface SheetBuilder {
  /** Cells come by row, then by column. */
  addCell(row: number, column: number, content: CellContent, text: string, formula: string | undefined): void;
  addMerge(range: CellRange): void;
  hideRow(row: number): void;
  hideColumns(first: number, last: number): void;
  warn(row: number, column: number, warning: string): void;
  finish(): SheetData;
}

// Longer formulas than the format allows are no use to anyone; the value counts.
const LONGEST_FORMULA = 8_192;

export function createSheetBuilder(name: string, state: SheetState, context: ReadContext): SheetBuilder {
  const cells: CellData[] = [];
  const merges: CellRange[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns: { first: number; last: number }[] = [];
  let lastRow = 0;
  const warn = (row: number, column: number, warning: string) =>
    context.warnings.addForCell(name, row, column, warning);
  return {
    warn,
    addCell: (row, column, content, text, formula) => {
      if (text.length > context.limits.cellCharacters) throw tooLongText(context.limits);
      if (row !== lastRow) context.budget.takeRow();
      lastRow = row;
      context.budget.takeCell(text.length + (formula?.length ?? 0));
      if (content.type === 'text') warnOfText(content.value, (warning) => warn(row, column, warning));
      const cell: CellData = { row, column, ...content, text };
      if (formula !== undefined) cell.formula = formula.length > LONGEST_FORMULA ? '' : formula;
      cells.push(cell);
    },
    addMerge: (range) => {
      context.budget.takeMerge();
      merges.push(range);
    },
    hideRow: (row) => hiddenRows.push(row),
    hideColumns: (first, last) => hiddenColumns.push({ first, last }),
    finish: () => {
      const kept = withoutOverlaps(merges, ({ top, left }) =>
        warn(top, left, '合并区域与别的合并区域重叠，没有采用'),
      );
      const shown = withoutCoveredCells(cells, kept, ({ row, column }) =>
        warn(row, column, '内容被合并单元格盖住，没有采用'),
      );
      const rows = shown.at(-1)?.row ?? 0;
      const columns = shown.reduce((last, { column }) => Math.max(last, column), 0);
      return {
        name,
        state,
        rows,
        columns,
        cells: shown,
        merges: kept,
        hiddenRows: hiddenRows.slice(0, context.limits.rows).filter((row) => row <= rows),
        hiddenColumns: numbersWithin(hiddenColumns, columns),
      };
    },
  };
}

function warnOfText(text: string, warn: (warning: string) => void): void {
  if (looksGarbled(text)) warn('文字里有乱码，请核对');
  else if (hasLoneSurrogate(text)) warn('文字里有残缺的字符，请核对');
}

function numbersWithin(ranges: { first: number; last: number }[], limit: number): number[] {
  const numbers = new Set<number>();
  for (const { first, last } of ranges) {
    for (let number = first; number <= Math.min(last, limit); number += 1) numbers.add(number);
  }
  return [...numbers].toSorted((one, other) => one - other);
}
