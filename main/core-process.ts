import { contract } from '#shared/contract/index.ts';
import { type Core, startCore } from './core/core.ts';
import { programFolders, programVersion } from './core/program.ts';
import { keepBackups } from './features/backups/keep-backups.ts';
import { sampleAtStart } from './features/sample/at-start.ts';
import { services } from './features/services.ts';
import { createPortCarrier, type PortCarrier } from './hosts/message-port.ts';
import type { CoreSettings } from './shell/core-messages.ts';
import { createParentLink } from './shell/parent-link.ts';
import { startProblem } from './hosts/start-problem.ts';

/* The core in Electron's utility process: started by the main process's first message, ended by its last. */

const parent = createParentLink(process.parentPort);
let running: { core: Core; carrier: PortCarrier } | null = null;

async function start({ dataFolder, sample, windows }: CoreSettings): Promise<void> {
  const core = await startCore({
    dataFolder,
    resourcesFolder: programFolders().resources,
    version: programVersion,
    contract,
    services,
    abilities: parent.abilities,
    spawnReader: parent.spawnReader,
    printPdf: parent.printPdf,
    // The main process starts the next one, and the windows repeat there what was not answered.
    onWriterDeath: () => process.exit(1),
  });
  const carrier = createPortCarrier(core, windows);
  running = { core, carrier };
  core.sessions.keepWith(() => parent.tell({ kind: 'windows', windows: carrier.windows() }));
  if (sample) process.stdout.write(`${await sampleAtStart(core, 'electron')}\n`);
  keepBackups(core, 'electron');
  parent.tell({ kind: 'ready' });
}

/** Electron lets a process live on after a rejection that nobody caught; a core in doubt must not. */
process.on('unhandledRejection', (error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});

parent.listen({
  start({ settings }) {
    start(settings).catch((error: unknown) => {
      parent.tell({ kind: 'refused', reason: startProblem(error, settings.dataFolder) });
    });
  },
  window: (windowId, port) => running?.carrier.carry(windowId, port),
  close() {
    void (running?.core.close() ?? Promise.resolve()).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  },
});
