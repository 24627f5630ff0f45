import { MessageChannelMain, type UtilityProcess, utilityProcess } from 'electron';
import { readerHeapFlags } from '../core/excel/read/reader-process.ts';
import type { CoreProcess } from './core.ts';

/**
 * Starts a process of its own for each foreign file the core wants read, and relays what the two say over a
 * port; the core itself may start none. The core watches time and memory and has it killed.
 */
export function setupReaders(core: CoreProcess, entry: string): void {
  const running = new Map<string, UtilityProcess>();

  function spawn(reader: string): void {
    const child = utilityProcess.fork(entry, [], {
      serviceName: '消安办工作台读取文件',
      // Chromium hands a child's V8 flags on in this one switch.
      execArgv: [`--js-flags=${readerHeapFlags.join(' ')}`],
      stdio: 'ignore',
    });
    running.set(reader, child);
    const { port1, port2 } = new MessageChannelMain();
    port1.on('message', (event) => child.postMessage(event.data, []));
    port1.start();
    child.on('message', (message: unknown) => port1.postMessage(message));
    child.once('spawn', () => core.post({ kind: 'readerStarted', reader, pid: child.pid }));
    child.once('exit', (code) => {
      running.delete(reader);
      port1.close();
      // By itself it ends with 0, or with 1 after an error; a full heap makes it crash.
      core.post({ kind: 'readerExited', reader, aborted: code !== 0 && code !== 1 });
    });
    core.post({ kind: 'reader', reader }, [port2]);
  }

  core.onMessage((message) => {
    if (message.kind === 'spawnReader') spawn(message.reader);
    if (message.kind === 'killReader') running.get(message.reader)?.kill();
  });
  core.onGone(() => {
    for (const child of running.values()) child.kill();
  });
}
