import { useEffect } from 'react';
import type { JobState } from '#shared/contract/events.ts';
import { client } from './client.ts';
import { createKnownJobs } from './known-jobs.ts';
import { useStore } from './store.ts';

const jobs = createKnownJobs((uid) => client.jobs.get({ uid }));

export const noteJob = jobs.note;
export const recheckJobs = jobs.recheck;

/** A job that may not have begun, and may never: without asking for it. */
export function useKnownJob(uid: string | null): JobState | null {
  const known = useStore(jobs.states);
  return uid === null ? null : (known.get(uid) ?? null);
}

/** A job's state as it goes; null until the first word of it. */
export function useJob(uid: string | null): JobState | null {
  const known = useStore(jobs.states);
  useEffect(() => (uid === null ? undefined : jobs.await(uid)), [uid]);
  return uid === null ? null : (known.get(uid) ?? null);
}
