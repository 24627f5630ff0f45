import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { sampleJob } from './sample-job.ts';

/** How far loading the sample office is. */
export function SampleProgress({ uid }: { uid: string }) {
  return <JobDialog uid={uid} stoppable={false} onClose={() => sampleJob.set(null)} />;
}
