import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import { defineStatement, type Statement } from './query.ts';
import type { WriteStore } from './write-store.ts';

/*
 * Full-text indexes: derived from text that lies in logged tables, kept in step by triggers of their migration, never
 * logged. From there each is built anew.
 */

export interface SearchIndex {
  /** The virtual table. */
  readonly table: string;
  /** What it finds, as the clerk calls it. */
  readonly name: string;
  readonly clear: Statement<null>;
  readonly fill: Statement<null>;
}

/** @param rows SELECT of a row's id in the index and its text */
function searchIndex(table: string, name: string, rows: string): SearchIndex {
  return {
    table,
    name,
    clear: defineStatement({
      name: `store.clear ${table}`,
      sql: `INSERT INTO ${table} (${table}) VALUES ('delete-all')`,
    }),
    fill: defineStatement({
      name: `store.fill ${table}`,
      sql: `INSERT INTO ${table} (rowid, body) ${rows}`,
    }),
  };
}

/** Every one of them; a test holds the list against the schema. */
export const searchIndexes: readonly SearchIndex[] = [
  searchIndex('paper_search', '发文', 'SELECT id, search_text FROM paper'),
  searchIndex('received_search', '收文', 'SELECT id, search_text FROM received_paper'),
  searchIndex('task_search', '督办任务', 'SELECT id, search_text FROM task'),
  searchIndex('key_site_search', '重点单位', 'SELECT id, search_text FROM key_site'),
  searchIndex('library_search', '文件库', 'SELECT key, body FROM library_passage'),
  ...ledgerDefinitions.map(({ table, name }) =>
    searchIndex(`${table}_search`, name, `SELECT id, search_text FROM ${table}`),
  ),
];

/** @returns how many rows it finds afterwards */
export function rebuildIndex(tx: WriteStore, { clear, fill }: SearchIndex): number {
  tx.run(clear);
  return tx.run(fill).changes;
}
