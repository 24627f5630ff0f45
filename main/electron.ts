import { join, resolve } from 'node:path';
import { app, dialog } from 'electron';
import { defaultDataFolder, programFolders, programVersion } from './core/program.ts';
import { packAmong, type ProgramArguments, parseProgramArguments } from './hosts/arguments.ts';
import { setupCore } from './shell/core.ts';
import { setupCoreLink } from './shell/core-link.ts';
import { setupCrashDialogs } from './shell/dialogs.ts';
import { createHandedPacks } from './shell/handed-packs.ts';
import { setupMenu } from './shell/menu.ts';
import { setupNavigationGuard } from './shell/navigation.ts';
import { setupNetworkWall } from './shell/network.ts';
import { setupOpenFiles } from './shell/open-files.ts';
import { setupPdf } from './shell/pdf.ts';
import { setupPermissions } from './shell/permissions.ts';
import { setupProtocol } from './shell/protocol.ts';
import { setupQuit } from './shell/quit.ts';
import { setupReaders } from './shell/readers.ts';
import { refuseSwitches } from './shell/refused-switches.ts';
import { setupRescue } from './shell/rescue.ts';
import { setupScheme } from './shell/scheme.ts';
import { setupSingleInstance } from './shell/single-instance.ts';
import { startProblem } from './hosts/start-problem.ts';
import { writeDiagnosis } from './hosts/write-diagnosis.ts';
import { setupWindows } from './shell/window.ts';

/*
 * The Electron host: the order of its start-up. What must happen before the app is ready comes first; nothing
 * is awaited at the top level, because the app does not become ready before this module has run.
 */

const beside = import.meta.dirname;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function start(options: ProgramArguments, dataFolder: string): void {
  const windows = setupWindows(
    join(beside, '..', 'preload', 'preload.cjs'),
    join(programFolders().resources, 'icon', 'icon.png'),
  );
  if (options.port !== 0) say('--port 只用于浏览器方式：本窗口不开放端口，已忽略。');
  app.enableSandbox();
  setupScheme();
  const packs = createHandedPacks(options.pack === null ? null : resolve(options.pack));
  const comeToFront = (words: readonly string[], folder: string): void => {
    windows.show();
    const pack = packAmong(words);
    if (pack !== null) packs.hand(resolve(folder, pack));
  };
  if (!setupSingleInstance(dataFolder, comeToFront)) {
    say('消安办工作台已经打开，已切换到原来的窗口。');
    app.exit(0);
    return;
  }
  setupNavigationGuard();
  const dialogs = setupCrashDialogs();
  void app.whenReady().then(() => {
    setupPermissions();
    setupNetworkWall();
    setupMenu({ version: programVersion, openWindow: windows.open });
    const core = setupCore({
      entry: join(beside, 'core-process.js'),
      settings: { dataFolder, sample: options.sample },
      onRefused: (refusal) => void packs.refused(refusal, dataFolder, dialogs),
      onKeepsDying: dialogs.keepsDying,
    });
    setupProtocol(programFolders().renderer, setupRescue(core));
    setupCoreLink(core);
    setupOpenFiles(core);
    setupPdf(core);
    setupReaders(core, join(beside, 'foreign-reader.js'));
    packs.connect(core);
    setupQuit(core);
    windows.open();
  });
}

/** Without a window this is the browser host, which takes the same switches. */
function handOver(): void {
  say('--no-open：不打开窗口，改以浏览器方式运行。');
  // A packaged program leaves out the script's path, which the browser host expects.
  if (app.isPackaged) process.argv.splice(1, 0, app.getAppPath());
  void app.whenReady().then(() => import('./browser-process.ts'));
}

/** For data that do not open: nothing else is started. */
function diagnoseOnly(file: string): void {
  void writeDiagnosis(file, dataFolder, 'electron', say).then(
    () => app.exit(0),
    (error: unknown) => {
      say(startProblem(error, dataFolder));
      app.exit(1);
    },
  );
}

let dataFolder = '';
try {
  const words = process.argv.slice(app.isPackaged ? 1 : 2);
  // Who works on the program needs them, and root has no sandbox to give.
  if (app.isPackaged) refuseSwitches(words);
  const options = parseProgramArguments(words);
  dataFolder = resolve(options.data ?? defaultDataFolder());
  if (options.diagnose !== null) diagnoseOnly(options.diagnose);
  else if (options.noOpen) handOver();
  else start(options, dataFolder);
} catch (error) {
  dialog.showErrorBox('消安办工作台没有打开', startProblem(error, dataFolder));
  app.exit(1);
}
