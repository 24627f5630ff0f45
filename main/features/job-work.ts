import type { JobWork } from '#main/core/jobs/run-job.ts';

/** Every job by name, for the job threads. */
export const jobWork: Readonly<Record<string, JobWork>> = {};
