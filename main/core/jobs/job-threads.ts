import { Worker } from 'node:worker_threads';
import { createSpares } from '../spares.ts';
import { threadEntry } from '../threads/thread-entry.ts';
import type { JobStart } from './job-protocol.ts';

/** A third of the usual: what a job has done with is let go earlier, 40 MB less in an export that takes no longer. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/** The threads of jobs: one that waits for its job is started while the files for it still come in. */
export interface JobThreads {
  start(job: JobStart): Worker;
  expect(): void;
  close(): void;
}

/** @param bundle folder of a bundle that is to be used instead of the sources */
export function createJobThreads(bundle: string | undefined): JobThreads {
  const create = (): Worker => new Worker(threadEntry('job', bundle), { resourceLimits });
  const spares = createSpares<Worker>({
    start(onGone) {
      const worker = create();
      worker.on('exit', onGone);
      // An error ends it: whoever needs one starts another, and hears of it.
      worker.on('error', onGone);
      // Nothing waits for it.
      worker.unref();
      return worker;
    },
    end: (worker) => void worker.terminate(),
    most: 1,
  });
  return {
    start(job) {
      const worker = spares.take() ?? create();
      worker.ref();
      worker.postMessage(job);
      return worker;
    },
    expect: () => spares.expect(),
    close: () => spares.close(),
  };
}
