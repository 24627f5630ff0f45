import type { JobState } from '#shared/contract/events.ts';
import { type Client, type CoreParts, finishedJob, startTestCore, type TestCore } from './core.ts';

export interface SampleOffice {
  office: TestCore;
  client: Client;
  /** The loading, which has ended. */
  job: JobState;
}

/** A core with the sample city in it and a window of its user. @param folder kept when it closes */
export async function startSampleOffice(folder?: string, more: CoreParts = {}): Promise<SampleOffice> {
  const office = await startTestCore(folder, more);
  const client = office.window();
  const { jobUid } = await client.sample.load();
  while (office.core.jobs.get(jobUid).status === 'running') {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  await client.session.state();
  return { office, client, job: await finishedJob(client, jobUid) };
}
