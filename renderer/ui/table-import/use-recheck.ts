import { App } from 'antd';
import { useEffect, useState } from 'react';
import type { ListChoice, ListPreview, ListSource } from '#shared/contract/table-import.ts';
import { client } from '#renderer/app/client.ts';
import { useJob } from '#renderer/app/job-store.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';

type Call<Input, Output> = Parameters<typeof useOperation<Input, Output>>[0];

export type ReadOperation<Options> = Call<
  { source: ListSource; choice: ListChoice; options: Options },
  { jobUid: string }
>;
export type TakeOperation<Options> = Call<
  { stagedUid: string; choice: ListChoice; options: Options },
  { added: number; changed: number }
>;

export const nothingChosen: ListChoice = { form: null, corrections: [] };

interface Chosen<Options> {
  choice: ListChoice;
  options: Options;
}

/** What was read, read again under another choice as often as the clerk likes. */
export function useRecheck<Options>(read: ReadOperation<Options>, first: ListPreview, firstOptions: Options) {
  const { message } = App.useApp();
  const begin = useOperation(read, { isSave: false, repeat: false });
  const [before, setBefore] = useState({ preview: first, choice: nothingChosen, options: firstOptions });
  const [asked, setAsked] = useState<(Chosen<Options> & { jobUid: string | null }) | null>(null);
  const job = useJob(asked?.jobUid ?? null);
  const current =
    asked !== null && job?.status === 'done'
      ? // The preview is the job's own result, made by our core.
        { preview: job.result as ListPreview, choice: asked.choice, options: asked.options }
      : before;
  const pending = asked !== null && (job === null || job.status === 'running') ? asked : null;
  const latest = pending ?? current;
  const problem = job?.status === 'failed' ? job.problem : null;
  useEffect(() => {
    if (problem !== null) void message.error(problem);
  }, [problem, message]);

  async function check(change: Partial<Chosen<Options>>): Promise<void> {
    stop();
    const chosen = { choice: latest.choice, options: latest.options, ...change };
    setBefore(current);
    setAsked({ ...chosen, jobUid: null });
    const outcome = await begin.run({ source: { stagedUid: first.stagedUid }, ...chosen });
    setAsked(outcome.done ? { ...chosen, jobUid: outcome.value.jobUid } : null);
  }

  /** What is no longer wanted is not waited for. */
  function stop(): void {
    const uid = pending?.jobUid ?? null;
    if (uid !== null) void client.jobs.cancel({ uid }).catch(() => undefined);
  }

  return {
    preview: current.preview,
    /** As they were asked last. */
    options: latest.options,
    choice: latest.choice,
    checking: pending !== null,
    check: (change: Partial<Chosen<Options>>) => void check(change),
    stop,
  };
}
