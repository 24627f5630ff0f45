import type { OperationMeta } from '#shared/contract/operation.ts';
import type { TableChange } from '#shared/contract/events.ts';
import type { ErrorCode, ErrorData } from '#shared/errors.ts';
import type { Caller } from '../handlers.ts';

/** What the dispatching process asks of a writer or reader thread. */
export type ThreadRequest =
  | {
      id: number;
      kind: 'call';
      path: string;
      input: unknown;
      caller: Caller;
      operationUid: string;
      /** Its first element becomes 1 when the clerk cancels; of calls that can be. */
      flags?: Int32Array;
      /** Of the job that wrote it for this call; see `WriteContext`. */
      payloadFile?: string | undefined;
    }
  | { id: number; kind: 'undo' | 'redo'; caller: Caller; operationUid: string; target: string | null }
  | { id: number; kind: 'record'; event: RecordedEvent; caller: Caller; operationUid: string }
  | { id: number; kind: 'stage'; token: string; importKind: string; payload: StagedPayload; userUid: string }
  | { id: number; kind: 'draft'; change: DraftChange; caller: Caller }
  | { id: number; kind: 'checked'; found: readonly string[] }
  | { id: number; kind: 'acceptFaults'; event: RecordedEvent; caller: Caller; operationUid: string }
  | { id: number; kind: 'enterNotes' }
  | { id: number; kind: 'compact' }
  | { id: number; kind: 'check' }
  | { id: number; kind: 'close' };

/** What becomes of the drafts that a user has of one document. */
export type DraftChange =
  | { document: string; to: 'kept'; content: string }
  | { document: string; to: 'givenUp'; which: 'own' | 'others' };

/**
 * Files of the job that wrote them, where a text of many megabytes would hold up the dispatching process; `pieces` as of
 * core/files/pieces-file.ts.
 */
export type StagedPayload = { text: string } | { file: string; pieces?: string };

/** Summary of what was refused for want of a right. */
export const NO_RIGHT = '没有权限';

/** Something that changes no rows but belongs in the log: a sign-in, an export, a print. */
export interface RecordedEvent {
  name: string;
  label: string;
  summary: string;
  outcome: 'done' | 'refused' | 'failed';
}

export interface ThreadError {
  code: ErrorCode;
  data: ErrorData;
  /** Only for unknown errors: what goes into the error log. */
  detail: string | null;
}

export type ThreadAnswer =
  | { id: number; ok: true; value: unknown; changes: TableChange[]; label: string }
  | { id: number; ok: false; error: ThreadError };

/** On the way to the answer. */
export interface ThreadProgress {
  id: number;
  progress: number | null;
  step: string;
}

/** First message of a thread: whether its store could be opened, and what the start checks found. */
export type ThreadGreeting =
  | { kind: 'ready'; faults: readonly string[]; fullCheckDue: boolean; setAside: string | null }
  | { kind: 'failed'; error: ThreadError };

export interface ThreadSettings {
  dataFolder: string;
  resourcesFolder: string;
  version: string;
  /** The contract's metadata; a thread that had to build the contract for it would start a third later. */
  operations: ReadonlyMap<string, OperationMeta>;
  /** Bundle that holds the threads' code, where this code runs from its sources but they shall not. */
  threadBundle?: string | undefined;
}
