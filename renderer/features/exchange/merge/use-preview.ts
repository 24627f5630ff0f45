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

/** What is asked for: other answers, or the same once more. */
interface Asked {
  answers: Readonly<Record<string, string>>;
}

interface Look {
  asked: Asked;
  /** Null where it could not even be begun. */
  jobUid: string | null;
  problem: string | null;
}

/** Has the core look what merging would do: anew for other answers, and when asked. What nobody waits for any more is stopped. */
export function usePreview(stagedUid: string, answers: Readonly<Record<string, string>>): PreviewStanding {
  const [asked, setAsked] = useState<Asked>({ answers });
  const [last, setLast] = useState<Look | null>(null);
  const [done, setDone] = useState<{ jobUid: string; preview: PackPreview } | null>(null);
  if (asked.answers !== answers) setAsked({ answers });
  const again = useCallback(() => setAsked((before) => ({ ...before })), []);
  const look = last?.asked === asked ? last : null;
  const job = useJob(look?.jobUid ?? null);

  useEffect(() => {
    let isWanted = true;
    let started: string | null = null;
    const stop = (uid: string): void => void client.jobs.cancel({ uid }).catch(() => undefined);
    client.exchange.preview({ stagedUid, answers: asked.answers }).then(
      ({ jobUid }) => {
        started = jobUid;
        if (isWanted) setLast({ asked, jobUid, problem: null });
        else stop(jobUid);
      },
      (error: unknown) => {
        if (isWanted) setLast({ asked, jobUid: null, problem: problemOf(error).text });
      },
    );
    return () => {
      isWanted = false;
      if (started !== null) stop(started);
    };
  }, [stagedUid, asked]);

  // Made by our core.
  if (job?.status === 'done' && done?.jobUid !== job.uid)
    setDone({ jobUid: job.uid, preview: job.result as PackPreview });
  return {
    preview: done?.preview ?? null,
    isOld: look === null || done?.jobUid !== look.jobUid,
    step: job?.step ?? '核对',
    progress: job?.progress ?? null,
    problem: look?.problem ?? (job?.status === 'failed' ? job.problem : null),
    again,
  };
}
