import { useCallback, useEffect, useState } from 'react';
import type { PackPreview } from '#shared/contract/exchange.ts';
import { client } from '#renderer/app/client.ts';
import { useJob } from '#renderer/app/job-store.ts';
import { problemOf } from '#renderer/app/problem.ts';

/** How a look at a pack stands. */
export interface PreviewStanding {
  /** The last one that was finished; null before the first. */
  preview: PackPreview | null;
  /** It is of other answers than the present ones, and the new one is on its way. */
  isOld: boolean;
  /** Of the one on its way. */
  step: string;
  progress: number | null;
  /** In Chinese. */
  problem: string | null;
  again: () => void;
}

interface Look {
  answers: Readonly<Record<string, string>>;
  jobUid: string;
}

/** Has the core look what merging would do: anew for other answers, and when asked. What nobody waits for any more is stopped. */
export function usePreview(stagedUid: string, answers: Readonly<Record<string, string>>): PreviewStanding {
  const [turn, setTurn] = useState(0);
  const [look, setLook] = useState<Look | null>(null);
  const [done, setDone] = useState<{ jobUid: string; preview: PackPreview } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const job = useJob(look?.jobUid ?? null);

  useEffect(() => {
    let isWanted = true;
    let started: string | null = null;
    const stop = (jobUid: string): void => void client.jobs.cancel({ uid: jobUid }).catch(() => undefined);
    setProblem(null);
    client.exchange.preview({ stagedUid, answers }).then(
      ({ jobUid }) => {
        started = jobUid;
        if (isWanted) setLook({ answers, jobUid });
        else stop(jobUid);
      },
      (error: unknown) => {
        if (isWanted) setProblem(problemOf(error).text);
      },
    );
    return () => {
      isWanted = false;
      if (started !== null) stop(started);
    };
  }, [stagedUid, answers, turn]);

  // Made by our core.
  if (look !== null && job?.status === 'done' && done?.jobUid !== look.jobUid)
    setDone({ jobUid: look.jobUid, preview: job.result as PackPreview });
  const isCurrent = look !== null && look.answers === answers && done?.jobUid === look.jobUid;
  return {
    preview: done?.preview ?? null,
    isOld: !isCurrent,
    step: job?.step ?? '核对',
    progress: job?.progress ?? null,
    problem: problem ?? (job?.status === 'failed' ? job.problem : null),
    again,
  };
}
