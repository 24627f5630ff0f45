/** Reads of a damaged store what can still be read: table by table, each until the damage and back from the end. */
import { type Database, openDamaged } from './database.ts';
import { listLoggedTables, tableColumns } from './schema.ts';

type Value = string | number | null;

export interface SalvagedTable {
  table: string;
  columns: string[];
  rows: Value[][];
  /** Whether nothing of it was damaged. */
  isWhole: boolean;
}

/** Enough for any office; more would make a workbook that does not open. */
const MOST_ROWS = 200_000;
/** For the program alone. */
const ownColumns = new Set(['id', 'uid', 'search_text', 'thumbnail']);

/** @param file a copy, which may be written to. Empty where not even the list of tables can be read. */
export function readTables(file: string): SalvagedTable[] {
  let database: Database | null = null;
  try {
    const opened = openDamaged(file);
    database = opened;
    return listLoggedTables(opened).map((table) => readTable(opened, table));
  } catch {
    return [];
  } finally {
    database?.close();
  }
}

function readTable(database: Database, table: string): SalvagedTable {
  const found = new Map<number, Value[]>();
  let columns: string[] = [];
  let isWhole = true;
  try {
    columns = tableColumns(database, table).filter((name) => !ownColumns.has(name));
    for (const direction of ['ASC', 'DESC'] as const) {
      isWhole = readRows(database, { table, columns, direction }, found);
      if (isWhole) break;
    }
  } catch {
    isWhole = false;
  }
  const rows = [...found].toSorted(([one], [other]) => one - other).map(([, row]) => row);
  return { table, columns, rows, isWhole };
}

/** @returns whether it came to the end */
function readRows(
  database: Database,
  { table, columns, direction }: { table: string; columns: string[]; direction: 'ASC' | 'DESC' },
  found: Map<number, Value[]>,
): boolean {
  const list = ['id', ...columns].map((name) => `"${name}"`).join(', ');
  const sql = `SELECT ${list} FROM "${table}" NOT INDEXED ORDER BY id ${direction} LIMIT ${MOST_ROWS}`;
  try {
    for (const row of database.prepare<[], Record<string, Value>>(sql).iterate()) {
      const { id, ...values } = row;
      found.set(Number(id), Object.values(values));
    }
    return true;
  } catch {
    return false;
  }
}
