/**
 * Child process: the real core on a data folder with both carriers, and what only this process can measure of
 * itself. HTTP is served as the browser host does it. Messages {port} carry the contract over the pipe between the
 * two processes; a thread of this process can also act as a page behind a Node MessagePort.
 */
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { BroadcastChannel, MessageChannel, Worker } from 'node:worker_threads';
import * as z from 'zod';
import { createChromiumPdf } from '#main/hosts/chromium-pdf.ts';
import { createEntryTokens } from '#main/hosts/entry-tokens.ts';
import { startHttpServer } from '#main/hosts/http-server.ts';
import { type CarrierPort, createPortCarrier } from '#main/hosts/message-port.ts';
import { contract } from '#shared/contract/index.ts';
import { startCore } from '#main/core/core.ts';
import { programFolders } from '#main/core/program.ts';
import { forkReader } from '#main/core/excel/read/fork-reader.ts';
import { type CreateThread, threadLimits } from '#main/core/threads/pool.ts';
import { threadEntry } from '#main/core/threads/thread-entry.ts';
import { services } from '#main/features/services.ts';

export type OfficeTask =
  | { kind: 'watchDelay' }
  | { kind: 'readDelay' }
  | { kind: 'watchMemory' }
  | { kind: 'readMemory' }
  | { kind: 'readHold' }
  | { kind: 'saveInThread'; count: number }
  | { kind: 'close' };

/** Milliseconds that a timer came too late. */
export interface LoopDelay {
  longest: number;
  p99: number;
  /** Most processor time that the thread itself took between two timers: what the PC does to it is not in it. */
  ownWork: number;
}
/** Megabytes. */
export interface Memory {
  idle: number;
  peak: number;
}

/** What the process holds on to, its threads included. */
export interface Hold {
  bytes: number;
  /** Open files, lines and the like; null where the system does not tell. */
  descriptors: number | null;
  /** Threads of the system's, with those that the runtime keeps for itself. */
  systemThreads: number | null;
  /** Ports, timers, lines and files that this thread, the writer and the readers keep their loops running for. */
  handles: number;
}

export type ToOffice = { task: OfficeTask } | { port: unknown };
export type FromOffice =
  | { ready: { port: number; token: string } }
  | { answer: unknown }
  | { failed: string }
  | { port: unknown };

const MEGABYTE = 1_000_000;
const SAMPLE_MILLISECONDS = 10;
const COLLECTING_MILLISECONDS = 500;
const DESCRIPTORS = '/proc/self/fd';
const SYSTEM_THREADS = '/proc/self/task';

