import { dirname, join } from 'node:path';
import * as z from 'zod';
import { contract } from '#shared/contract/index.ts';
import { startCore } from './core/core.ts';
import { forkReader } from './core/excel/read/fork-reader.ts';
import { defaultDataFolder, programFolders, programVersion } from './core/program.ts';
import { sampleAtStart } from './features/sample/at-start.ts';
import { services } from './features/services.ts';
import { findBrowser, hasDisplay, openAppWindow, openWithSystem } from './hosts/app-window.ts';
import { parseProgramArguments } from './hosts/arguments.ts';
import { createEntryTokens } from './hosts/entry-tokens.ts';
import { startHttpServer } from './hosts/http-server.ts';

/* The browser host: starts the core, serves it on 127.0.0.1, opens it as an app window or prints its address. */

z.config(z.locales.zhCN());

async function main(): Promise<void> {
  const options = parseProgramArguments(process.argv.slice(2));
  const folders = programFolders();
  const dataFolder = options.data ?? defaultDataFolder();
  const opensWindow = !options.noOpen && hasDisplay();
  const core = await startCore({
    dataFolder,
    resourcesFolder: folders.resources,
    version: programVersion,
    contract,
    services,
    spawnReader: forkReader,
    abilities: opensWindow
      ? { openFile: openWithSystem, revealFile: (path) => openWithSystem(dirname(path)) }
      : {},
  });
  if (options.sample) process.stdout.write(`${await sampleAtStart(core, 'browser')}\n`);
  const browser = opensWindow ? findBrowser() : null;
  const printAddress = (): void => {
    process.stdout.write(`打开: http://127.0.0.1:${server.port}/#${tokens.current()}\n`);
  };
  const tokens = createEntryTokens(printAddress);
  const server = await startHttpServer({
    core,
    tokens,
    rendererFolder: folders.renderer,
    port: options.port,
  });
  if (browser === null) printAddress();
  else
    openAppWindow(
      browser,
      `http://127.0.0.1:${server.port}/start?n=${tokens.startNonce()}`,
      join(dataFolder, 'window'),
    );

  const stop = (): void => {
    void server
      .close()
      .then(() => core.close())
      .then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
