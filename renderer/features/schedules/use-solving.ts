import { App } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import type { CampaignSchedule } from '#shared/contract/schedules.ts';
import type { ScheduleResult } from '#shared/rules/schedule/result.ts';
import { client } from '#renderer/app/client.ts';
import { useJob } from '#renderer/app/job-store.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';

export interface Solving {
  isRunning: boolean;
  /** 0 to 1. */
  progress: number;
  /** The best so far. */
  best: ScheduleResult | null;
  start: (keepsPlan: boolean) => void;
  /** Ends with the best so far. */
  stop: () => void;
}

/** Planning as it goes: the best so far is shown at once, and taken over when it ends. */
export function useSolving(schedule: CampaignSchedule): Solving {
  const { message } = App.useApp();
  const [run, setRun] = useState<{ jobUid: string; stamp: string } | null>(null);
  const start = useOperation(client.schedules.solve, { isSave: false, repeat: false });
  const accept = useOperation(client.schedules.accept, { success: '已排好', undoable: true });
  const job = useJob(run?.jobUid ?? null);
  const status = job?.status;

  const onEnd = useEffectEvent(async () => {
    if (job === null || run === null) return;
    // The job's result, and what it has so far, is what the solver made.
    const { plan, aims } = (job.result ?? {}) as Partial<ScheduleResult>;
    if (job.status === 'done' && plan !== undefined)
      await accept.run({ uid: schedule.campaignUid, stamp: run.stamp, plan, quality: aims ?? null });
    else if (job.problem !== null) void message.error(job.problem, 6);
  });
  useEffect(() => {
    if (status !== undefined && status !== 'running') void onEnd();
  }, [status]);

  const isSolving = run !== null && (job === null || job.status === 'running');
  const isRunning = start.running || isSolving || accept.running;
  return {
    isRunning,
    progress: job?.progress ?? 0,
    best: isRunning ? ((job?.result ?? job?.interim ?? null) as ScheduleResult | null) : null,
    start: (keepsPlan) =>
      void start.run({ uid: schedule.campaignUid, keepsPlan }).then((outcome) => {
        if (outcome.done) setRun({ jobUid: outcome.value.jobUid, stamp: schedule.stamp });
      }),
    stop: () => {
      if (run !== null) void client.jobs.enough({ uid: run.jobUid }).catch(() => undefined);
    },
  };
}
