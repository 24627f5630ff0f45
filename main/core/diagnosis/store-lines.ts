import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { tableNames } from '#shared/rules/history/table-names.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import { type Database, openDatabase, storeFile } from '../store/database.ts';
import { listTables } from '../store/schema.ts';
import { problemKind } from './problem-kind.ts';
import { ownName, withoutText } from './without-text.ts';

const pragmas = [
  'journal_mode',
  'synchronous',
  'foreign_keys',
  'page_size',
  'page_count',
  'freelist_count',
  'auto_vacuum',
  'encoding',
  'application_id',
  'user_version',
  'schema_version',
  'mmap_size',
];

/** What is told of the store: its files, and what can be asked of it as it is now. Changes nothing. */
export interface StoreLines {
  /** Under which heading the lines stand. */
  state: string[];
  rows: string[];
  settings: string[];
}

/** A store that cannot be opened is told of as far as its files go. */
export function storeLines(dataFolder: string): StoreLines {
  const state = fileLines(dataFolder);
  let database: Database | null = null;
  try {
    const start = performance.now();
    const opened = openDatabase(join(dataFolder, storeFile), 'read');
    database = opened;
    state.push(`打开用时：${since(start)}`);
    const rows = attempt(() => rowLines(opened));
    state.push(...attempt(() => pragmaLines(opened)), ...attempt(() => checkLines(opened)));
    return { state, rows, settings: attempt(() => settingLines(opened)) };
  } catch (error) {
    return { state: [...state, `打不开：${problemKind(error)}`], rows: [], settings: [] };
  } finally {
    database?.close();
  }
}

function attempt(lines: () => string[]): string[] {
  try {
    return lines();
  } catch (error) {
    return [`读不出来：${problemKind(error)}`];
  }
}

function fileLines(dataFolder: string): string[] {
  return [storeFile, `${storeFile}-wal`, `${storeFile}-shm`, 'chain-head.json'].map((name) => {
    const path = join(dataFolder, name);
    return existsSync(path) ? `${name}：${statSync(path).size} 字节` : `${name}：没有`;
  });
}

function pragmaLines(database: Database): string[] {
  return pragmas.map((name) => `${name}：${String(database.pragma(name, { simple: true }))}`);
}

function checkLines(database: Database): string[] {
  const start = performance.now();
  const found = database.prepare<[], string>('SELECT quick_check FROM pragma_quick_check').pluck().all();
  const faults = found.filter((line) => line !== 'ok').length;
  const broken = Number(database.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get());
  const last = Number(database.prepare('SELECT max(id) FROM operation').pluck().get());
  return [
    `quick_check：${faults === 0 ? 'ok' : `${faults} 处`}，用时 ${since(start)}`,
    `foreign_key_check：${broken} 处`,
    `操作日志到第 ${last} 号`,
  ];
}

function rowLines(database: Database): string[] {
  const start = performance.now();
  const lines = listTables(database).map(({ name }) => {
    const count = Number(database.prepare(`SELECT count(*) FROM "${name}"`).pluck().get());
    return `${name}（${nameOf(name)}）：${count}`;
  });
  return [...lines, `数完用时：${since(start)}`];
}

function nameOf(table: string): string {
  const ledger = ledgerDefinitions.find((each) => each.table === table);
  return tableNames[table] ?? ledger?.name ?? '程序内部';
}

function settingLines(database: Database): string[] {
  return database
    .prepare<[], { name: string; value: string }>('SELECT name, value FROM setting ORDER BY name')
    .all()
    .map(({ name, value }) => `${ownName(name)}：${JSON.stringify(withoutText(parsed(value)))}`);
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function since(start: number): string {
  return `${Math.round(performance.now() - start)} 毫秒`;
}
