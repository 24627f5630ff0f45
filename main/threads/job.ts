import { runJob } from '#main/core/jobs/run-job.ts';
import { lightJobs } from '#main/features/light-jobs.ts';

// A library inside exceljs still calls Buffer(); its warning means nothing to a clerk.
process.noDeprecation = true;

await runJob(async (name) => {
  if (Object.hasOwn(lightJobs, name)) return lightJobs[name]?.();
  const { jobWork } = await import('#main/features/job-work.ts');
  return Object.hasOwn(jobWork, name) ? jobWork[name] : undefined;
});
