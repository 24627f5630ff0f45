import { AppError } from '#shared/errors.ts';

/** What is wrong with the store itself; pages see `diskFull` or `storeUnavailable` with the Chinese reason. */
type StoreErrorKind =
  | 'locked'
  | 'networkFolder'
  | 'notAStore'
  | 'newerFile'
  | 'migrationChanged'
  | 'migrationFailed'
  | 'schemaDiffers'
  | 'backupFailed'
  | 'settings'
  | 'diskFull'
  | 'damaged'
  /** A check has found something that nobody has settled. */
  | 'held'
  | 'ioError'
  | 'readOnly'
  | 'busy'
  | 'failedBefore'
  | 'misuse';

/** The store cannot do what was asked. `reason` is plain Chinese and says what to do next. */
export class StoreError extends AppError {
  readonly kind: StoreErrorKind;

  /** @param backup path of the backup that leads back, so that a host can open its folder */
  constructor(kind: StoreErrorKind, reason: string, cause?: unknown, backup: string | null = null) {
    super(kind === 'diskFull' ? 'diskFull' : 'storeUnavailable', { reason, kind, backup });
    this.name = 'StoreError';
    this.kind = kind;
    if (cause !== undefined) this.cause = cause;
  }
}

/** A later operation that stands in the way of an undo. */
export interface LaterOperation {
  readonly uid: string;
  readonly label: string;
  readonly userName: string;
  readonly at: number;
}

/** Undo or redo is stopped by what was done later; nothing was changed. */
export class UndoConflict extends AppError {
  readonly later: readonly LaterOperation[];

  constructor(reason: string, later: readonly LaterOperation[]) {
    super('undoConflict', { reason, later });
    this.name = 'UndoConflict';
    this.later = later;
  }
}

/** A rule of the office said no (any AppError of a handler), as opposed to a fault of program or disk. */
export function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && !(error instanceof StoreError);
}
