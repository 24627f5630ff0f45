import { columnNameOf, tableNameOf } from '#shared/rules/history/stored-names.ts';
import { listPaper, paperRow } from '../excel/write/list-paper.ts';
import { type PaperSheet, writePaperWorkbook } from '../excel/write/paper-workbook.ts';
import { readTables, type SalvagedTable } from '../store/salvaged-tables.ts';

/** Longer texts make a cell that no office program opens. */
const LONGEST_TEXT = 30_000;
const COLUMN_WIDTH = 18;

/**
 * Writes what can still be read of a damaged store into a workbook, a sheet for each table. Whoever has to type it anew
 * has it before them.
 * @param file a copy, never the store itself @returns how many rows; with none there is no workbook
 */
export async function salvage(file: string, workbook: string): Promise<number> {
  const tables = readTables(file).filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) return 0;
  const taken = new Set<string>();
  const sheets = tables.map((table) => sheetOf(table, freeName(tableNameOf(table.table), taken)));
  await writePaperWorkbook(workbook, sheets, [], () => undefined);
  return tables.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Some tables are called the same, as the leave of inspectors and of those on duty. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}(${number})`;
  taken.add(free);
  return free;
}

function sheetOf({ table, columns, rows, isWhole }: SalvagedTable, name: string): PaperSheet {
  return listPaper({
    name,
    columns: columns.map((column) => [columnNameOf(table, column), COLUMN_WIDTH, 'left']),
    title: name,
    caption: { left: `读出 ${rows.length} 行${isWhole ? '' : '，后面的读不出来'}`, right: '' },
    rows: rows.map((row) =>
      paperRow(row.map((value) => (typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value))),
    ),
  });
}
