import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { contract, type Contract } from '#shared/contract/index.ts';
import type { JobState } from '#shared/contract/events.ts';
import { type Core, type CoreOptions, startCore } from '#main/core/core.ts';
import type { Session } from '#main/core/dispatch/sessions.ts';
import { createChromiumPdf } from '#main/hosts/chromium-pdf.ts';
import { programFolders } from '#main/core/program.ts';
import { services } from '#main/features/services.ts';
import { placeEmptyStore } from './empty-store.ts';
import { spawnBundledReader, threadBundle } from './thread-bundle.ts';

export type Client = ContractRouterClient<Contract>;

export interface TestCore {
  core: Core;
  dataFolder: string;
  /** A caller as one window of one session sees the program. */
  window(session?: Session): Client;
  close(): Promise<void>;
}

const resourcesFolder = join(import.meta.dirname, '..', '..', 'resources');

export type CoreParts = Partial<Pick<CoreOptions, 'abilities' | 'onWriterDeath' | 'printPdf' | 'readers'>>;

/** `OFFICE_THREADS` is set by a vitest project whose tests are not about threads and processes. */
async function threadsAndReader(): Promise<Pick<CoreOptions, 'createThread' | 'spawnReader'>> {
  if (process.env['OFFICE_THREADS'] !== 'in-process') return { spawnReader: spawnBundledReader };
  const { createInProcess } = await import('./in-process-threads.ts');
  const { spawnInProcessReader } = await import('./in-process-reader.ts');
  return { createThread: createInProcess, spawnReader: spawnInProcessReader };
}

/**
 * The real core on a data folder of its own and, unless told otherwise, without a browser.
 * @param fill puts a store into the data folder before the start
 */
export async function startTestCore(
  folder?: string,
  more: CoreParts = {},
  fill: (dataFolder: string) => void = folder === undefined ? placeEmptyStore : () => undefined,
): Promise<TestCore> {
  const dataFolder = folder ?? mkdtempSync(join(tmpdir(), 'office-test-'));
  fill(dataFolder);
  const core = await startCore({
    dataFolder,
    resourcesFolder,
    version: '0.1.0',
    abilities: {},
    contract,
    services,
    threadBundle: threadBundle(),
    ...(await threadsAndReader()),
    printPdf: createChromiumPdf(programFolders().renderer, () => null),
    ...more,
  });
  return {
    core,
    dataFolder,
    window(session = core.sessions.open('browser')) {
      const reqHeaders = new Map([['x-window', crypto.randomUUID()]]);
      const options = { context: () => ({ session, reqHeaders }) };
      return createRouterClient(core.router, options) as unknown as Client;
    },
    async close() {
      await core.close();
      if (folder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A set-up office with its one clerk signed in. @param folder one that is prepared, kept when it closes */
export async function startTestOffice(
  city: { name: string; code: string | null } = { name: '临川市', code: null },
  more: CoreParts = {},
  folder?: string,
) {
  const office = await startTestCore(folder, more);
  const client = office.window();
  await client.office.setUp({
    officeName: `${city.name}消防安全委员会办公室`,
    userName: '李明',
    cityName: city.name,
    cityCode: city.code,
    memberUnits: false,
  });
  await client.session.state();
  return { ...office, client };
}

/** Waits for a job's end. */
export async function finishedJob(client: Client, jobUid: string): Promise<JobState> {
  for (;;) {
    const job = await client.jobs.get({ uid: jobUid });
    if (job.status !== 'running') return job;
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
