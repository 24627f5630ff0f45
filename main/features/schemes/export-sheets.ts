import { carriedRows, DATA_SHEET } from '#shared/rules/schemes/carried-data.ts';
import type { SchemeContent } from '#shared/rules/schemes/content.ts';
import { type LayoutRow, layOutScheme, layoutHeads } from '#shared/rules/schemes/sheet-layout.ts';
import type { DataSheet, PaperColumn, PaperRow, PaperSheet } from '#main/core/excel/write/paper-workbook.ts';

const columns: readonly PaperColumn[] = [
  { width: 16, align: 'center' },
  { width: 8, align: 'center' },
  { width: 40, align: 'left' },
  { width: 8, align: 'center' },
  { width: 44, align: 'left' },
  { width: 14, align: 'center' },
  { width: 18, align: 'left' },
];

function paperRow({ cells, categoryRows }: LayoutRow): PaperRow {
  return cells.map((value, column) =>
    column === 0 && categoryRows === 0 ? null : { value, ...(column === 0 ? { down: categoryRows } : {}) },
  );
}

/** The scheme as an office's table, and hidden beside it what a table cannot say. */
export function schemeSheets(scheme: SchemeContent): { paper: PaperSheet; data: DataSheet } {
  const layout = layOutScheme(scheme);
  return {
    paper: {
      name: '考核方案',
      columns,
      title: layout.title,
      caption: { left: layout.captionLeft, right: layout.captionRight },
      head: [layoutHeads.map((value) => ({ value }))],
      rows: layout.rows.map(paperRow),
      foot: layout.foot,
    },
    data: { name: DATA_SHEET, rows: carriedRows(scheme) },
  };
}
