import type { MessagePort, Worker } from 'node:worker_threads';
import type { ReaderChild, SpawnReader } from '../excel/read/reader-process.ts';

/*
 * A job reads foreign workbooks from a process of its own, but under Electron only the main process can
 * start one. So the job's thread asks its parent, and every message goes through: small portions, no
 * parsing on the way.
 */

/** From the job's thread to its parent. */
export type RelayRequest =
  | { kind: 'readerSpawn'; reader: number }
  | { kind: 'readerSend'; reader: number; message: unknown }
  | { kind: 'readerKill'; reader: number };

/** From the parent to the job's thread. */
export type RelayAnswer =
  | { kind: 'readerStarted'; reader: number; pid: number | undefined }
  | { kind: 'readerMessage'; reader: number; message: unknown }
  | { kind: 'readerExit'; reader: number; aborted: boolean };

/**
 * The parent's side.
 * @param ahead readers to start now, while the job's own thread still loads
 * @returns ends every reader that is still running
 */
export function serveReaders(worker: Worker | MessagePort, spawn: SpawnReader, ahead: number): () => void {
  const children = new Map<number, ReaderChild>();
  const spare = new Set<ReaderChild>();
  try {
    for (let count = 0; count < ahead; count += 1) {
      const child = spawn();
      spare.add(child);
      child.onExit(() => spare.delete(child));
    }
  } catch {
    // A PC that has no memory left for it now: the job asks again when it needs one, and is told what happens then.
  }
  function nextReader(): ReaderChild {
    for (const child of spare) {
      spare.delete(child);
      return child;
    }
    return spawn();
  }
  worker.on('message', (request: RelayRequest | { kind: string }) => {
    if (!isRelayRequest(request)) return;
    const { reader } = request;
    if (request.kind === 'readerSpawn') {
      const child = nextReader();
      children.set(reader, child);
      answer({ kind: 'readerStarted', reader, pid: child.pid });
      child.onMessage((message) => answer({ kind: 'readerMessage', reader, message }));
      child.onExit(({ aborted }) => {
        children.delete(reader);
        answer({ kind: 'readerExit', reader, aborted });
      });
    } else if (request.kind === 'readerSend') children.get(reader)?.send(request.message);
    else children.get(reader)?.kill();
  });
  function answer(message: RelayAnswer): void {
    worker.postMessage(message);
  }
  return () => {
    for (const child of [...children.values(), ...spare]) child.kill();
  };
}

function isRelayRequest(message: { kind: string }): message is RelayRequest {
  return message.kind === 'readerSpawn' || message.kind === 'readerSend' || message.kind === 'readerKill';
}

/** What the job's side knows of a reader that lives with the parent. */
interface RelayedReader {
  pid: number | undefined;
  hear: ((message: unknown) => void)[];
  leave: ((exit: { aborted: boolean }) => void)[];
}

/** The job's side: starts readers that live with the parent. */
export function relayedSpawn(port: MessagePort): SpawnReader {
  let last = 0;
  const readers = new Map<number, RelayedReader>();
  const send = (request: RelayRequest): void => port.postMessage(request);
  port.on('message', (answer: RelayAnswer | { kind: string }) => {
    if (!isRelayAnswer(answer)) return;
    const found = readers.get(answer.reader);
    if (found === undefined) return;
    if (answer.kind === 'readerStarted') found.pid = answer.pid;
    else if (answer.kind === 'readerMessage') for (const hear of found.hear) hear(answer.message);
    else {
      readers.delete(answer.reader);
      for (const leave of found.leave) leave({ aborted: answer.aborted });
    }
  });
  return () => {
    last += 1;
    const reader = last;
    const own: RelayedReader = { pid: undefined, hear: [], leave: [] };
    readers.set(reader, own);
    send({ kind: 'readerSpawn', reader });
    return {
      get pid() {
        return own.pid;
      },
      send: (message) => send({ kind: 'readerSend', reader, message }),
      onMessage: (listener) => void own.hear.push(listener),
      onExit: (listener) => void own.leave.push(listener),
      kill: () => send({ kind: 'readerKill', reader }),
    };
  };
}

function isRelayAnswer(answer: { kind: string }): answer is RelayAnswer {
  return answer.kind === 'readerStarted' || answer.kind === 'readerMessage' || answer.kind === 'readerExit';
}
