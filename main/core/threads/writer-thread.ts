import { readFileSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';
import type { TableChange } from '#shared/contract/events.ts';
import { piecesIn } from '../files/pieces-file.ts';
import type { Caller } from '../handlers.ts';
import { signals } from '../jobs/job-protocol.ts';
import { openStore } from '../store/open.ts';
import { putDraft, removeDraft, removeOtherDrafts } from '../store/drafts.ts';
import { requireRightToTakeBack } from './log-guard.ts';
import { putStaged, removeStagedBefore } from '../store/staging.ts';
import { takeNotes } from '../store/take-notes.ts';
import type { OperationInput, TransactResult } from '../store/transact.ts';
import { handlerAt } from './call-table.ts';
import { NO_RIGHT, type RecordedEvent, type ThreadRequest } from './protocol.ts';
import { toldProgress } from './told-progress.ts';
import { type Answer, callContext, type OpenThread, type TellProgress, writeMeta } from './run-thread.ts';

const STAGED_IMPORTS_LIVE_MILLISECONDS = 24 * 3_600_000;
/** What the command line has handed out meanwhile stands in the log so soon. */
const BETWEEN_NOTES_MILLISECONDS = 5_000;
const nothing: Answer = { value: null, changes: [], label: '' };

/** The one thread with the one writing connection: each write is one transaction through the store's gate. */
export function openWriter(handlers: object): OpenThread {
  return (settings) => {
    const store = openStore(settings.dataFolder, { programVersion: settings.version });
    const log = store.read();
    takeNotesQuietly();
    const noting = setInterval(takeNotesQuietly, BETWEEN_NOTES_MILLISECONDS);
    noting.unref();

    /** What cannot be entered now stays noted. */
    function takeNotesQuietly(): void {
      try {
        takeNotes(store, log);
      } catch {
        // The clerk's own next save says what is wrong with the disk.
      }
    }

    function call(request: Extract<ThreadRequest, { kind: 'call' }>, tell: TellProgress): Answer {
      const meta = writeMeta(settings, request.path);
      const handler = handlerAt(handlers, request.path);
      const operation: OperationInput = {
        ...origin(request.caller, request.operationUid),
        name: request.path,
        label: meta.label,
        undo: meta.undo,
        progress: toldProgress(tell, () => isCancelled(request.flags)),
        ...(meta.undo === 'compensated' ? { compensation: meta.compensation } : {}),
      };
      const { payloadFile } = request;
      const payload = payloadFile === undefined ? null : readFileSync(payloadFile, 'utf8');
      const result = store.transact(operation, (db, words) =>
        handler(request.input, {
          ...callContext(request.caller, settings),
          dataFolder: settings.dataFolder,
          payload,
          db,
          ...words,
        }),
      );
      return answerOf(result, meta.label);
    }

    function record(event: RecordedEvent, caller: Caller, operationUid: string): Answer {
      store.recordEvent({ ...origin(caller, operationUid), ...event, undo: 'final' });
      return { ...nothing, label: event.label };
    }

    function stage({ token, importKind, payload, userUid }: Extract<ThreadRequest, { kind: 'stage' }>): void {
      const now = Date.now();
      const content = 'text' in payload ? payload.text : readFileSync(payload.file);
      const pieces = 'pieces' in payload && payload.pieces !== undefined ? piecesIn(payload.pieces) : [];
      store.writeUnlogged((db) => {
        removeStagedBefore(db, now - STAGED_IMPORTS_LIVE_MILLISECONDS);
        const staged = { token, kind: importKind, userUid, payload: content, createdAt: now };
        putStaged(db, staged, pieces);
      });
    }

    function draft({ change, caller }: Extract<ThreadRequest, { kind: 'draft' }>): void {
      const { windowUid, userUid } = caller;
      const key = { document: change.document, userUid: userUid ?? '', windowUid };
      store.writeUnlogged((db) => {
        if (change.to === 'kept') putDraft(db, key, change.content, Date.now());
        else if (change.which === 'own') removeDraft(db, key);
        else removeOtherDrafts(db, key);
      });
    }

    function takeBack(request: Extract<ThreadRequest, { kind: 'undo' | 'redo' }>): Answer {
      const by = origin(request.caller, request.operationUid);
      try {
        requireRightToTakeBack(log, settings.operations, request);
      } catch (error) {
        if (error instanceof AppError) recordRefusal(by, request.kind);
        throw error;
      }
      const result =
        request.kind === 'undo'
          ? store.undo(by, request.target === null ? {} : { operationUid: request.target })
          : store.redo(by);
      return answerOf(result, result.value.label);
    }

    function recordRefusal(by: ReturnType<typeof origin>, kind: 'undo' | 'redo'): void {
      const label = kind === 'undo' ? '撤销' : '重做';
      store.recordEvent({
        ...by,
        name: `history.${kind}`,
        label,
        summary: NO_RIGHT,
        undo: 'final',
        outcome: 'refused',
      });
    }

    return {
      greeting: {
        kind: 'ready',
        faults: store.startFaults,
        fullCheckDue: store.fullCheckDue,
        setAside: store.setAside,
      },
      answer(request, tell) {
        switch (request.kind) {
          case 'call':
            return call(request, tell);
          case 'undo':
          case 'redo':
            return takeBack(request);
          case 'record':
            return record(request.event, request.caller, request.operationUid);
          case 'stage':
            stage(request);
            return nothing;
          case 'draft':
            draft(request);
            return nothing;
          case 'checked':
            return { ...nothing, value: store.noteFullCheck(request.found) };
          case 'acceptFaults':
            store.acceptFaults({
              ...origin(request.caller, request.operationUid),
              ...request.event,
              undo: 'final',
            });
            return nothing;
          case 'enterNotes':
            takeNotes(store, log);
            return nothing;
          case 'compact':
            store.compact();
            return nothing;
          case 'check':
            throw new Error('checks run in a reader thread');
          case 'close':
            clearInterval(noting);
            takeNotesQuietly();
            log.close();
            store.close();
            return nothing;
        }
      },
    };
  };
}

function isCancelled(flags: Int32Array | undefined): boolean {
  return flags !== undefined && Atomics.load(flags, signals.cancel) === 1;
}

function origin(caller: Caller, uid: string) {
  return {
    uid,
    userUid: caller.userUid,
    userName: caller.userName,
    windowUid: caller.windowUid,
    host: caller.host,
  };
}

function answerOf(result: TransactResult<unknown>, label: string): Answer {
  const changes: TableChange[] = result.changes.map(({ table, rows }) => ({
    table,
    uids: rows === null ? null : rows.map((row) => row.uid),
  }));
  return { value: result.value, changes: result.repeated ? [] : changes, label };
}
