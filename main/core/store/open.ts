/**
 * Opens a data folder.
 * Flow: refuse network drives → single owner → header → connection with asserted settings → version →
 * migrations → start check → mark as in use → gate. Closing goes the same way back.
 * Invariants: one writing connection per data folder in the whole PC; a newer file is never written to.
 */
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Anchor, openAnchor, readAnchor } from './anchor.ts';
import { chainHead } from './chain.ts';
import { type Database, openDatabase, storeFile } from './database.ts';
import { requireStoreHeader, startCheck } from './integrity.ts';
import { lockFolder } from './lock.ts';
import { markInUse, markClosed, fullCheckIsDue } from './store-meta.ts';
import { migrate } from './migrate.ts';
import { defaultMigrations, readManifest } from './migration-folder.ts';
import type { OperationInput, Outcome, TransactResult } from './operation.ts';
import { createReadStore, type ReadStore, StatementCache } from './read-store.ts';
import { createGate, type Work } from './transact.ts';
import { redoOperation, type TakenBack, undoOperation, type UndoRequest } from './undo.ts';
import { requireLocalFolder } from './volume.ts';
import type { WriteStore } from './write-store.ts';

export interface Store {
  /** The real path of the data folder. */
  readonly folder: string;
  /** What the start check found, in Chinese; empty when all is well. */
  readonly startFaults: readonly string[];
  /** After an unclean end, and once a day: run checkStore in a reader thread, then noteFullCheck. */
  readonly fullCheckDue: boolean;
  /** A new read-only connection; the caller closes it. */
  read(): ReadStore;
  transact<T>(operation: OperationInput, work: Work<T>): TransactResult<T>;
  /** Takes back the given operation, or the last own one of this user in this window. */
  undo(by: UndoRequest, target?: { readonly operationUid?: string }): TransactResult<TakenBack>;
  redo(by: UndoRequest): TransactResult<TakenBack>;
  recordEvent(operation: OperationInput & { readonly outcome?: Outcome }): void;
  /** Short writes outside the log: drafts, staging. A write to a logged table is aborted. */
  writeUnlogged<T>(work: (tx: WriteStore) => T): T;
  close(): void;
}
