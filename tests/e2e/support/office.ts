import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContext, Page } from 'playwright';
import { workersBrowser } from './browser.ts';

/*
 * The program as a clerk meets it: started as the portable package does, on a fresh data folder, and a real Chromium that
 * enters by the printed address. npm's launcher, which first looks whether any source is newer than what was built, is
 * what e2e/start begins with.
 */

const root = join(import.meta.dirname, '..', '..', '..');
/** A busy machine answers late; what never comes still fails. */
const WAIT_MILLISECONDS = 60_000;

/** Of all offices that run now. */
export const openPages = new Set<Page>();

export interface RunningOffice {
  dataFolder: string;
  /** The printed address that lets the next browser in. */
  address(): string;
  /** A new window of a browser that has been let in. */
  enter(options?: { width?: number; height?: number; scale?: number }): Promise<Page>;
  close(): Promise<void>;
}

/** Names the data folder of the sample city that a run makes once. */
export const sampleVariable = 'SAMPLE_FOLDER';

/** An office of the sample city. @param prepare changes its data folder before the start */
export function startSample(prepare?: (folder: string) => void): Promise<RunningOffice> {
  const sample = process.env[sampleVariable];
  if (sample === undefined) throw new Error('the sample of this run was not made');
  return startOffice([], sample, builtStart, prepare);
}

/** What starts the program; it is given the switches. */
export interface Starter {
  command: readonly [string, ...string[]];
  env: NodeJS.ProcessEnv;
}

const builtStart: Starter = {
  command: [process.execPath, join(root, 'dist', 'main', 'browser.js')],
  env: process.env,
};

/** @param sample a data folder to begin with @param prepare changes it before the start */
export async function startOffice(
  switches: readonly string[] = [],
  sample?: string,
  starter = builtStart,
  prepare?: (folder: string) => void,
): Promise<RunningOffice> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'office-e2e-'));
  if (sample !== undefined) cpSync(sample, dataFolder, { recursive: true });
  prepare?.(dataFolder);
  const [command, ...given] = starter.command;
  const args = [...given, '--no-open', '--data', dataFolder, ...switches];
  // Exports go into the clerk's documents: here into a home of the test's own.
  const env = { ...starter.env, HOME: dataFolder };
  const program = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const addresses = addressesOf(program);
  await addresses.next();
  const contexts: BrowserContext[] = [];
  return {
    dataFolder,
    address: () => addresses.latest(),
    async enter({ width = 1366, height = 768, scale = 1 } = {}) {
      const browser = await workersBrowser();
      const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: scale,
        locale: 'zh-CN',
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      contexts.push(context);
      context.setDefaultTimeout(WAIT_MILLISECONDS);
      const page = await context.newPage();
      openPages.add(page);
      page.on('close', () => openPages.delete(page));
      const used = addresses.latest();
      await page.goto(used);
      await page.waitForSelector('#root > *');
      if (addresses.latest() === used) await addresses.next();
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      program.kill('SIGTERM');
      await new Promise((resolve) => {
        program.once('exit', resolve);
      });
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function addressesOf(program: ChildProcess): { latest(): string; next(): Promise<void> } {
  let latest = '';
  let announce: (() => void)[] = [];
  if (program.stdout === null) throw new Error('the program has no output');
  createInterface({ input: program.stdout }).on('line', (line) => {
    if (!line.startsWith('打开: ')) return;
    latest = line.slice('打开: '.length);
    for (const told of announce) told();
    announce = [];
  });
  return {
    latest: () => latest,
    next: () =>
      new Promise((resolve, reject) => {
        announce.push(resolve);
        program.once('exit', (code) => reject(new Error(`the program ended with ${code}`)));
      }),
  };
}
