import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { columnNameOf, tableNameOf } from '#shared/rules/history/stored-names.ts';
import { createFileNames } from '#main/core/files/file-names.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import { namingColumns } from '#main/core/packs/row-names.ts';
import { type SchemaMap, sqlOf, type TableShape } from '#main/core/packs/schema-map.ts';
import type { StoredRow } from '#main/core/packs/collect.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WithheldRows } from './withheld-rows.ts';

/** Longer texts make a cell that no office program opens. */
const LONGEST_TEXT = 30_000;
const COLUMN_WIDTH = 18;
/** For the program alone. */
const ownColumns: ReadonlySet<string> = new Set(['id', 'uid', 'search_text', 'thumbnail', 'sealed']);

interface Watch {
  check: () => void;
  progress: (done: number, count: number, name: string) => void;
}

interface Tables {
  map: SchemaMap;
  withheld: WithheldRows;
}

/** A workbook for each table with rows. @returns their paths below `folder` */
export async function writeTableBooks(
  db: ReadStore,
  { map, withheld }: Tables,
  { folder, below }: { folder: string; below: string },
  { check, progress }: Watch,
): Promise<string[]> {
  mkdirSync(join(folder, below));
  const nameFor = createFileNames();
  const shown: Shown = { nameOf: createRowNames(db, map), withheld };
  const written: string[] = [];
  for (const [place, shape] of [...map.values()].entries()) {
    check();
    const name = tableNameOf(shape.name);
    progress(place, map.size, name);
    const rows = db
      .all(sqlOf<StoredRow>(`SELECT * FROM "${shape.name}" ORDER BY id`))
      // Of what is still secret nothing can be read, and nothing is to be counted.
      .filter((row) => (row['sealed'] ?? null) === null && !withheld.has(shape.name, row['id']));
    if (rows.length === 0) continue;
    const path = `${below}/${nameFor(`${name}.xlsx`)}`;
    await writePaperWorkbook(join(folder, path), [sheetOf(shape, rows, shown)], [], check);
    written.push(path);
  }
  return written;
}

type RowNames = (table: string, id: unknown) => string;

interface Shown {
  nameOf: RowNames;
  withheld: WithheldRows;
}

function sheetOf(shape: TableShape, rows: readonly StoredRow[], { nameOf, withheld }: Shown) {
  const columns = shape.columns.filter((column) => !ownColumns.has(column));
  const name = tableNameOf(shape.name);
  const targets = new Map(shape.references.map(({ column, target }) => [column, target]));
  const cellOf = (row: StoredRow, column: string): string | number | null => {
    const value = row[column] ?? null;
    const target = targets.get(column);
    if (target !== undefined && value !== null)
      return withheld.has(target, value) ? null : nameOf(target, value);
    return typeof value === 'string' ? withheld.told(value).slice(0, LONGEST_TEXT) : value;
  };
  return listPaper({
    name: name.slice(0, 31),
    columns: columns.map((column) => [headingOf(shape, column), COLUMN_WIDTH, 'left']),
    title: name,
    caption: { left: `共 ${rows.length} 条`, right: '' },
    rows: rows.map((row) => paperRow(columns.map((column) => cellOf(row, column)))),
  });
}

/** A reference without a name of its own is called as what it refers to. */
export function headingOf(shape: TableShape, column: string): string {
  const name = columnNameOf(shape.name, column);
  const reference = shape.references.find((each) => each.column === column);
  return name === column && reference !== undefined ? tableNameOf(reference.target) : name;
}

/** What rows that others refer to are called. */
function createRowNames(db: ReadStore, map: SchemaMap): RowNames {
  const known = new Map<string, string>();
  const find = (table: string, id: number): string => {
    if (table === 'organization') return db.get(lastName, { id })?.name ?? '';
    const row =
      db.get(sqlOf<StoredRow, { id: number }>(`SELECT * FROM "${table}" WHERE id = @id`), { id }) ?? {};
    const column = namingColumns.find((each) => (row[each] ?? '') !== '');
    if (column !== undefined) return String(row[column]);
    const reference = map.get(table)?.references.find((each) => (row[each.column] ?? null) !== null);
    return reference === undefined ? String(id) : nameOf(reference.target, row[reference.column]);
  };
  const nameOf: RowNames = (table, id) => {
    const key = `${table}/${String(id)}`;
    const name = known.get(key) ?? find(table, Number(id));
    known.set(key, name);
    return name;
  };
  return nameOf;
}

const lastName = sqlOf<{ name: string }, { id: number }>(
  'SELECT name FROM organization_state WHERE organization_id = @id ORDER BY first_day DESC LIMIT 1',
);
