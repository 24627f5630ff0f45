import {
  BorderStyle,
  type FileChild,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { PaperCell, PaperTable } from '#shared/rules/papers/model.ts';
import { sliceRows } from '#shared/rules/papers/table-slices.ts';
import { fonts } from './fonts.ts';
import { block, millimetres, points } from './measures.ts';
import { paragraph, space } from './paragraphs.ts';
import { text } from './runs.ts';
import { styleIds } from './styles.ts';

/** Space between a table and the text above and below it. */
const GAP = millimetres(2);
const ROW_PADDING = millimetres(1);
const CELL_PADDING = millimetres(1.2);
/** Above so many columns the type is 五号 instead of 小四. */
const COLUMNS_OF_LARGER_TYPE = 6;
const SMALLER_TYPE = { size: 10.5, lineHeight: 10.5 * 1.35 };
/** 0.25 mm in eighths of a point. */
const line = { style: BorderStyle.SINGLE, size: 5, color: '000000' } as const;
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
} as const;

/** A table with its caption; head rows stand on every page, rows are not torn (cl. 8). */
export function tableBlocks(table: PaperTable): FileChild[] {
  const caption =
    table.caption === ''
      ? [space(GAP)]
      : [
          paragraph(text(table.caption, { font: fonts.hei }), {
            align: 'center',
            after: GAP,
            keepNext: true,
          }),
        ];
  return [...caption, bareTable(table), space(GAP)];
}

interface TableLook {
  /** Least height of a row in twips. */
  rowHeight?: number;
  /** Points. */
  size?: number;
  lineHeight?: number;
  keepTogether?: boolean;
}

export function bareTable(table: PaperTable, look: TableLook = {}): Table {
  const widths = columnWidths(table.columns, table.landscape ? block.height : block.width);
  const cellLook = table.columns.length > COLUMNS_OF_LARGER_TYPE ? { ...SMALLER_TYPE, ...look } : look;
  // Cut to the table: a merged cell that reaches beyond it is no valid table for Word.
  const rows = sliceRows(table.rows, 0, table.rows.length).map((cellsOfRow, index) =>
    tableRow(cellsOfRow, index < table.headRows, cellLook),
  );
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
    margins: { top: ROW_PADDING, bottom: ROW_PADDING, left: CELL_PADDING, right: CELL_PADDING },
  });
}

function tableRow(cellsOfRow: readonly PaperCell[], isHead: boolean, look: TableLook): TableRow {
  const rowHeight = Math.max(look.rowHeight ?? 0, ...cellsOfRow.map(({ height = 0 }) => millimetres(height)));
  return new TableRow({
    children: cellsOfRow.map((cell) => tableCell(cell, look)),
    cantSplit: true,
    tableHeader: isHead,
    ...(rowHeight > 0 && { height: { value: rowHeight, rule: HeightRule.ATLEAST } }),
  });
}

function tableCell(cell: PaperCell, look: TableLook): TableCell {
  const lines = cell.text.split('\n').map((content) =>
    paragraph(
      text(content, {
        ...(cell.bold === true && { bold: true }),
        ...(look.size !== undefined && { size: look.size }),
      }),
      {
        style: styleIds.table,
        align: cell.align,
        ...(look.lineHeight !== undefined && { line: points(look.lineHeight) }),
        ...(look.keepTogether === true && { keepNext: true }),
      },
    ),
  );
  return new TableCell({
    children: lines,
    columnSpan: cell.across,
    rowSpan: cell.down,
    verticalAlign: cell.top === true ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
  });
}

/** Whole twips that together are exactly `total`. */
function columnWidths(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  let left = 0;
  let before = 0;
  return shares.map((share) => {
    left += share;
    const end = Math.round((left / sum) * total);
    const width = end - before;
    before = end;
    return width;
  });
}
