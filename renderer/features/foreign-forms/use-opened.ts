import { useQuery } from '@tanstack/react-query';
import type { ForeignFormDetail } from '#shared/contract/foreign-forms.ts';
import type { FormLayout } from '#shared/rules/foreign-forms/layout.ts';
import { api } from '#renderer/app/client.ts';
import { useJob } from '#renderer/app/job-store.ts';
import { problemOf } from '#renderer/app/problem.ts';

type Opened =
  | { status: 'opening' }
  | { status: 'failed'; problem: string }
  | { status: 'open'; layout: FormLayout };

/** The form's sheets, read by the core each time that the page or another version of the form is opened. */
export function useOpened({ uid, addedAt }: Pick<ForeignFormDetail, 'uid' | 'addedAt'>): Opened {
  const { queryKey, ...options } = api.foreignForms.open.queryOptions({ input: { uid } });
  const started = useQuery({
    ...options,
    queryKey: [...queryKey, addedAt],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const job = useJob(started.data?.jobUid ?? null);

  if (started.error !== null) return { status: 'failed', problem: problemOf(started.error).text };
  if (job === null || job.status === 'running') return { status: 'opening' };
  // The job's own result, made by our core.
  if (job.status === 'done') return { status: 'open', layout: job.result as FormLayout };
  return { status: 'failed', problem: job.problem ?? '已停止。请重新打开这一页。' };
}
