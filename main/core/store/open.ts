/**
 * Opens a data folder.
 * Flow: refuse what is no disk of this PC → single owner → refuse second names of another store → take over a restored store → set aside what was never completed → header → connection with asserted settings → migrations → start
 * check → mark as in use → gate. Closing goes the same way back.
 * Invariants: one writing connection per data folder in the whole PC; a newer file is never written to.
 */
import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { makeFolder } from '../files/place-file.ts';
import { type Anchor, openAnchor, readAnchor } from './anchor.ts';
import { openDatabase, storeFile, translateError } from './database.ts';
import { StoreError } from './errors.ts';
import { formatInstant } from './format-instant.ts';
import { findStartFaults, requireStoreHeader, tellsOfDamage } from './integrity.ts';
import { type FolderLock, lockFolder } from './lock.ts';
import { lastHead } from './log-queries.ts';
import { migrate, requireUsableVersion } from './migrate.ts';
import { defaultMigrationFolder, readMigrations } from './migration-folder.ts';
import type { OperationInput, Outcome, TransactResult } from './operation.ts';
import { setAsideProvisional } from './provisional.ts';
import { type ReadStore, StatementCache } from './read-store.ts';
import { isFullCheckDue, markClosed, markFullyChecked, markInUse } from './store-meta.ts';
import { openStandingFaults, mayAccept, type StandingFaults } from './standing-faults.ts';
import { createGate, type Gate, type Work } from './transact.ts';
import { redoOperation, type TakenBack, undoOperation, type UndoRequest } from './undo.ts';
import { realFolder, requireLocalFolder, requireOwnFiles } from './volume.ts';
import { type RestoredStore, takeOverRestored } from './waiting-restore.ts';
import type { WriteStore } from './write-store.ts';

export interface Store {
  /** The real path of the data folder. */
  readonly folder: string;
  /** What the checks of this start and of former ones found, in Chinese. While anything stands, nothing is written. */
  readonly startFaults: readonly string[];
  /** Where a store was moved that had not been filled completely; null when there was none. */
  readonly setAside: string | null;
  /** After an unclean end, once a day and while anything stands: run checkStore in a reader thread, then noteFullCheck. */
  readonly fullCheckDue: boolean;
  /** A new read-only connection; the caller closes it. */
  read(): ReadStore;
  transact<T>(operation: OperationInput, work: Work<T>): TransactResult<T>;
  /** Takes back the given operation, or the last own one of this user in this window. */
  undo(by: UndoRequest, target?: { readonly operationUid?: string }): TransactResult<TakenBack>;
  redo(by: UndoRequest): TransactResult<TakenBack>;
  /** Records an export, a print, a sign-in: no row changes. */
  recordEvent(event: OperationInput & { readonly outcome?: Outcome }): void;
  /** Short writes outside the log: drafts, staging. A write to a logged table is aborted. */
  writeUnlogged<T>(work: (tx: WriteStore) => T): T;
  /** The full check was run. @param found by it @returns what stands now; only where that is nothing the day is noted */
  noteFullCheck(found?: readonly string[]): readonly string[];
  /** Somebody has looked into what stands: from now on it is written again. @throws AppError refused for damage */
  acceptFaults(by: OperationInput): void;
  /** Writes the file anew without what was deleted, and empties the write-ahead log. */
  compact(): void;
  close(): void;
}

interface StoreOptions {
  /** Shown to a clerk whose program is older than the data. */
  readonly programVersion?: string;
  readonly migrationFolder?: string | undefined;
}

/** Opens the store of a data folder for writing, creating it when it is new. @throws StoreError */
export function openStore(folder: string, options: StoreOptions = {}): Store {
  requireLocalFolder(folder);
  makeFolder(folder);
  const real = realFolder(folder);
  const lock = lockFolder(real);
  try {
    return openLocked(real, lock, options);
  } catch (error) {
    lock.release();
    throw translateError(error);
  }
}

/** A read-only connection for a reader thread, on a folder whose store is open for writing. @throws StoreError */
export function openReader(folder: string): ReadStore {
  return new StatementCache(openDatabase(join(realpathSync(folder), storeFile), 'read'));
}

