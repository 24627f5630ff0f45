import { contract } from '#shared/contract/index.ts';
import { type Core, type CoreOptions, startCore } from './core/core.ts';
import { programFolders, programVersion } from './core/program.ts';
import { keepBackups } from './features/backups/keep-backups.ts';
import { keepTexts } from './features/library/keep-texts.ts';
import { sampleAtStart } from './features/sample/at-start.ts';
import { services } from './features/services.ts';
import { takeHandedOver } from './hosts/handed-over.ts';
import { startOrRescue } from './hosts/rescue.ts';
import type { RescueDesk, RescueOutcome } from './hosts/rescue-desk.ts';
import { createPortCarrier, type PortCarrier } from './hosts/message-port.ts';
import type { CoreSettings } from './shell/core-messages.ts';
import { createParentLink } from './shell/parent-link.ts';
import { backupOfProblem, isHeldByAnother, startProblem } from './hosts/start-problem.ts';

/* The core in Electron's utility process: started by the main process's first message, ended by its last. */

const parent = createParentLink(process.parentPort);
let running: { core: Core; carrier: PortCarrier; stopTaking: () => void } | null = null;

let takeForm: (form: string) => void = () => undefined;

/** Shows the page in the main process's windows. Where the clerk wants to end, that process ends this one. */
function askInWindow(desk: RescueDesk): Promise<RescueOutcome> {
  return new Promise((resolve) => {
    takeForm = (form) => {
      void desk.answer(form).then((answer) => {
        parent.tell({ kind: 'rescue', ...answer });
        if (answer.outcome !== null && answer.outcome !== 'ended') resolve(answer.outcome);
      });
    };
    parent.tell({ kind: 'rescue', page: desk.page(), outcome: null });
  });
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function start({ dataFolder, sample, windows }: CoreSettings): Promise<void> {
  const coreOptions: CoreOptions = {
    dataFolder,
    resourcesFolder: programFolders().resources,
    version: programVersion,
    contract,
    services,
    abilities: { ...parent.abilities, startAnew: () => process.exit(1) },
    spawnReader: parent.spawnReader,
    printPdf: parent.printPdf,
    // The main process starts the next one, and the windows repeat there what was not answered.
    onWriterDeath: () => process.exit(1),
  };
  const core = await startOrRescue(() => startCore(coreOptions), { dataFolder, ask: askInWindow, say });
  const carrier = createPortCarrier(core, windows);
  const stopTaking = takeHandedOver(dataFolder, {
    mayTake: core.pageListens,
    put: (pack) => core.handed.put(pack),
  });
  running = { core, carrier, stopTaking };
  core.sessions.keepWith(() => parent.tell({ kind: 'windows', windows: carrier.windows() }));
  if (sample) process.stdout.write(`${await sampleAtStart(core, 'electron')}\n`);
  keepBackups(core, 'electron');
  keepTexts(core, 'electron');
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
      const reason = startProblem(error, settings.dataFolder);
      const isHeld = isHeldByAnother(error);
      parent.tell({ kind: 'refused', reason, backup: backupOfProblem(error), isHeld });
    });
  },
  window: (windowId, port) => running?.carrier.carry(windowId, port),
  handFile: (path) => running?.core.handed.put(path),
  rescueForm: (form) => takeForm(form),
  close() {
    running?.stopTaking();
    void (running?.core.close() ?? Promise.resolve()).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  },
});
