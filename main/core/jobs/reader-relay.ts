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

/** The parent's side. @returns ends every reader that is still running */
export function serveReaders(worker: Worker, spawn: SpawnReader): () => void {
  const children = new Map<number, ReaderChild>();
  worker.on('message', (request: RelayRequest | { kind: string }) => {
    if (!isRelayRequest(request)) return;
    const { reader } = request;
    if (request.kind === 'readerSpawn') {
      const child = spawn();
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
    for (const child of children.values()) child.kill();
  };
}

function isRelayRequest(message: { kind: string }): message is RelayRequest {
  return message.kind === 'readerSpawn' || message.kind === 'readerSend' || message.kind === 'readerKill';
}

/** The job's side: starts readers that live with the parent. */
export function relayedSpawn(port: MessagePort): SpawnReader {
  let last = 0;
  return () => {
    last += 1;
    const reader = last;
    const send = (request: RelayRequest): void => port.postMessage(request);
    let pid: number | undefined;
    port.on('message', (answer: RelayAnswer) => {
      if (answer.kind === 'readerStarted' && answer.reader === reader) pid = answer.pid;
    });
    send({ kind: 'readerSpawn', reader });
    return {
      get pid() {
        return pid;
      },
      send: (message) => send({ kind: 'readerSend', reader, message }),
      onMessage: (listener) =>
        void port.on('message', (answer: RelayAnswer) => {
          if (answer.kind === 'readerMessage' && answer.reader === reader) listener(answer.message);
        }),
      onExit: (listener) =>
        void port.on('message', (answer: RelayAnswer) => {
          if (answer.kind === 'readerExit' && answer.reader === reader) listener({ aborted: answer.aborted });
        }),
      kill: () => send({ kind: 'readerKill', reader }),
    };
  };
}
