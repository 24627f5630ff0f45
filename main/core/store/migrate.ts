/**
 * Brings a store to the schema of this program.
 * Flow: refuse foreign and newer files → hold the applied files against the sealed list and the schema against its
 * hash → back up a store that exists → each missing file in a transaction of its own: run the SQL, check foreign
 * keys, record the operation 'store.migrate'. The first drops the log triggers, the last makes them anew: they are
 * hundreds, and nobody else writes in between.
 * Invariants: a file is at one sealed version or at the next, never between; a store that holds data is never
 * migrated without a checked backup; migrations are the horizon of undo.
 */
import { randomUUID } from 'node:crypto';
import { backUpStore, type UpgradeBackup, upgradeBackupFor, upgradeBackupName } from './backup-copy.ts';
import { type Database, translateError } from './database.ts';
import { StoreError } from './errors.ts';
import { formatInstant } from './format-instant.ts';
import { closeLine, openLine } from './log-line.ts';
import { createLogTriggers, dropLogTriggers, logTriggersAreRight } from './log-triggers.ts';
import { type Migration, type Migrations, readMigrationSql } from './migration-folder.ts';
import type { StatementCache } from './read-store.ts';
import { listTables, schemaHash } from './schema.ts';
import { readMeta } from './store-meta.ts';

/** 'XFAB' in the header of the file: tells our stores from any other SQLite file. */
const applicationId = 0x58464142;

interface Context {
  readonly cache: StatementCache;
  readonly folder: string;
  readonly migrations: Migrations;
  readonly programVersion: string;
}

/**
 * May this program work with the file at all? Writes nothing.
 * @returns the version of the file, 0 for a new one. @throws StoreError notAStore, newerFile, migrationChanged, …
 */
export function requireUsableVersion(context: Context): number {
  const { database } = context.cache;
  const version = requireOwnFile(database);
  requireKnownVersion(context, version);
  if (version > 0) requireUnchanged(database, context.migrations, version);
  return version;
}

/** @throws StoreError in plain Chinese; the store is then at the last version that succeeded */
export function migrate(context: Context, version: number): void {
  const missing = context.migrations.list.slice(version);
  const backup = backUpBefore(context, version, missing.at(-1));
  try {
    for (const migration of missing) applyFile(context, migration, migration === missing.at(-1));
    repairLogTriggers(context);
  } catch (error) {
    // The store stays at the last version that succeeded, and a program of that version may write into it.
    if (requireOwnFile(context.cache.database) > 0) repairLogTriggers(context);
    throw migrationError(error, backup);
  }
}

/** @returns the backup's path; null where there was nothing to lose */
function backUpBefore(
  { cache, folder }: Context,
  version: number,
  last: Migration | undefined,
): string | null {
  if (last === undefined || version === 0) return null;
  const time = formatInstant(Date.now()).replaceAll(/[-:]/g, '').replace(' ', '-');
  const name = upgradeBackupName(version, last.version, `${time}-${randomUUID().slice(0, 8)}`);
  return backUpStore(cache.database, folder, name);
}

/** @returns the version of the file, 0 for an empty one */
function requireOwnFile(database: Database): number {
  const id = database.pragma('application_id', { simple: true });
  const version = Number(database.pragma('user_version', { simple: true }));
  if (id === applicationId) return version;
  if (id === 0 && version === 0 && listTables(database).length === 0) return 0;
  throw new StoreError(
    'notAStore',
    '这个文件夹里的 store.db 不是本程序的数据，没有打开。请选择另一个数据文件夹。',
  );
}

function requireKnownVersion({ cache, folder, migrations, programVersion }: Context, version: number): void {
  if (version <= migrations.list.length) return;
  const writer = readNewerProgram(cache.database);
  const backup = upgradeBackupFor(folder, migrations.list.length);
  throw new StoreError(
    'newerFile',
    `数据由更新的程序保存过（数据第 ${version} 版，程序 ${writer}），当前程序 ${programVersion} 只能打开到第 ${migrations.list.length} 版。` +
      `数据没有变化，请用新版程序打开。${backupWords(backup)}`,
    undefined,
    backup?.path,
  );
}

