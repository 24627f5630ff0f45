import { randomUUID } from 'node:crypto';
import { type AnyRouter, EventPublisher } from '@orpc/server';
import type { TableChange } from '#shared/contract/events.ts';
import { speakPlainly } from '#shared/contract/plain-issues.ts';
import type { CoreServices, HostAbilities } from './dispatch/context.ts';
import { createErrorLog } from './dispatch/error-log.ts';
import { createForwarder } from './dispatch/forwarder.ts';
import { type Announcement, ownerOf } from './dispatch/ownership.ts';
import { type KeptSession, type Session, type SessionUser, Sessions } from './dispatch/sessions.ts';
import type { PrintPdf } from './documents/pdf/print-pdf.ts';
import type { SpawnReader } from './excel/read/reader-process.ts';
import { type AllFiles, createFiles } from './files/files.ts';
import { createHandedFile } from './files/handed-file.ts';
import type { Caller } from './handlers.ts';
import { type AllJobs, createJobs } from './jobs/jobs.ts';
import { requireLocalFolder } from './store/volume.ts';
import { operationsOf } from './threads/call-table.ts';
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
  const faults = [...writer.greeting.faults];
  const sessions = new Sessions();

  async function readUsers(): Promise<ReadonlyMap<string, SessionUser>> {
    const users = (await core.read('users.forSessions', null, coreCaller)) as SessionUser[];
    return new Map(users.map((user) => [user.uid, user]));
  }

  async function continueSession(session: Session, earlier: KeptSession): Promise<void> {
    const users = await readUsers();
    session.continue(earlier, earlier.userUid === null ? null : (users.get(earlier.userUid) ?? null));
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
    jobs: createJobs({ dataFolder, resourcesFolder, threadBundle }, options, publisher, log),
    files: createFiles(dataFolder),
    handed: createHandedFile(() => publisher.publish('event', { event: { kind: 'handed' }, owner: null })),
    pageListens: () => publisher.size > 0,
    faults: () => faults,
    setAside: writer.greeting.setAside,
    async read(path, input, caller, signal) {
      const answer = await readers.ask({ kind: 'call', path, input, caller, operationUid: '' }, signal);
      return answer.value;
    },
    async write(path, input, caller, operationUid, { owner, payloadFile } = {}) {
      const request = { kind: 'call', path, input, caller, operationUid, payloadFile } as const;
      const followed = owner && core.jobs.of(owner).follow(operationUid, operations.get(path)?.label ?? '');
      try {
        const answer = await (followed === undefined
          ? writer.ask(request)
          : writer.ask({ ...request, flags: followed.flags }, followed.report));
        await announce(path, answer.label, caller, answer.changes);
        return answer.value;
      } finally {
        followed?.end();
      }
    },
    async takeBack(kind, target, caller) {
      const answer = await writer.ask({ kind, target, caller, operationUid: randomUUID() });
      await announce(`history.${kind}`, answer.label, caller, answer.changes);
      return { label: answer.label };
    },
    async stage(kind, payload, caller) {
      const token = randomUUID();
      await writer.ask({ kind: 'stage', token, importKind: kind, payload, userUid: caller.userUid ?? '' });
      return token;
    },
    async draft(change, caller) {
      await writer.ask({ kind: 'draft', change, caller });
    },
    async record(event, caller) {
      await writer.ask({ kind: 'record', event, caller, operationUid: randomUUID() });
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
    runFullCheck().catch((error: unknown) => void log.write('check', String(error)));
  }
  async function runFullCheck(): Promise<void> {
    const answer = await readers.ask({ kind: 'check' });
    const found = answer.value as string[];
    await writer.ask({ kind: 'checked' });
    if (found.length === 0) return;
    faults.push(...found);
    publisher.publish('event', { event: { kind: 'faults', faults }, owner: null });
  }
  return core;
}
