/**
 * The only door to the SQLite driver.
 * What: opens connections and makes sure that each one runs with the settings that durability rests on.
 * Invariant: a connection whose settings, read back, differ from what was asked is never handed out.
 */
import DatabaseConstructor from 'better-sqlite3';
import type { Database, OpenDriver, OpenOptions } from './driver.ts';
import { StoreError } from './errors.ts';
import { nodeErrorCode, openWithNode } from './node-driver.ts';
import { systemCode } from '../system-code.ts';

export type { Database, PreparedStatement } from './driver.ts';

/** File of the store inside a data folder. */
export const storeFile = 'store.db';

/** Below it: corruption by the WAL reset bug (before 3.51.3) and memory errors in FTS5 (before 3.53.2). */
const oldestSqlite = [3, 53, 2] as const;

const busyMilliseconds = 5000;
const journalSizeLimit = 64 * 1024 * 1024;

/** copy: a backup at rest, which has no write-ahead log. */
type Mode = 'write' | 'read' | 'copy';

/**
 * KiB of pages, negative as SQLite wants it. Of the writer half of what is usual: in a long save pages that wait to be
 * written are kept twice, and it takes no longer.
 */
const cacheSizes: Readonly<Record<Mode, number>> = { write: -8_000, read: -16_000, copy: -16_000 };

/** Setting, what to write (null: only read), and what must be read back. */
function settings(mode: Mode): readonly (readonly [string, string | null, string | number])[] {
  return [
    ['journal_mode', mode === 'write' ? 'WAL' : null, mode === 'copy' ? 'delete' : 'wal'],
    ['synchronous', 'FULL', 2],
    ['foreign_keys', 'ON', 1],
    ['recursive_triggers', 'ON', 1],
    ['mmap_size', '0', 0],
    ['busy_timeout', String(busyMilliseconds), busyMilliseconds],
    ['trusted_schema', 'OFF', 0],
    ['cell_size_check', 'ON', 1],
    // What was deleted is overwritten, not only forgotten.
    ['secure_delete', 'ON', 1],
    ['journal_size_limit', String(journalSizeLimit), journalSizeLimit],
    // What a statement with triggers needs to undo itself alone: as a file it takes half the time of a long save.
    ['temp_store', mode === 'write' ? 'MEMORY' : null, mode === 'write' ? 2 : 0],
    ['cache_size', String(cacheSizes[mode]), cacheSizes[mode]],
    ['query_only', mode === 'write' ? 'OFF' : 'ON', mode === 'write' ? 0 : 1],
  ];
}

/** Tests ask for Node's driver where better-sqlite3 would load. */
let openDriver: OpenDriver =
  process.env['OFFICE_SQLITE'] === 'node'
    ? openWithNode
    : (file, options) => new DatabaseConstructor(file, options);

/** Opens one connection. @throws StoreError when the file cannot be used or a setting does not hold */
export function openDatabase(file: string, mode: Mode): Database {
  const database = openWithDriver(file, { readonly: mode === 'read', fileMustExist: mode === 'read' });
  try {
    requireVersion(database);
    for (const [name, value] of settings(mode)) if (value !== null) database.pragma(`${name} = ${value}`);
    requireSettings(database, mode);
    return database;
  } catch (error) {
    database.close();
    throw translateError(error);
  }
}

function openWithDriver(file: string, options: OpenOptions): Database {
  try {
    return openDriver(file, options);
  } catch (error) {
    if (!isUnloadable(error)) throw error;
    openDriver = openWithNode;
    return openDriver(file, options);
  }
}

/** Which SQLite answers here, and through which driver. */
export function sqliteInUse(): { version: string; driver: 'better-sqlite3' | 'node:sqlite' } {
  const database = openWithDriver(':memory:', { readonly: false, fileMustExist: false });
  try {
    const driver = openDriver === openWithNode ? 'node:sqlite' : 'better-sqlite3';
    return { version: versionOf(database), driver };
  } finally {
    database.close();
  }
}

