/**
 * Triggers that write row_change, generated from the schema.
 * Flow: every insert, update and delete on a logged table adds one row_change that names the open operation.
 * Invariants: without an open operation the write is aborted; `id` and `uid` of a row never change; an update
 * that changes nothing leaves no trace.
 */
import type { Database } from './database.ts';
import { listLoggedTables, tableColumns } from './schema.ts';

const prefix = 'log_';

interface Trigger {
  readonly name: string;
  readonly sql: string;
}

function image(row: string, columns: readonly string[]): string {
  return `json_object(${columns.map((name) => `'${name}', ${row}."${name}"`).join(', ')})`;
}

function tableTriggers(table: string, columns: readonly string[]): Trigger[] {
  const operation = `coalesce((SELECT operation_id FROM active_operation), RAISE(ABORT, 'write outside transact'))`;
  const record = (kind: string, rowId: string, before: string, after: string) =>
    `INSERT INTO row_change (operation_id, table_name, row_id, kind, before, after)
  VALUES (${operation}, '${table}', ${rowId}, '${kind}', ${before}, ${after});`;
  const differs = columns.map((name) => `OLD."${name}" IS NOT NEW."${name}"`).join(' OR ');
  const define = (suffix: string, when: string, body: string): Trigger => {
    const name = `${prefix}${table}_${suffix}`;
    return { name, sql: `CREATE TRIGGER "${name}" ${when} BEGIN\n  ${body}\nEND` };
  };
  return [
    define('insert', `AFTER INSERT ON "${table}"`, record('insert', 'NEW.id', 'NULL', image('NEW', columns))),
    define(
      'update',
      `AFTER UPDATE ON "${table}" WHEN ${differs}`,
      record('update', 'NEW.id', image('OLD', columns), image('NEW', columns)),
    ),
    define('delete', `AFTER DELETE ON "${table}"`, record('delete', 'OLD.id', image('OLD', columns), 'NULL')),
    define(
      'identity',
      `BEFORE UPDATE OF id, uid ON "${table}" WHEN OLD.id IS NOT NEW.id OR OLD.uid IS NOT NEW.uid`,
      `SELECT RAISE(ABORT, 'id and uid of a row never change');`,
    ),
  ];
}

/**
 * Logs rows that were added while their trigger was set aside, as it would have done.
 * @param last the highest id that was there before
 * @returns how many were logged: none without an open operation
 */
export function logInsertions(database: Database, table: string, last: number): number {
  const after = image(`"${table}"`, tableColumns(database, table));
  return database
    .prepare<[number]>(
      `INSERT INTO row_change (operation_id, table_name, row_id, kind, before, after)
       SELECT operation_id, '${table}', "${table}".id, 'insert', NULL, ${after}
       FROM "${table}" JOIN active_operation WHERE "${table}".id > ? ORDER BY "${table}".id`,
    )
    .run(last).changes;
}

function expectedTriggers(database: Database): Trigger[] {
  return listLoggedTables(database).flatMap((table) => tableTriggers(table, tableColumns(database, table)));
}

function existingTriggers(database: Database): Trigger[] {
  return database
    .prepare<[], Trigger>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all()
    .filter((trigger) => trigger.name.startsWith(prefix));
}

function asText(triggers: readonly Trigger[]): string {
  return triggers
    .map((each) => each.sql)
    .toSorted()
    .join('\n');
}

/** True when exactly the triggers that the schema asks for are there, word for word. */
export function logTriggersAreRight(database: Database): boolean {
  return asText(expectedTriggers(database)) === asText(existingTriggers(database));
}

export function dropLogTriggers(database: Database): void {
  for (const { name } of existingTriggers(database)) database.exec(`DROP TRIGGER "${name}"`);
}

export function createLogTriggers(database: Database): void {
  for (const { sql } of expectedTriggers(database)) database.exec(sql);
}
