import { randomUUID } from 'node:crypto';
import { type AnyRouter, EventPublisher } from '@orpc/server';
import type { TableChange } from '#shared/contract/events.ts';
import { AppError } from '#shared/errors.ts';
import { speakPlainly } from '#shared/contract/plain-issues.ts';
import type { CoreServices, HostAbilities } from './dispatch/context.ts';
import { createErrorLog } from './dispatch/error-log.ts';
import { createFaultWatch } from './dispatch/fault-watch.ts';
import { createForwarder } from './dispatch/forwarder.ts';
import { type Announcement, ownerOf } from './dispatch/ownership.ts';
import { type KeptSession, type Session, type SessionUser, Sessions } from './dispatch/sessions.ts';
import type { PrintPdf } from './documents/pdf/print-pdf.ts';
import type { SpawnReader } from './excel/read/reader-process.ts';
import { type AllFiles, createFiles } from './files/files.ts';
import { createHandedFile } from './files/handed-file.ts';
import type { Caller } from './handlers.ts';
import { type AllJobs, createJobs } from './jobs/jobs.ts';
import { noteLine } from './store/noted-lines.ts';
import { requireLocalFolder } from './store/volume.ts';
import { operationsOf } from './threads/call-table.ts';
import type { RecordedEvent } from './threads/protocol.ts';
import { type CreateThread, startThread } from './threads/pool.ts';
import { startReaders } from './threads/readers.ts';
import { makeFolders } from './files/make-folders.ts';

/*
 * The core: one writer thread, a few reader threads, jobs, files and sessions behind one router. It knows
 * neither Electron nor HTTP; a host opens sessions and hands calls to `router`.
 */

const MOST_READERS = 2;

export interface CoreOptions {
  dataFolder: string;
  resourcesFolder: string;
  version: string;
  abilities: HostAbilities;
  /** Starts the process that reads foreign workbooks. */
  spawnReader: SpawnReader;
  /** Makes a PDF of papers in the host's browser. */
  printPdf: PrintPdf;
  contract: object;
  services: object;
  /** @see ThreadSettings */
  threadBundle?: string | undefined;
  /** Default: worker threads. */
  createThread?: CreateThread | undefined;
  /** Threads that answer questions, at most; default 2. */
  readers?: number;
  /**
   * The one writer has died. Only a new process can take the data folder over; what was not answered is best left
   * unanswered, so that the pages repeat it there.
   */
  onWriterDeath?: () => void;
}

export interface Core extends CoreServices {
  readonly jobs: AllJobs;
  readonly files: AllFiles;
  readonly router: AnyRouter;
  /** Whether any window hears what changes. */
  readonly pageListens: () => boolean;
  /** Lets the user of an earlier session go on in this one, unless dismissed since. */
  continueSession(session: Session, earlier: KeptSession): Promise<void>;
  /** Opens the sessions of a process that died again. */
  resume(sessions: readonly KeptSession[]): Promise<void>;
  close(): Promise<void>;
}

/** The core's own caller, for what it reads on behalf of nobody. */
const coreCaller: Caller = { userUid: null, userName: '', roles: null, windowUid: 'core', host: 'browser' };