z.config(z.locales.zhCN());
const [folder = '', resourcesFolder = ''] = process.argv.slice(2);
const collecting = new BroadcastChannel('collect-garbage');
collecting.unref();
/** Runs in each of the core's threads: collects, then tells what the thread holds. */
const collector = `const line = new BroadcastChannel('collect-garbage');
const told = new BroadcastChannel('thread-handles');
line.onmessage = () => { globalThis.gc(); told.postMessage(process.getActiveResourcesInfo().length); };
line.unref(); told.unref();`;
let threads = 0;
const createThread: CreateThread = (name, settings) => {
  threads += 1;
  return new Worker(threadEntry(name, settings.threadBundle), {
    workerData: settings,
    resourceLimits: threadLimits,
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(collector)}`],
  });
};

const core = await startCore({
  dataFolder: folder,
  resourcesFolder,
  version: '0.1.0',
  abilities: {},
  contract,
  services,
  spawnReader: forkReader,
  printPdf: createChromiumPdf(programFolders().renderer),
  createThread,
});
const page = mkdtempSync(join(tmpdir(), 'office-page-'));
const tokens = createEntryTokens(() => undefined);
const server = await startHttpServer({ core, tokens, rendererFolder: page, port: 0 });
const carrier = createPortCarrier(core);

function tell(message: FromOffice): void {
  process.send?.(message);
}

/** The pipe to the parent process as a port. */
const pipe: CarrierPort = {
  on(event, listener) {
    if (event !== 'message') return;
    process.on('message', (message: ToOffice) => {
      if ('port' in message) listener({ data: message.port });
    });
  },
  postMessage: (port) => tell({ port }),
  start: () => undefined,
  close: () => undefined,
};
carrier.carry(1, pipe);

let thread: Worker | null = null;
function pageThread(): Worker {
  const { port1, port2 } = new MessageChannel();
  carrier.carry(2, port1);
  return new Worker(new URL('./page-thread.js', import.meta.url), {
    workerData: port2,
    transferList: [port2],
  });
}

function saveInThread(count: number): Promise<unknown> {
  thread ??= pageThread();
  const worker = thread;
  const answer = once(worker, 'message');
  worker.postMessage(count);
  return answer.then(([times]: unknown[]) => times);
}

let delay: ReturnType<typeof monitorEventLoopDelay> | null = null;
const own = { since: process.threadCpuUsage(), most: 0, timer: null as NodeJS.Timeout | null };

function noteOwnWork(): void {
  const { user, system } = process.threadCpuUsage(own.since);
  own.since = process.threadCpuUsage();
  own.most = Math.max(own.most, (user + system) / 1_000);
}

/**
 * Its threads as well: each has a heap of its own, which V8 lets grow for minutes before it looks at it.
 * @returns how many handles all of them hold
 */
async function collectEverywhere(): Promise<number> {
  const answers = new BroadcastChannel('thread-handles');
  const told: number[] = [];
  const all = new Promise<void>((resolve) => {
    answers.addEventListener('message', (event) => {
      told.push(Number(Reflect.get(event, 'data')));
      if (told.length === threads) resolve();
    });
  });
  collecting.postMessage(null);
  globalThis.gc?.();
  await all;
  answers.close();
  await setTimeout(COLLECTING_MILLISECONDS);
  return told.reduce((sum, each) => sum + each, process.getActiveResourcesInfo().length);
}

function countIn(folderOfSystem: string): number | null {
  return existsSync(folderOfSystem) ? readdirSync(folderOfSystem).length : null;
}

let memory: { idle: number; peak: number; timer: NodeJS.Timeout } | null = null;

function watchMemory(): void {
  globalThis.gc?.();
  const idle = process.memoryUsage.rss();
  const watched = { idle, peak: idle, timer: setInterval(sample, SAMPLE_MILLISECONDS) };
  function sample(): void {
    watched.peak = Math.max(watched.peak, process.memoryUsage.rss());
  }
  memory = watched;
}

async function run(task: OfficeTask): Promise<unknown> {
  switch (task.kind) {
    case 'watchDelay':
      delay?.disable();
      delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      own.since = process.threadCpuUsage();
      own.most = 0;
      own.timer ??= setInterval(noteOwnWork, 1);
      return null;
    case 'readDelay':
      return {
        longest: (delay?.max ?? 0) / 1e6,
        p99: (delay?.percentile(99) ?? 0) / 1e6,
        ownWork: own.most,
      } satisfies LoopDelay;
    case 'watchMemory':
      clearInterval(memory?.timer);
      watchMemory();
      return null;
    case 'readMemory':
      clearInterval(memory?.timer);
      return {
        idle: (memory?.idle ?? 0) / MEGABYTE,
        peak: (memory?.peak ?? 0) / MEGABYTE,
      } satisfies Memory;
    case 'readHold':
      return {
        handles: await collectEverywhere(),
        bytes: process.memoryUsage.rss(),
        descriptors: countIn(DESCRIPTORS),
        systemThreads: countIn(SYSTEM_THREADS),
      } satisfies Hold;
    case 'saveInThread':
      return saveInThread(task.count);
    case 'close':
      await thread?.terminate();
      await server.close();
      await core.close();
      rmSync(page, { recursive: true });
      return null;
  }
}

process.on('message', (message: ToOffice) => {
  if (!('task' in message)) return;
  run(message.task).then(
    (answer) => tell({ answer }),
    (error: unknown) => tell({ failed: error instanceof Error ? String(error.stack) : String(error) }),
  );
});
process.once('disconnect', () => process.exit(0));
tell({ ready: { port: server.port, token: tokens.current() } });
