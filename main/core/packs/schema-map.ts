import { packGrounds } from '#shared/rules/exchange/topics.ts';
import { loggedTables } from '../store/tables.ts';
import type { Query } from '../store/query.ts';
import type { ReadStore } from '../store/read-store.ts';

/** What a pack has to know of a table, read from the schema. */
export interface TableShape {
  name: string;
  columns: readonly string[];
  references: readonly TableReference[];
  /** Columns of unique indexes, but for uid; of those with a condition or an expression none. */
  keys: readonly (readonly string[])[];
}

export interface TableReference {
  column: string;
  target: string;
  /** ON DELETE CASCADE: the row is a part of its target. */
  isPart: boolean;
  /** Wherever it is not empty, the row cannot be without its target. */
  isRequired: boolean;
}

export type SchemaMap = ReadonlyMap<string, TableShape>;

/** SQL over a table whose name is data here: names come from the schema alone, values always by parameter. */
export function sqlOf<Row, Params = null>(sql: string): Query<Row, Params> {
  return { name: 'packs', sql, columns: {} };
}

export function readSchemaMap(db: ReadStore): SchemaMap {
  return new Map(loggedTables.map((name) => [name, shapeOf(db, name)]));
}

function shapeOf(db: ReadStore, name: string): TableShape {
  const columns = db.all(
    sqlOf<{ name: string; notnull: number }, { name: string }>(
      'SELECT name, "notnull" FROM pragma_table_xinfo(@name) WHERE hidden = 0 ORDER BY cid',
    ),
    { name },
  );
  const required = new Set(columns.filter((column) => column.notnull === 1).map((column) => column.name));
  const references = db.all(
    sqlOf<{ column: string; target: string; onDelete: string }, { name: string }>(
      'SELECT "from" AS "column", "table" AS target, on_delete AS onDelete FROM pragma_foreign_key_list(@name)',
    ),
    { name },
  );
  return {
    name,
    columns: columns.map((column) => column.name),
    references: references.map(({ column, target, onDelete }) => ({
      column,
      target,
      isPart: onDelete === 'CASCADE' && required.has(column),
      isRequired: required.has(column) || (packGrounds[name] ?? []).includes(column),
    })),
    keys: keysOf(db, name),
  };
}

function keysOf(db: ReadStore, name: string): string[][] {
  const columns = db.all(
    sqlOf<{ place: string; column: string | null }, { name: string }>(
      `SELECT list.name AS place, info.name AS "column"
       FROM pragma_index_list(@name) AS list, pragma_index_info(list.name) AS info
       WHERE list."unique" = 1 AND list.partial = 0 ORDER BY list.seq, info.seqno`,
    ),
    { name },
  );
  return [...Map.groupBy(columns, ({ place }) => place).values()]
    .map((index) => index.map(({ column }) => column))
    .filter(
      (index): index is string[] => !index.includes(null) && !(index.length === 1 && index[0] === 'uid'),
    );
}

/** Tables whose rows are parts of those of a table, with the column that says of which. */
export function partsOf(map: SchemaMap, table: string): { part: TableShape; column: string }[] {
  return [...map.values()].flatMap((part) =>
    part.references
      .filter(({ target, isPart }) => isPart && target === table && part.name !== table)
      .map(({ column }) => ({ part, column })),
  );
}
