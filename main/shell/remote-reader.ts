import type { ReaderChild } from '../core/excel/read/reader-process.ts';
import type { CarrierPort } from '../hosts/message-port.ts';

/** A reading process that the main process started, as the core sees it. */
export interface RemoteReader {
  child: ReaderChild;
  /** What was sent before the port came is sent now. */
  connect(port: CarrierPort): void;
  started(pid: number | undefined): void;
  exited(aborted: boolean): void;
}

export function createRemoteReader(kill: () => void): RemoteReader {
  const messageListeners: ((message: unknown) => void)[] = [];
  const exitListeners: ((exit: { aborted: boolean }) => void)[] = [];
  const unsent: unknown[] = [];
  let port: CarrierPort | null = null;
  let pid: number | undefined;

  return {
    child: {
      get pid() {
        return pid;
      },
      send(message) {
        if (port === null) unsent.push(message);
        else port.postMessage(message);
      },
      onMessage: (listener) => void messageListeners.push(listener),
      onExit: (listener) => void exitListeners.push(listener),
      kill,
    },
    connect(given) {
      port = given;
      port.on('message', ({ data }) => {
        for (const listener of messageListeners) listener(data);
      });
      port.start();
      for (const message of unsent.splice(0)) port.postMessage(message);
    },
    started(given) {
      pid = given;
    },
    exited(aborted) {
      pid = undefined;
      port?.close();
      for (const listener of exitListeners) listener({ aborted });
    },
  };
}