/** @throws AppError storeUnavailable in plain Chinese when the data folder cannot be opened */
export async function startCore(options: CoreOptions): Promise<Core> {
  const { dataFolder, resourcesFolder, version, threadBundle } = options;
  speakPlainly();
  requireLocalFolder(dataFolder);
  makeFolders(dataFolder);
  const operations = new Map(
    [...operationsOf(options.contract)].map(({ path, meta }) => [path, meta] as const),
  );
  const settings = { dataFolder, resourcesFolder, version, operations, threadBundle };
  const log = createErrorLog(dataFolder);
  const create = options.createThread;
  const writing = startThread('writer', settings, {
    create,
    onDeath: (reason) => {
      log.write('writer', reason);
      options.onWriterDeath?.();
    },
  });
  const onDeath = (reason: string): void => void log.write('reader', reason);
  const [writer, readers] = await Promise.all([
    writing,
    startReaders(options.readers ?? MOST_READERS, settings, { create, onDeath, mayOpen: writing }),
  ]);
  const publisher = new EventPublisher<{ event: Announcement }>({ maxBufferedEvents: 1_000 });
  const changeListeners: ((changes: readonly TableChange[]) => void)[] = [];
  const watch = createFaultWatch({
    writer,
    readers,
    log,
    tell: (faults) => publisher.publish('event', { event: { kind: 'faults', faults }, owner: null }),
  });
  const sessions = new Sessions();

  async function readUsers(): Promise<ReadonlyMap<string, SessionUser>> {
    const users = (await core.read('users.forSessions', null, coreCaller)) as SessionUser[];
    return new Map(users.map((user) => [user.uid, user]));
  }

  async function continueSession(session: Session, earlier: KeptSession): Promise<void> {
    const users = await readUsers();
    session.continue(earlier, earlier.userUid === null ? null : (users.get(earlier.userUid) ?? null));
  }

  async function watched<Answer>(answer: Promise<Answer>): Promise<Answer> {
    try {
      return await answer;
    } catch (error) {
      watch.lookAt(error);
      throw error;
    }
  }

  async function announce(
    operation: string,
    label: string,
    caller: Caller,
    changes: TableChange[],
  ): Promise<void> {
    if (changes.some((change) => change.table === 'app_user')) await refreshOrSignOut();
    if (changes.length === 0) return;
    for (const listener of changeListeners) listener(changes);
    const { windowUid, userName } = caller;
    const event = { kind: 'changed', operation, label, windowUid, userName, changes } as const;
    publisher.publish('event', { event, owner: null });
  }

  /** What was saved stays saved, whatever happens here; but nobody stays in whose rights cannot be read. */
  async function refreshOrSignOut(): Promise<void> {
    try {
      sessions.refresh(await readUsers());
    } catch (error) {
      log.write('sessions', String(error));
      sessions.refresh(new Map());
    }
  }

  const core: Core = {
    version,
    dataFolder,
    resourcesFolder,
    sessions,
    publisher,
    onChanged: (listener) => void changeListeners.push(listener),
    abilities: options.abilities,
    jobs: createJobs(
      { dataFolder, resourcesFolder, threadBundle },
      { ...options, onFailure: (error) => watch.lookAt(error) },
      publisher,
      log,
    ),
    files: createFiles(dataFolder),
    handed: createHandedFile(() => publisher.publish('event', { event: { kind: 'handed' }, owner: null })),
    pageListens: () => publisher.size > 0,
    faults: () => watch.faults(),
    setAside: writer.greeting.setAside,
    async read(path, input, caller, signal) {
      const request = { kind: 'call', path, input, caller, operationUid: '' } as const;
      const answer = await watched(readers.ask(request, signal));
      return answer.value;
    },
    async write(path, input, caller, operationUid, { owner, payloadFile } = {}) {
      const request = { kind: 'call', path, input, caller, operationUid, payloadFile } as const;
      const followed = owner && core.jobs.of(owner).follow(operationUid, operations.get(path)?.label ?? '');
      try {
        const answer = await watched(
          followed === undefined
            ? writer.ask(request)
            : writer.ask({ ...request, flags: followed.flags }, followed.report),
        );
        await announce(path, answer.label, caller, answer.changes);
        return answer.value;
      } finally {
        followed?.end();
      }
    },
    async takeBack(kind, target, caller) {
      const answer = await watched(writer.ask({ kind, target, caller, operationUid: randomUUID() }));
      await announce(`history.${kind}`, answer.label, caller, answer.changes);
      return { label: answer.label };
    },
    async stage(kind, payload, caller) {
      const token = randomUUID();
      const request = { kind: 'stage', token, importKind: kind, payload } as const;
      await watched(writer.ask({ ...request, userUid: caller.userUid ?? '' }));
      return token;
    },
    async draft(change, caller) {
      await watched(writer.ask({ kind: 'draft', change, caller }));
    },
    async record(event, caller) {
      try {
        await watched(writer.ask({ kind: 'record', event, caller, operationUid: randomUUID() }));
      } catch (error) {
        if (!isHeld(error)) throw error;
        // Who reads and exports while nothing is written goes into the log later; see ./store/take-notes.ts.
        noteLine(dataFolder, notedOf(event, caller));
      }
    },
    async acceptFaults(event, caller) {
      await writer.ask({ kind: 'acceptFaults', event, caller, operationUid: randomUUID() });
      watch.clear();
    },
    async enterNotes() {
      await writer.ask({ kind: 'enterNotes' });
    },
    async compact() {
      await writer.ask({ kind: 'compact' });
    },
    get router() {
      return router;
    },
    continueSession,
    async resume(earlier) {
      for (const kept of earlier) await continueSession(sessions.reopen(kept), kept);
    },
    async close() {
      await core.jobs.close();
      // The writer goes last: its clean close marks the store as cleanly ended.
      try {
        await readers.close();
      } finally {
        await writer.close();
      }
      core.files.close();
    },
  };
  const router = createForwarder(options.contract, options.services, core, servicesOf, log);

  function servicesOf(session: Session): CoreServices {
    const owner = ownerOf(session);
    return { ...core, jobs: core.jobs.of(owner), files: core.files.of(owner) };
  }

  if (writer.greeting.fullCheckDue) {
    // A check that was cut short is due again at the next start.
    watch.check().catch((error: unknown) => void log.write('check', String(error)));
  }
  return core;
}

/** The store takes no writes: what was to be written is not lost, if it is kept elsewhere. */
function isHeld(error: unknown): boolean {
  return error instanceof AppError && (error.data['kind'] === 'held' || error.data['kind'] === 'damaged');
}

function notedOf({ name, label, summary, outcome }: RecordedEvent, { userName, host }: Caller) {
  const by = userName === '' ? '未登录' : userName;
  return { name, label, summary: summary === '' ? label : summary, outcome, userName: by, host };
}
