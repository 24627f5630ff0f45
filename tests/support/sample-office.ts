import { cpSync, existsSync, mkdtempSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { JobState } from '#shared/contract/events.ts';
import { openStore } from '#main/core/store/open.ts';
import { type Client, type CoreParts, finishedJob, startTestCore, type TestCore } from './core.ts';
import { threadBundle } from './thread-bundle.ts';

export interface SampleOffice {
  office: TestCore;
  client: Client;
}

/** A core with the sample city and a window of its user: the loading itself, which takes longer than most tests. */
export async function loadSampleOffice(
  folder?: string,
  more: CoreParts = {},
): Promise<SampleOffice & { job: JobState }> {
  const office = await startTestCore(folder, more);
  const client = office.window();
  const { jobUid } = await client.sample.load();
  // Nobody is signed in before there is a user.
  while (office.core.jobs.get(jobUid).status === 'running') {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  await client.session.state();
  return { office, client, job: await finishedJob(client, jobUid) };
}

/** The same on a copy of the sample city that the run has loaded once. @param folder empty, kept when it closes */
export async function startSampleOffice(folder?: string, more: CoreParts = {}): Promise<SampleOffice> {
  const made = await sampleFolder();
  const fill = (dataFolder: string) => cpSync(made, dataFolder, { recursive: true });
  const office = await startTestCore(folder, more, fill);
  const client = office.window();
  await client.session.state();
  return { office, client };
}

/** Loaded by the first test file that asks for it; two that ask at once both load it, and one of the two stays. */
async function sampleFolder(): Promise<string> {
  const folder = threadBundle();
  if (folder === undefined) throw new Error('the bundle of this test run was not made');
  const made = join(folder, 'sample');
  if (existsSync(made)) return made;
  const loading = mkdtempSync(`${made}-`);
  const { office } = await loadSampleOffice(loading);
  await office.close();
  // Else each office would check its copy on the day's first start.
  const store = openStore(loading);
  store.noteFullCheck();
  store.close();
  try {
    renameSync(loading, made);
  } catch {
    // Another worker was quicker: its own is there.
  }
  return made;
}
