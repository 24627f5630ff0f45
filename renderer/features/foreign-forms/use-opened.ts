import { useEffect, useEffectEvent, useState } from 'react';
import type { FormLayout } from '#shared/rules/foreign-forms/layout.ts';
import { client } from '#renderer/app/client.ts';
import { useJob } from '#renderer/app/job-store.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';

type Opened =
  | { status: 'opening' }
  | { status: 'failed'; problem: string }
  | { status: 'open'; layout: FormLayout };

/** The form's sheets, read by the core once: a newer version is another page. */
export function useOpened(uid: string): Opened {
  const [started, setStarted] = useState<{ jobUid: string | null; problem: string } | null>(null);
  const open = useOperation(client.foreignForms.open, {
    isSave: false,
    repeat: false,
    onProblem: () => true,
  });
  const job = useJob(started?.jobUid ?? null);

  async function begin(): Promise<void> {
    const outcome = await open.run({ uid });
    setStarted(
      outcome.done
        ? { jobUid: outcome.value.jobUid, problem: '' }
        : { jobUid: null, problem: outcome.problem.text },
    );
  }
  const beginFirst = useEffectEvent(() => {
    void begin();
  });
  useEffect(() => beginFirst(), []);

  if (started !== null && started.problem !== '') return { status: 'failed', problem: started.problem };
  if (job === null || job.status === 'running') return { status: 'opening' };
  if (job.status === 'done') return { status: 'open', layout: job.result as FormLayout };
  return { status: 'failed', problem: job.problem ?? '已停止。请重新打开这一页。' };
}
