/** What a caller says about a write; it becomes one line of the log. */
export interface OperationInput {
  /** Made by the client: a repeat with the same uid returns the first result. */
  readonly uid: string;
  /** Like 'organizations.add'. */
  readonly name: string;
  /** Chinese, as shown in history and undo menu. */
  readonly label: string;
  readonly undo: UndoKind;
  /** Chinese label of the operation that takes a compensated one back. */
  readonly compensation?: string;
  readonly userUid: string | null;
  readonly userName: string;
  readonly windowUid: string;
  readonly host: HostKind;
  /** Chinese: what in particular was done. */
  readonly summary?: string;
  /**
   * Is told how far long work is: 0 to 1, or null while that is unknown, and what is being done now, in Chinese.
   * @throws AppError cancelled, which rolls everything back
   */
  readonly progress?: (progress: number | null, step: string) => void;
}

export type UndoKind = 'reversible' | 'compensated' | 'final';
export type HostKind = 'electron' | 'browser' | 'cli';

/** failed: a fault of program or disk; refused: a rule said no. Neither wrote anything. */
export type Outcome = 'done' | 'failed' | 'refused';

export interface TableChange {
  readonly table: string;
  /** null: more than 200 rows, pages reload the table. */
  readonly rows: readonly { readonly uid: string }[] | null;
  readonly count: number;
}

export interface TransactResult<T> {
  readonly value: T;
  readonly operationId: number;
  readonly changes: readonly TableChange[];
  /** True when this operation uid had been done before: nothing ran, `value` is the first result (as JSON). */
  readonly repeated: boolean;
}