function openLocked(folder: string, lock: FolderLock, options: StoreOptions): Store {
  const { programVersion = '', migrationFolder = defaultMigrationFolder } = options;
  const restored = takeOverRestored(folder);
  const setAside = setAsideProvisional(folder);
  const file = join(folder, storeFile);
  requireOwnFiles(folder, [storeFile, `${storeFile}-wal`, `${storeFile}-shm`]);
  requireStoreHeader(file);
  const database = openDatabase(file, 'write');
  try {
    const cache = new StatementCache(database);
    const migrating = { cache, folder, migrations: readMigrations(migrationFolder), programVersion };
    const version = requireUsableVersion(migrating);
    const isNew = version === 0;
    const faults = openStandingFaults(folder);
    requireWhole(faults, migrating.migrations.list.length > version);
    const wasHeld = faults.standing.length > 0;
    // Looked at before the migrations, which lengthen the chain; a new store has none before them.
    const formerHead = readAnchor(folder);
    const formerFaults = isNew ? [] : findStartFaults(cache, formerHead);
    migrate(migrating, version);
    const newFaults = faults.foundAtStart(isNew ? findStartFaults(cache, formerHead) : formerFaults);
    const fullCheckDue = !isNew && (wasHeld || isFullCheckDue(database));
    if (!wasHeld) markInUse(database, programVersion);
    const anchor = openAnchor(folder);
    const gate = createGate(cache, (head) => {
      anchor.write(head);
    });
    if (!wasHeld) recordStart(gate, newFaults);
    if (restored !== null) recordRestore(gate, restored);
    const last = cache.get(lastHead);
    if (last) anchor.write({ operationId: last.id, hash: last.hash ?? '' });
    gate.hold(faults.standing.length > 0);
    return createStore({ folder, lock, cache, gate, faults, setAside, fullCheckDue, anchor });
  } catch (error) {
    database.close();
    throw error;
  }
}

/** An upgrade writes all over the file, which nobody can take back where it is damaged. @throws StoreError damaged */
function requireWhole({ standing }: StandingFaults, isUpgrade: boolean): void {
  if (!isUpgrade || !standing.some(tellsOfDamage)) return;
  throw new StoreError('damaged', `${standing.join('')}新版程序要先升级数据，损坏的数据不能升级。`);
}

/** What was found goes into the log: the anchor that proves it is overwritten by the next operation. */
function recordStart(gate: Gate, faults: readonly string[]): void {
  if (faults.length === 0) return;
  const summary = faults.join('\n');
  const by = { uid: randomUUID(), userUid: null, userName: '程序', windowUid: '', host: 'cli' } as const;
  gate.recordEvent({ ...by, name: 'store.check', label: '启动检查', undo: 'final', summary }, 'failed');
}

/** Stands in the log of the restored store: everything after the backup is in the folder that it names. */
function recordRestore(gate: Gate, { note, aside }: RestoredStore): void {
  const summary =
    `恢复到 ${formatInstant(note.madeAt)} 的备份“${note.backup}”，${formatInstant(note.preparedAt)} 准备。` +
    `恢复前的数据在“${aside}”。`;
  const by = { uid: randomUUID(), userUid: note.userUid, userName: note.userName, windowUid: '' } as const;
  gate.recordEvent(
    { ...by, host: 'cli', name: 'backups.restore', label: '恢复数据', undo: 'final', summary },
    'done',
  );
}

interface OpenParts {
  readonly folder: string;
  readonly lock: FolderLock;
  readonly cache: StatementCache;
  readonly gate: Gate;
  readonly faults: StandingFaults;
  readonly setAside: string | null;
  readonly fullCheckDue: boolean;
  readonly anchor: Anchor;
}

function createStore(parts: OpenParts): Store {
  const { folder, lock, cache, gate, faults, setAside, fullCheckDue, anchor } = parts;
  const isHeld = (): boolean => faults.standing.length > 0;
  return {
    folder,
    startFaults: faults.standing,
    setAside,
    fullCheckDue,
    read: () => openReader(folder),
    transact: (operation, work) => gate.transact(operation, work),
    undo: (by, target) => undoOperation(cache, gate, by, target?.operationUid),
    redo: (by) => redoOperation(cache, gate, by),
    recordEvent: ({ outcome = 'done', ...operation }) => {
      gate.recordEvent(operation, outcome);
    },
    writeUnlogged: (work) => gate.writeUnlogged(work),
    noteFullCheck: (found = []) => {
      faults.foundByCheck(found);
      gate.hold(isHeld());
      if (!isHeld()) markFullyChecked(cache.database);
      return faults.standing;
    },
    acceptFaults: (by) => {
      if (!mayAccept(faults.standing)) {
        const reason = '数据文件有损坏，不能接着录入。请恢复最近的备份。';
        throw new AppError('refused', { reason });
      }
      faults.accept();
      gate.hold(false);
      gate.recordEvent(by, 'done');
    },
    compact: () => {
      gate.requireWritable();
      try {
        cache.database.exec('VACUUM');
        cache.database.pragma('wal_checkpoint(TRUNCATE)');
      } catch (error) {
        throw translateError(error);
      }
    },
    close: () => {
      try {
        if (isHeld()) return;
        markClosed(cache.database);
        // Everything into the main file, so that a copy of it alone is whole; a reader still at work only delays that.
        cache.database.pragma('wal_checkpoint(TRUNCATE)');
      } catch (error) {
        // What was acknowledged is in the log, and without the mark the next start looks at everything.
        throw translateError(error);
      } finally {
        cache.close();
        anchor.close();
        lock.release();
      }
    },
  };
}
