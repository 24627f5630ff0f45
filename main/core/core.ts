import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { type AnyRouter, EventPublisher } from '@orpc/server';
import type { CoreEvent, TableChange } from '#shared/contract/events.ts';
import type { CoreServices, HostAbilities } from './dispatch/context.ts';
import { createErrorLog } from './dispatch/error-log.ts';
import { createForwarder } from './dispatch/forwarder.ts';
import { type SessionUser, Sessions } from './dispatch/sessions.ts';
import type { SpawnReader } from './excel/read/reader-process.ts';
import { createFiles } from './files/files.ts';
import type { Caller } from './handlers.ts';
import { createJobs } from './jobs/jobs.ts';
import { startThread, type Thread } from './threads/pool.ts';

/*
 * The core: one writer thread, a few reader threads, jobs, files and sessions behind one router. It knows
 * neither Electron nor HTTP; a host opens sessions and hands calls to `router`.
 */

const READERS = 2;

export interface CoreOptions {
  dataFolder: string;
  resourcesFolder: string;
  version: string;
  abilities: HostAbilities;
  /** Starts the process that reads foreign workbooks. */
  spawnReader: SpawnReader;
  contract: object;
  services: object;
}

export interface Core extends CoreServices {
  readonly router: AnyRouter;
  /** Reads the users anew: their names, roles and dismissals then hold for every session. */
  refreshSessions(): Promise<void>;
  close(): Promise<void>;
}

/** The core's own caller, for what it reads on behalf of nobody. */
const coreCaller: Caller = { userUid: null, userName: '', role: null, windowUid: 'core', host: 'browser' };

/** @throws AppError storeUnavailable in plain Chinese when the data folder cannot be opened */
export async function startCore(options: CoreOptions): Promise<Core> {
  const { dataFolder, resourcesFolder, version } = options;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const settings = { dataFolder, resourcesFolder, version };
  // The writer migrates first; readers then find the current schema.
  const writer = await startThread('writer', settings);
  const readers = await Promise.all(Array.from({ length: READERS }, () => startThread('reader', settings)));
  const publisher = new EventPublisher<{ event: CoreEvent }>({ maxBufferedEvents: 1_000 });
  const faults = [...writer.greeting.faults];
  const sessions = new Sessions();

  async function readUsers(): Promise<void> {
    const users = (await core.read('users.forSessions', null, coreCaller)) as SessionUser[];
    sessions.refresh(new Map(users.map((user) => [user.uid, user])));
  }

  async function announce(
    operation: string,
    label: string,
    caller: Caller,
    changes: TableChange[],
  ): Promise<void> {
    if (changes.some((change) => change.table === 'app_user')) await readUsers();
    if (changes.length === 0) return;
    const { windowUid, userName } = caller;
    publisher.publish('event', { kind: 'changed', operation, label, windowUid, userName, changes });
  }

  const core: Core = {
    version,
    dataFolder,
    resourcesFolder,
    sessions,
    publisher,
    abilities: options.abilities,
    jobs: createJobs({ dataFolder, resourcesFolder }, options.spawnReader, publisher),
    files: createFiles(dataFolder),
    faults: () => faults,
    async read(path, input, caller) {
      const answer = await leastBusy(readers).ask({ kind: 'call', path, input, caller, operationUid: '' });
      return answer.value;
    },
    async write(path, input, caller, operationUid) {
      const answer = await writer.ask({ kind: 'call', path, input, caller, operationUid });
      await announce(path, answer.label, caller, answer.changes);
      return answer.value;
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
    async record(event, caller) {
      await writer.ask({ kind: 'record', event, caller, operationUid: randomUUID() });
    },
    get router() {
      return router;
    },
    refreshSessions: readUsers,
    async close() {
      await core.jobs.close();
      await Promise.all(readers.map((reader) => reader.close()));
      // The writer goes last: its clean close marks the store as cleanly ended.
      await writer.close();
      core.files.close();
    },
  };
  const router = createForwarder(options.contract, options.services, core, createErrorLog(dataFolder));

  if (writer.greeting.fullCheckDue) void runFullCheck();
  async function runFullCheck(): Promise<void> {
    const answer = await leastBusy(readers).ask({ kind: 'check' });
    const found = answer.value as string[];
    await writer.ask({ kind: 'checked' });
    if (found.length === 0) return;
    faults.push(...found);
    publisher.publish('event', { kind: 'faults', faults });
  }
  return core;
}

function leastBusy(readers: readonly Thread[]): Thread {
  const [first, ...others] = readers;
  if (first === undefined) throw new Error('there is no reader thread');
  return others.reduce((best, reader) => (reader.waiting < best.waiting ? reader : best), first);
}