function backupWords(backup: UpgradeBackup | null): string {
  return backup === null
    ? '没有找到当前程序能打开的升级前备份。'
    : `升级前的备份（数据第 ${backup.version} 版，当前程序能打开）在：${backup.path}`;
}

/** A newer program may keep its books in another form. */
function readNewerProgram(database: Database): string {
  try {
    return readMeta(database, 'programVersion') ?? '版本不明';
  } catch {
    return '版本不明';
  }
}

function requireUnchanged(database: Database, migrations: Migrations, version: number): void {
  const applied = database
    .prepare<[], { version: number; sha256: string }>(
      'SELECT version, sha256 FROM migration ORDER BY version',
    )
    .all();
  const differs = migrations.list
    .slice(0, version)
    .some((each, index) => applied[index]?.sha256 !== each.sha256);
  if (differs || applied.length !== version) {
    throw new StoreError(
      'migrationChanged',
      '数据的升级记录与本程序不一致，没有打开。请用原来的程序打开，或从备份恢复。',
    );
  }
  if (schemaHash(database) !== migrations.list[version - 1]?.schemaHash) {
    throw new StoreError(
      'schemaDiffers',
      '数据表的结构被别的程序改动过，为保护数据没有打开。请从最近的备份恢复。',
    );
  }
}

function applyFile(context: Context, migration: Migration, isLast: boolean): void {
  const sql = readMigrationSql(context.migrations.folder, migration);
  const label = migration.version === 1 ? '建立数据' : '升级数据';
  inMigration(context, { label, summary: `第 ${migration.version} 版`, isLast }, (database) => {
    database.exec(sql);
    database.pragma(`application_id = ${applicationId}`);
    database.pragma(`user_version = ${migration.version}`);
    return (operationId) => {
      database
        .prepare(
          'INSERT INTO migration (version, file, sha256, operation_id, applied_at) VALUES (?, ?, ?, ?, ?)',
        )
        .run(migration.version, migration.file, migration.sha256, operationId, Date.now());
    };
  });
}

/** Missing or foreign triggers mean changes without a log: the repair itself stands in the log for good. */
function repairLogTriggers(context: Context): void {
  if (logTriggersAreRight(context.cache.database)) return;
  const summary = '变更记录的触发器与程序不一致，已重新生成';
  inMigration(context, { label: '修复变更记录', summary, isLast: true }, () => () => undefined);
}

/** @param change runs without log triggers; what it returns is told the number of the recorded operation */
function inMigration(
  { cache }: Context,
  { label, summary, isLast }: { label: string; summary: string; isLast: boolean },
  change: (database: Database) => (operationId: number) => void,
): void {
  const { database } = cache;
  // Rebuilding a table drops the old one; with foreign keys on that would delete its children.
  database.pragma('foreign_keys = OFF');
  database.exec('BEGIN IMMEDIATE');
  try {
    dropLogTriggers(database);
    const note = change(database);
    if (hasBrokenReferences(database)) {
      throw new Error('broken references after migration');
    }
    const operation = {
      uid: randomUUID(),
      name: 'store.migrate',
      label,
      undo: 'final',
      userUid: null,
      userName: '程序',
      windowUid: '',
      host: 'cli',
      summary,
    } as const;
    const line = openLine(cache, operation, null);
    note(line.id);
    if (isLast) createLogTriggers(database);
    closeLine(cache, line, { outcome: 'done', summary, result: 'null', continues_id: null });
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

function hasBrokenReferences(database: Database): boolean {
  return database.prepare('SELECT 1 FROM pragma_foreign_key_check LIMIT 1').get() !== undefined;
}

function migrationError(error: unknown, backup: string | null): StoreError {
  const translated = translateError(error);
  if (translated instanceof StoreError) return translated;
  const advice = backup === null ? '' : `升级前的备份在：${backup}`;
  const reason = `升级数据时出错，数据保持原样。请联系维护人员。${advice}`;
  return new StoreError('migrationFailed', reason, error, backup);
}
