import { useEffect } from 'react';
import type { JobState } from '#shared/contract/events.ts';
import { client } from './client.ts';
import { createStore, useStore } from './store.ts';

const KEPT = 50;
const jobs = createStore<ReadonlyMap<string, JobState>>(new Map());

export function noteJob(job: JobState): void {
  const next = new Map(jobs.get());
  next.delete(job.uid);
  next.set(job.uid, job);
  for (const uid of [...next.keys()].slice(0, Math.max(0, next.size - KEPT))) next.delete(uid);
  jobs.set(next);
}

/** A job's state as it goes; null until the first word of it. */
export function useJob(uid: string | null): JobState | null {
  const known = useStore(jobs);
  useEffect(() => {
    if (uid === null || jobs.get().has(uid)) return;
    // A short job may have ended before this page heard of it.
    void client.jobs.get({ uid }).then(noteIfNew, () => undefined);
  }, [uid]);
  return uid === null ? null : (known.get(uid) ?? null);
}

function noteIfNew(job: JobState): void {
  if (!jobs.get().has(job.uid)) noteJob(job);
}
