import { runJob } from '#main/core/jobs/run-job.ts';
import { jobWork } from '#main/features/job-work.ts';

// A library inside exceljs still calls Buffer(); its warning means nothing to a clerk.
process.noDeprecation = true;

await runJob(jobWork);
