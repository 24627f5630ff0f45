import { practise } from '#main/core/excel/read/practice.ts';
import { type ReaderPort, serveFiles } from '#main/core/excel/read/reader-child.ts';
import type { ReaderCall } from '#main/core/excel/read/reader-protocol.ts';

/** What Electron gives a utility process to reach its parent. */
interface ElectronParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: ReaderCall }) => void): void;
}

function isElectronParentPort(port: unknown): port is ElectronParentPort {
  return typeof port === 'object' && port !== null && 'postMessage' in port && 'on' in port;
}

function close(): void {
  process.exit(0);
}

function parentPort(): ReaderPort {
  const electronPort: unknown = Reflect.get(process, 'parentPort');
  if (isElectronParentPort(electronPort)) {
    return {
      send: electronPort.postMessage.bind(electronPort),
      onMessage: (listener) => electronPort.on('message', (event) => listener(event.data)),
      close,
    };
  }
  process.on('disconnect', close);
  return {
    send: (answer) => void process.send?.(answer),
    onMessage: (listener) => void process.on('message', (call: ReaderCall) => listener(call)),
    close,
  };
}

serveFiles(parentPort(), practise);
