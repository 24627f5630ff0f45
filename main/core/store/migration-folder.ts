import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from './errors.ts';

/** One migration file as sealed; a sealed file of a release never changes. */
export interface Migration {
  readonly version: number;
  readonly file: string;
  readonly sha256: string;
  /** Hash of the schema after this file. */
  readonly schemaHash: string;
}

export interface Migrations {
  readonly folder: string;
  /** Versions 1, 2, 3 … without gap. */
  readonly list: readonly Migration[];
}

export const manifestFile = 'manifest.json';

/** Lies beside this file in the sources and beside the main chunks in a bundle. */
export const defaultMigrationFolder = join(import.meta.dirname, 'migrations');

/** @throws StoreError when the manifest cannot be used */
export function readMigrations(folder: string): Migrations {
  const list: unknown = JSON.parse(readFileSync(join(folder, manifestFile), 'utf8'));
  if (!Array.isArray(list) || list.length === 0 || !list.every(isMigration))
    throw damagedProgram(manifestFile);
  if (list.some((migration, index) => migration.version !== index + 1)) throw damagedProgram(manifestFile);
  return { folder, list };
}

/** The SQL of one migration. @throws StoreError when the file is not the sealed one */
export function readMigrationSql(folder: string, migration: Migration): string {
  const sql = readSqlFile(folder, migration.file);
  if (hash('sha256', sql) !== migration.sha256) throw damagedProgram(migration.file);
  return sql;
}

/** Line ends are evened out: a checkout on Windows must not change the hash. */
export function readSqlFile(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
}

function isMigration(value: unknown): value is Migration {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return (
    typeof fields.version === 'number' &&
    ['file', 'sha256', 'schemaHash'].every((name) => typeof fields[name] === 'string')
  );
}

function damagedProgram(file: string): StoreError {
  return new StoreError(
    'migrationChanged',
    `程序文件不完整或被改动过（${file}），请重新安装程序。数据没有变化。`,
  );
}
