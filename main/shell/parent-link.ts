import { randomUUID } from 'node:crypto';
import type { HostAbilities } from '../core/dispatch/context.ts';
import type { PrintPdf } from '../core/documents/pdf/print-pdf.ts';
import type { ReaderChild, SpawnReader } from '../core/excel/read/reader-process.ts';
import type { CarrierPort } from '../hosts/message-port.ts';
import type { MessageFromCore, MessageToCore } from './core-messages.ts';
import { createRemotePdf } from './remote-pdf.ts';
import { createRemoteReader, type RemoteReader } from './remote-reader.ts';

/** What is used of Electron's `process.port`; the core's process itself never loads Electron. */
export interface ParentPort {
  on(event: 'message', listener: (event: { data: MessageToCore; ports: CarrierPort[] }) => void): unknown;
  postMessage(message: MessageFromCore): void;
}

interface ParentHandlers {
  start(message: Extract<MessageToCore, { kind: 'start' }>): void;
  window(windowId: number, port: CarrierPort): void;
  handFile(path: string): void;
  rescueForm(form: string): void;
  close(): void;
}

export interface ParentLink {
  abilities: Required<Pick<HostAbilities, 'openFile' | 'revealFile'>>;
  spawnReader: SpawnReader;
  printPdf: PrintPdf;
  tell(message: MessageFromCore): void;
  listen(handlers: ParentHandlers): void;
}

/** The core's side of what main process and core's process say to each other. */
export function createParentLink(port: ParentPort): ParentLink {
  const asked = new Map<string, (opened: boolean) => void>();
  const readers = new Map<string, RemoteReader>();
  const pdf = createRemotePdf((message) => port.postMessage(message));

  function ask(kind: 'openFile' | 'revealFile', path: string): Promise<boolean> {
    const request = randomUUID();
    return new Promise((resolve) => {
      asked.set(request, resolve);
      port.postMessage({ kind, request, path });
    });
  }

  function spawnReader(): ReaderChild {
    const reader = randomUUID();
    const remote = createRemoteReader(() => port.postMessage({ kind: 'killReader', reader }));
    readers.set(reader, remote);
    port.postMessage({ kind: 'spawnReader', reader });
    return remote.child;
  }

  function take(message: MessageToCore, given: CarrierPort | undefined, handlers: ParentHandlers): void {
    switch (message.kind) {
      case 'start':
        handlers.start(message);
        break;
      case 'window':
        if (given !== undefined) handlers.window(message.windowId, given);
        break;
      case 'opened':
        asked.get(message.request)?.(message.opened);
        asked.delete(message.request);
        break;
      case 'reader':
        if (given !== undefined) readers.get(message.reader)?.connect(given);
        break;
      case 'readerStarted':
        readers.get(message.reader)?.started(message.pid);
        break;
      case 'readerExited':
        readers.get(message.reader)?.exited(message.aborted);
        readers.delete(message.reader);
        break;
      case 'pdfProgress':
      case 'pdfDone':
      case 'pdfFailed':
        pdf.take(message);
        break;
      case 'handFile':
        handlers.handFile(message.path);
        break;
      case 'rescueForm':
        handlers.rescueForm(message.form);
        break;
      case 'close':
        handlers.close();
        break;
    }
  }

  return {
    abilities: {
      openFile: (path) => ask('openFile', path),
      revealFile: (path) => ask('revealFile', path),
    },
    spawnReader,
    printPdf: pdf.printPdf,
    tell: (message) => port.postMessage(message),
    listen(handlers) {
      port.on('message', ({ data, ports }) => take(data, ports[0], handlers));
    },
  };
}