function versionOf(database: Database): string {
  return database.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
}

/** As by an older C library than better-sqlite3's binary was made for. */
function isUnloadable(error: unknown): boolean {
  return systemCode(error) === 'ERR_DLOPEN_FAILED';
}

/** Makes one file of a copy that was made of a store in WAL mode: a backup is a single file. */
export function leaveWal(file: string): void {
  const database = openWithDriver(file, { readonly: false, fileMustExist: true });
  try {
    database.pragma('journal_mode = DELETE');
  } finally {
    database.close();
  }
}

/** A copy of a damaged store, to read of it what can be read; nothing else is asked of it. @throws the driver's error */
export function openDamaged(file: string): Database {
  const database = openWithDriver(file, { readonly: false, fileMustExist: true });
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  return database;
}

/** Reads every setting back. @throws StoreError naming the settings that do not hold */
export function requireSettings(database: Database, mode: Mode): void {
  const wrong = settings(mode).filter(
    ([name, , expected]) => database.pragma(name, { simple: true }) !== expected,
  );
  if (wrong.length === 0) return;
  const names = wrong.map(([name]) => name);
  throw new StoreError('settings', `数据库的安全设置没有生效（${names.join('、')}），为保护数据已停止打开。`);
}

function requireVersion(database: Database): void {
  const found = versionOf(database);
  const parts = found.split('.').map(Number);
  const difference =
    oldestSqlite.map((part, index) => (parts[index] ?? 0) - part).find((step) => step !== 0) ?? 0;
  if (difference < 0) {
    throw new StoreError('settings', `程序自带的数据库组件版本过旧（${found}），请重新安装程序。`);
  }
}

const messages = [
  ['SQLITE_FULL', 'diskFull', '磁盘空间不足，这次没有保存。请清理磁盘后再试，原有数据没有变化。'],
  ['SQLITE_CORRUPT', 'damaged', '数据文件有损坏，已停止写入。请不要删除任何文件，从最近的备份恢复。'],
  [
    'SQLITE_NOTADB',
    'notAStore',
    '数据文件不是本程序的数据，或已损坏。请不要删除任何文件，从最近的备份恢复。',
  ],
  ['SQLITE_IOERR', 'ioError', '读写磁盘出错，这次没有保存。请检查磁盘，然后重新启动程序。'],
  ['SQLITE_CANTOPEN', 'ioError', '打不开数据文件。请检查数据文件夹是否存在、是否有读写权限。'],
  ['SQLITE_READONLY', 'readOnly', '数据文件夹是只读的，不能保存。请检查文件夹的权限。'],
  ['SQLITE_BUSY', 'busy', '数据正被另一项工作占用，这次没有保存。请稍后再试。'],
] as const;

/** What the system says of the disk where a file is written without SQLite. */
const sqliteWords: Readonly<Record<string, string>> = {
  ENOSPC: 'SQLITE_FULL',
  EDQUOT: 'SQLITE_FULL',
  EIO: 'SQLITE_IOERR',
  EROFS: 'SQLITE_READONLY',
  EACCES: 'SQLITE_READONLY',
};

/** Turns an error of driver or system about the file or the disk into a StoreError; all other errors pass unchanged. */
export function translateError(error: unknown): unknown {
  const code = errorCode(error) ?? sqliteWords[systemCode(error)];
  const known = messages.find(([prefix]) => code?.startsWith(prefix));
  return known ? new StoreError(known[1], known[2], error) : error;
}

/** True for a violated UNIQUE, CHECK, NOT NULL or FOREIGN KEY rule. */
export function isConstraintError(error: unknown): boolean {
  return errorCode(error)?.startsWith('SQLITE_CONSTRAINT') ?? false;
}

/** Of a check that asks nothing unusual, even one that {@link translateError} has no words for means damage. */
export function isDriverError(error: unknown): boolean {
  return errorCode(error) !== null;
}

function errorCode(error: unknown): string | null {
  return error instanceof DatabaseConstructor.SqliteError ? error.code : nodeErrorCode(error);
}
