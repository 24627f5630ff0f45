import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import { contract } from '#shared/contract/index.ts';
import { type Core, type CoreOptions, startCore } from './core/core.ts';
import { createErrorLog } from './core/dispatch/error-log.ts';
import { defaultDataFolder, programFolders, programVersion } from './core/program.ts';
import { keepBackups } from './features/backups/keep-backups.ts';
import { keepTexts } from './features/library/keep-texts.ts';
import { sampleAtStart } from './features/sample/at-start.ts';
import { services } from './features/services.ts';
import { mayOpenWindow, openWithSystem } from './hosts/app-window.ts';
import { parseProgramArguments, type ProgramArguments } from './hosts/arguments.ts';
import { createChromiumPdf } from './hosts/chromium-pdf.ts';
import { writeEnterFile } from './hosts/enter-file.ts';
import { createEntryTokens } from './hosts/entry-tokens.ts';
import { handOver, takeHandedOver } from './hosts/handed-over.ts';
import { type RunningServer, startHttpServer } from './hosts/http-server.ts';
import { readerSpawner } from './hosts/reader-spawner.ts';
import { awaitOwnWindow, openOwnWindow, type OwnWindow } from './hosts/own-window.ts';
import { showProblemPage } from './hosts/problem-page.ts';
import { askInBrowser, startOrRescue } from './hosts/rescue.ts';
import { type Begin, exitDied, exitForRescue, exitTold, type Standing } from './hosts/serving-messages.ts';
import { writeDiagnosis } from './hosts/write-diagnosis.ts';
import {
  backupOfProblem,
  isHeldByAnother,
  packAdvice,
  startProblem,
  wasHandedOver,
} from './hosts/start-problem.ts';

/*
 * Serves the browser host: starts the core, answers on 127.0.0.1, opens an app window or prints the address. After
 * the death of one that did so before, it goes on at that one's address with its sessions.
 */

const END_MILLISECONDS = 10_000;

async function main(options: ProgramArguments, dataFolder: string, resumed: Standing | null): Promise<void> {
  const folders = programFolders();
  const opensWindow = mayOpenWindow(options);
  const coreOptions: CoreOptions = {
    dataFolder,
    resourcesFolder: folders.resources,
    version: programVersion,
    contract,
    services,
    spawnReader: await readerSpawner(),
    printPdf: createChromiumPdf(folders.renderer),
    abilities: {
      ...(opensWindow && { openFile: openWithSystem, revealFile: (path) => openWithSystem(dirname(path)) }),
      // A process that was started by itself has none that follows it.
      ...(process.connected && { startAnew: () => process.exit(exitForRescue) }),
    },
    onWriterDeath: () => void die('程序的数据部分意外停止，程序已经结束。请重新打开程序。'),
  };
  const askHere = askInBrowser(dataFolder, opensWindow);
  let wasRescued = false;
  const ask: typeof askHere = (desk) => {
    wasRescued = true;
    return askHere(desk);
  };
  const rescuing = { dataFolder, ask, say };
  const core = await startOrRescue(() => startCore(coreOptions), rescuing);
  if (resumed !== null) await core.resume(resumed.sessions);
  else if (options.sample) say(await sampleAtStart(core, 'browser'));
  keepBackups(core, 'browser');
  keepTexts(core, 'browser');
  if (resumed === null && options.pack !== null) core.handed.put(resolve(options.pack));
  const stopTaking = takeHandedOver(dataFolder, {
    mayTake: core.pageListens,
    put: (pack) => core.handed.put(pack),
  });
  const printAddress = (): void => {
    process.stdout.write(`打开: http://127.0.0.1:${server.port}/#${tokens.current()}\n`);
  };
  const tokens = createEntryTokens(printAddress);
  let ownWindow: OwnWindow | null = null;
  const server = await startHttpServer({
    core,
    tokens,
    rendererFolder: folders.renderer,
    port: resumed?.port ?? options.port,
    callSecret: resumed?.callSecret,
    onLateStart: () => ownWindow?.openAgain(),
  });
  const end = endOnce(server, core, stopTaking);
  // A terminal's Ctrl+C comes twice, by itself and through the launcher: the second must not cut the first short.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  // Whoever would start the next one is gone, and the clerk's windows must not be served by two.
  process.on('disconnect', end);
  const { port, callSecret } = server;
  core.sessions.keepWith((sessions) => process.send?.({ port, callSecret, sessions, opensWindow }));
  const window = {
    pageListens: core.pageListens,
    busy: () => core.jobs.busy(),
    onGone: end,
  };
  if (!opensWindow) printAddress();
  // After a rescue the windows of before may have been closed.
  else if (resumed !== null && !wasRescued) awaitOwnWindow(window);
  else {
    ownWindow = openOwnWindow({
      ...window,
      writeEnterFile: () =>
        writeEnterFile(dataFolder, `http://127.0.0.1:${server.port}/#${tokens.startNonce()}`),
      profileFolder: join(dataFolder, 'window'),
      printAddress,
      say,
    });
  }
}

/** Lets the core finish and mark its store as cleanly ended. @param stopTaking from then on nobody shows a pack */
function endOnce(server: RunningServer, core: Core, stopTaking: () => void): () => void {
  let ending = false;
  return () => {
    if (ending) return;
    ending = true;
    stopTaking();
    setTimeout(() => process.exit(1), END_MILLISECONDS).unref();
    server
      .close()
      .then(() => core.close())
      .then(
        () => process.exit(0),
        (error: unknown) => giveUp(`程序没有正常结束，下次打开时会自动检查数据。(${String(error)})`),
      );
  };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

let hasTerminal = true;

/** Who started the program by its icon is told in a window. */
async function giveUp(problem: string, backup: string | null = null): Promise<void> {
  say(problem);
  if (!hasTerminal) await showProblemPage(problem, backup);
  process.exit(exitTold);
}

/** To the program that has the data open. @returns whether it took the pack; then there is nothing more to do here */
async function isHandedOver(error: unknown): Promise<boolean> {
  if (pack === null || !isHeldByAnother(error) || !(await handOver(dataFolder, resolve(pack)))) return false;
  const words = wasHandedOver(pack);
  say(words);
  if (!hasTerminal) await showProblemPage(words, null, '消安办工作台已经打开');
  return true;
}

/** Makes room for the next process, where somebody starts one. */
async function die(problem: string): Promise<void> {
  if (process.connected) process.exit(exitDied);
  await giveUp(problem);
}

/** null at the program's start, and where this process was started by itself. */
async function toResume(): Promise<Standing | null> {
  if (!process.connected) return null;
  const [{ resumed }] = (await once(process, 'message')) as [Begin];
  return resumed;
}

let dataFolder = '';
let pack: string | null = null;
try {
  const isElectron = process.versions['electron'] !== undefined;
  const options = parseProgramArguments(process.argv.slice(2), isElectron ? 'ignored' : 'refused');
  dataFolder = options.data ?? defaultDataFolder();
  ({ pack } = options);
  hasTerminal = process.stderr.isTTY || !mayOpenWindow(options);
  process.on('uncaughtException', (error) => {
    const number = createErrorLog(dataFolder).write('browser', error.stack ?? error.message);
    void die(`程序内部出错(编号 ${number})，已经结束。已保存的内容不受影响，请重新打开程序。`);
  });
  if (options.diagnose !== null) await writeDiagnosis(options.diagnose, dataFolder, 'browser', say);
  else await main(options, dataFolder, await toResume());
} catch (error) {
  if (await isHandedOver(error)) process.exit(0);
  await giveUp(startProblem(error, dataFolder) + packAdvice(error, pack), backupOfProblem(error));
}
