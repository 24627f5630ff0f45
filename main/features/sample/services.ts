import type { sample as contract } from '#shared/contract/sample.ts';
import { AppError } from '#shared/errors.ts';
import type { CoreServices, ServiceContext } from '#main/core/dispatch/context.ts';
import type { Caller, Services } from '#main/core/handlers.ts';
import type { Job, JobReport } from '#main/core/jobs/jobs.ts';
import { markProvisional } from '#main/core/store/provisional.ts';
import { loadSample } from './load-sample.ts';

export const sampleServices: Services<typeof contract, ServiceContext> = {
  load: async (_input, { core, caller }) => ({ jobUid: (await startSample(core, caller.host)).uid }),
};

/** @throws AppError refused where an office has been set up */
export async function startSample(core: CoreServices, host: Caller['host']): Promise<Job> {
  // A window of its own: nobody's Ctrl+Z takes the sample apart.
  const caller: Caller = { userUid: null, userName: '', roles: null, windowUid: 'sample', host };
  if ((await core.read('office.nameForSessions', null, caller)) !== null) {
    const reason =
      '这个数据文件夹里已经有办公室的数据，没有载入示例。要看示例，请用 --data 另选一个空文件夹。';
    throw new AppError('refused', { reason });
  }
  return core.jobs.track('载入示例数据', (report) => loadWhole(core, caller, report));
}

/** A sample that was cut short is set aside at the next start. @throws AppError refused */
async function loadWhole(core: CoreServices, caller: Caller, report: JobReport): Promise<void> {
  const complete = markProvisional(core.dataFolder);
  try {
    await loadSample(core, caller, report);
  } catch (error) {
    const detail = error instanceof AppError ? error.message : '程序内部出错。';
    throw new AppError('refused', { reason: `${detail}请重新启动程序，它会从空白开始。` });
  }
  complete();
}
