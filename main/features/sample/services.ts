import type { sample as contract } from '#shared/contract/sample.ts';
import { AppError } from '#shared/errors.ts';
import type { CoreServices, ServiceContext } from '#main/core/dispatch/context.ts';
import type { Caller, Services } from '#main/core/handlers.ts';
import type { Job } from '#main/core/jobs/jobs.ts';
import { loadSample } from './load-sample.ts';

export const sampleServices: Services<typeof contract, ServiceContext> = {
  load: async (_input, { core, caller }) => ({ jobUid: (await startSample(core, caller.host)).uid }),
};

/** @throws AppError refused where an office has been set up */
export async function startSample(core: CoreServices, host: Caller['host']): Promise<Job> {
  // A window of its own: nobody's Ctrl+Z takes the sample apart.
  const caller: Caller = { userUid: null, userName: '', role: null, windowUid: 'sample', host };
  if ((await core.read('office.nameForSessions', null, caller)) !== null) {
    const reason =
      '这个数据文件夹里已经有办公室的数据，没有载入示例。要看示例，请用 --data 另选一个空文件夹。';
    throw new AppError('refused', { reason });
  }
  return core.jobs.track('载入示例数据', (report) => loadSample(core, caller, report));
}
