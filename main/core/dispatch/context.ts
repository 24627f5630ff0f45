import type { EventPublisher } from '@orpc/server';
import type { TableChange } from '#shared/contract/events.ts';
import type { HandedFile } from '../files/handed-file.ts';
import type { Files } from '../files/files.ts';
import type { Caller } from '../handlers.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { DraftChange, RecordedEvent, StagedPayload } from '../threads/protocol.ts';
import type { Announcement, Owner } from './ownership.ts';
import type { Session, Sessions } from './sessions.ts';

/** What a host can do for the core besides carrying calls. */
export interface HostAbilities {
  /** Opens a written file with the PC's own program. */
  openFile?: (path: string) => Promise<boolean>;
  revealFile?: (path: string) => Promise<boolean>;
  /** Ends the program's part that has the data open, without another word to the store; the next one starts at once. */
  startAnew?: () => void;
}

/** Of the web's headers only this; those that Node makes on their own cost a start 80 ms. */
interface CallHeaders {
  get(name: string): string | null | undefined;
}

/** What every carrier hands over with a call. */
export interface CallContext {
  session: Session;
  /** Set by the request-headers plugin on both carriers. */
  reqHeaders?: CallHeaders;
}

interface WriteOptions {
  /** Who may see how far it is, and cancel it; without one nobody does. */
  owner?: Owner;
  /** Of the core's own job: what it has made for this operation. */
  payloadFile?: string;
}

/** What service operations work with; the dispatching process owns these. */
export interface CoreServices {
  readonly version: string;
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly sessions: Sessions;
  /** Those of the calling session alone. */
  readonly jobs: Jobs;
  readonly files: Files;
  readonly abilities: HostAbilities;
  /** What was opened from the desktop. */
  readonly handed: HandedFile;
  /** For pages alone. */
  readonly publisher: EventPublisher<{ event: Announcement }>;
  /** For the core's own work. @param listener told of each change that is announced */
  onChanged(listener: (changes: readonly TableChange[]) => void): void;
  /** What the checks have found and nobody has settled, in Chinese; while there is any, nothing is written. */
  faults(): readonly string[];
  /** Writing goes on although they were found. @throws AppError refused where the file is damaged */
  acceptFaults(event: RecordedEvent, caller: Caller): Promise<void>;
  /** Where a store was moved at the start that had not been filled completely; null when there was none. */
  readonly setAside: string | null;
  /**
   * Runs a read operation, or a handler that only the core may call, in a reader thread.
   * @param signal of a caller that may go before its turn comes
   */
  read(path: string, input: unknown, caller: Caller, signal?: AbortSignal): Promise<unknown>;
  write(
    path: string,
    input: unknown,
    caller: Caller,
    operationUid: string,
    options?: WriteOptions,
  ): Promise<unknown>;
  takeBack(kind: 'undo' | 'redo', target: string | null, caller: Caller): Promise<{ label: string }>;
  /** Keeps what was read from a foreign file until the clerk confirms it. @returns its token */
  stage(kind: string, payload: StagedPayload, caller: Caller): Promise<string>;
  /** Keeps what a user is writing in a window, or ends it. */
  draft(change: DraftChange, caller: Caller): Promise<void>;
  record(event: RecordedEvent, caller: Caller): Promise<void>;
  /** Takes into the log what is noted for it; see ../store/noted-lines.ts. It comes there by itself too, a little later. */
  enterNotes(): Promise<void>;
  /** Writes the store's file anew, so that nothing of what was deleted is left in it. */
  compact(): Promise<void>;
}

export interface ServiceContext {
  /** The operation's dotted path and its input, for the log. */
  asked: { operation: string; input: unknown };
  core: CoreServices;
  session: Session;
  caller: Caller;
  signal: AbortSignal | undefined;
}
