import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { defaultMigrationFolder, readMigrations, readSqlFile } from '#main/core/store/migration-folder.ts';
import { sealMigrations } from '#main/core/store/migrations/seal.ts';
import { openStore } from '#main/core/store/open.ts';
import { registeredStatements } from '#main/core/store/query.ts';
import { listLoggedTables, listTables } from '#main/core/store/schema.ts';
import { loggedTables, unloggedTables } from '#main/core/store/tables.ts';
import { temporaryFolder } from '#tests/support/store.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');

interface ColumnInfo {
  table_name: string;
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

let folder: string;
let database: Driver.Database;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'schema-'));
  openStore(folder).close();
  database = new Driver(join(folder, 'store.db'), { readonly: true });
});

afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function columns(): ColumnInfo[] {
  return database
    .prepare<[], ColumnInfo>(
      `SELECT m.name AS table_name, x.name, x.type, x."notnull", x.pk
       FROM sqlite_schema AS m JOIN pragma_table_xinfo(m.name) AS x WHERE m.type = 'table'`,
    )
    .all();
}

describe('the schema', () => {
  it('holds every table in exactly one of the lists logged and unlogged, with a reason for each unlogged one', () => {
    const tables = listTables(database).map((table) => table.name);
    expect(tables.toSorted()).toEqual([...loggedTables, ...Object.keys(unloggedTables)].toSorted());
    for (const reason of Object.values(unloggedTables)) expect(reason.length).toBeGreaterThan(10);
  });

  it('is STRICT in every table', () => {
    const loose = listTables(database).filter((table) => table.type === 'table' && !table.strict);
    expect(loose).toEqual([]);
  });

  it('gives logged tables an id, a unique uid, and only INTEGER and TEXT', () => {
    const all = columns();
    for (const table of listLoggedTables(database)) {
      const own = all.filter((column) => column.table_name === table);
      expect(own.find((column) => column.name === 'id')).toMatchObject({ type: 'INTEGER', pk: 1 });
      expect(own.find((column) => column.name === 'uid')).toMatchObject({ type: 'TEXT', notnull: 1 });
      expect(own.filter((column) => !['INTEGER', 'TEXT'].includes(column.type))).toEqual([]);
      const unique = database
        .prepare<[string], string>(
          `SELECT group_concat(i.name) FROM pragma_index_list(?) AS l JOIN pragma_index_info(l.name) AS i
           WHERE l."unique" = 1 AND l.partial = 0 GROUP BY l.name`,
        )
        .pluck()
        .all(table);
      expect(unique).toContain('uid');
    }
  });

  it('never replaces a row in place of updating it, neither in SQL nor in sources', () => {
    const files = globSync('{main,shared}/**/*.{ts,sql}', { cwd: root });
    const replacing = files.filter((file) =>
      /\bOR\s+REPLACE\b|\bREPLACE\s+INTO\b|ON\s+CONFLICT\s+REPLACE\b/i.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
    expect(replacing).toEqual([]);
  });

  it('is sealed as it is in the files', () => {
    const copy = join(temporaryFolder(), 'migrations');
    cpSync(defaultMigrationFolder, copy, { recursive: true });
    sealMigrations(copy);
    expect(readMigrations(copy).list).toEqual(readMigrations(defaultMigrationFolder).list);
    for (const { file } of readMigrations(copy).list) {
      expect(readSqlFile(copy, file)).not.toMatch(/^\s*(BEGIN|COMMIT|PRAGMA)\b/im);
    }
  });
});

describe('every registered statement', () => {
  it('can be prepared and returns the columns that it declares, with their types', async () => {
    const files = globSync('main/**/*.ts', { cwd: root }).filter((file) =>
      /\bdefine(Query|Statement)[<(]/.test(readFileSync(join(root, file), 'utf8')),
    );
    for (const file of files) await import(join(root, file));
    const nullable = new Set(
      columns()
        .filter((column) => column.notnull === 0 && column.pk === 0)
        .map((column) => `${column.table_name}.${column.name}`),
    );
    expect(registeredStatements().length).toBeGreaterThan(10);
    const problems: string[] = [];
    for (const { name, sql, columns: declared } of registeredStatements()) {
      const statement = database.prepare(sql);
      if (declared === null) {
        if (statement.reader) problems.push(`${name} returns rows`);
        continue;
      }
      const found = statement.columns();
      const names = found.map((column) => column.name).toSorted();
      if (names.join() !== Object.keys(declared).toSorted().join())
        problems.push(`${name} returns ${names.join()}`);
      for (const { name: column, type, table, column: origin } of found) {
        const spec = declared[column];
        if (spec === undefined) continue;
        if (type !== null && type.toLowerCase() !== spec.type) problems.push(`${name}: ${column} is ${type}`);
        if (!spec.nullable && nullable.has(`${table}.${origin}`))
          problems.push(`${name}: ${column} may be null`);
      }
    }
    expect(problems).toEqual([]);
  });
});
