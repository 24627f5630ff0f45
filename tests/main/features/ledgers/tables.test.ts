import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sortsOf, storedName } from '#shared/rules/ledgers/definition.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import { openDatabase } from '#main/core/store/database.ts';
import { openStore } from '#main/core/store/open.ts';
import { recordColumns } from '#main/features/ledgers/columns.ts';

interface ColumnInfo {
  name: string;
  type: string;
  notnull: number;
}

let folder: string;
let database: ReturnType<typeof openDatabase>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-tables-'));
  openStore(folder).close();
  database = openDatabase(join(folder, 'store.db'), 'read');
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const names = (sql: string, table: string) => database.prepare<[string], string>(sql).pluck().all(table);

describe.each(ledgerDefinitions)('the table of $name', (definition) => {
  const { table, columns, key, title, unique = [], filters = [], searched = [] } = definition;

  it('has just the columns that its definition asks for', () => {
    const stored = database
      .prepare<[string], ColumnInfo>('SELECT name, type, "notnull" FROM pragma_table_info(?)')
      .all(table)
      .map(
        ({ name, type, notnull }) => `${name} ${type}${notnull === 1 && name !== 'id' ? ' NOT NULL' : ''}`,
      );
    const wanted = Object.entries(recordColumns(definition)).map(
      ([name, { type, nullable }]) =>
        `${name} ${type.toUpperCase()}${nullable || name === 'id' ? '' : ' NOT NULL'}`,
    );
    const own = ['row_key TEXT NOT NULL', 'search_text TEXT NOT NULL'];
    expect(stored.toSorted()).toEqual([...wanted, ...own].toSorted());
  });

  it('points to places, words and key sites by foreign keys', () => {
    const pointing = names(
      `SELECT "from" || ' ' || "table" || ' ' || on_delete FROM pragma_foreign_key_list(?)`,
      table,
    );
    const wanted = columns.flatMap((column) => {
      if (column.kind === 'term') return [`${storedName(column)} ledger_term NO ACTION`];
      return column.kind === 'site' ? [`${storedName(column)} key_site SET NULL`] : [];
    });
    expect(pointing).toEqual(expect.arrayContaining([...wanted, 'organization_id organization NO ACTION']));
  });

  it('takes just the values of its choices', () => {
    const [sql = ''] = names('SELECT sql FROM sqlite_schema WHERE name = ?', table);
    for (const column of columns.filter(({ kind }) => kind === 'choice')) {
      const [, list = ''] = new RegExp(`\\b${storedName(column)} IN \\(([^)]*)\\)`, 'u').exec(sql) ?? [];
      const values = column.kind === 'choice' ? column.choices.map(({ value }) => `'${value}'`) : [];
      expect(list.split(/\s*,\s*/u).toSorted()).toEqual(values.toSorted());
    }
  });

  it('is found by place, by key and in each order, by what its filters look at, and has its search index', () => {
    const indexes = new Map(
      database
        .prepare<[string], { name: string; columns: string }>(
          `SELECT name, (SELECT group_concat(name) FROM pragma_index_info(list.name)) AS columns
           FROM pragma_index_list(?) AS list`,
        )
        .all(table)
        .map((index) => [index.name, index.columns.split(',')]),
    );
    const looked = [
      ...columns.filter((column) => filters.includes(column.key)).map(storedName),
      ...(definition.due === undefined ? [] : ['due_on']),
      ...columns.filter(({ key: own }) => own === definition.due?.last).map(storedName),
    ];
    expect(indexes.get(`${table}_place`)?.slice(0, 2)).toEqual(['organization_id', 'id']);
    expect(indexes.get(`${table}_place`)).toEqual(expect.arrayContaining(looked));
    expect(indexes.get(`${table}_key`)).toEqual(['row_key']);
    for (const [, stored] of sortsOf(definition)) {
      const index = indexes.get(`${table}_by_${stored}`);
      expect(index?.slice(0, 2), stored).toEqual([stored, 'id']);
      expect(index).toEqual(expect.arrayContaining(['organization_id', ...looked]));
    }
    expect(names('SELECT name FROM sqlite_schema WHERE name = ?', `${table}_search`)).toHaveLength(1);
    const triggers = names(
      `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? AND name LIKE '%_search_%'`,
      table,
    );
    expect(triggers).toHaveLength(3);
  });

  it('names in its definition only columns that it has', () => {
    const known = new Set([...columns.map((column) => column.key), 'organizationUid']);
    expect([title, ...unique, ...filters, ...searched].filter((each) => !known.has(each))).toEqual([]);
    expect(new Set(columns.map((column) => column.key)).size).toBe(columns.length);
    const listed = columns.filter((column) => filters.includes(column.key)).map(({ kind }) => kind);
    expect(listed.filter((kind) => kind !== 'choice' && kind !== 'term')).toEqual([]);
  });

  it('has words for each of its term columns', () => {
    for (const column of columns.filter(({ kind }) => kind === 'term'))
      expect(
        names('SELECT name FROM ledger_term WHERE ledger || list = ?', `${key}${column.key}`).length,
      ).toBeGreaterThan(0);
  });
});
