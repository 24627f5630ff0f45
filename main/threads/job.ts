import { runJob } from '#main/core/jobs/run-job.ts';
import { jobWork } from '#main/features/job-work.ts';

await runJob(jobWork);
