import { MessageChannelMain, type UtilityProcess } from 'electron';
import type { CoreProcess } from './core.ts';
import { forkUtilityReader, wasAborted } from './utility-reader.ts';

/**
 * Starts a process of its own for each foreign file the core wants read, and relays what the two say over a
 * port; the core itself may start none. The core watches time and memory and has it killed.
 */
export function setupReaders(core: CoreProcess, entry: string): void {
  const running = new Map<string, UtilityProcess>();

  function spawn(reader: string): void {
    const child = forkUtilityReader(entry);
    running.set(reader, child);
    const { port1, port2 } = new MessageChannelMain();
    port1.on('message', (event) => child.postMessage(event.data, []));
    port1.start();
    child.on('message', (message: unknown) => port1.postMessage(message));
    child.once('spawn', () => core.post({ kind: 'readerStarted', reader, pid: child.pid }));
    child.once('exit', (code) => {
      running.delete(reader);
      port1.close();
      core.post({ kind: 'readerExited', reader, aborted: wasAborted(code) });
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
