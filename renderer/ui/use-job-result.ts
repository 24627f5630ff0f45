import { useQuery } from '@tanstack/react-query';
import { useJob } from '../app/job-store.ts';
import { problemOf } from '../app/problem.ts';

/** What a job that only reads has found; its words while it is under way. */
export type JobResult<Result> =
  | { status: 'running'; step: string }
  | { status: 'failed'; problem: string }
  | { status: 'done'; result: Result };

interface Start {
  /** What it was started for; with another key it is started anew. */
  queryKey: readonly unknown[];
  queryFn: () => Promise<{ jobUid: string }>;
}

/**
 * Starts a job with the page and hands over its result.
 * @param Result what our own core makes of it
 */
export function useJobResult<Result>({ queryKey, queryFn }: Start): JobResult<Result> {
  const started = useQuery({
    queryKey,
    queryFn,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const job = useJob(started.data?.jobUid ?? null);

  if (started.error !== null) return { status: 'failed', problem: problemOf(started.error).text };
  if (job === null || job.status === 'running') return { status: 'running', step: job?.step ?? '' };
  if (job.status === 'done') return { status: 'done', result: job.result as Result };
  return { status: 'failed', problem: job.problem ?? '已停止。请重新打开这一页。' };
}
