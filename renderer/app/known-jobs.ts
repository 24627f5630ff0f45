import type { JobState } from '#shared/contract/events.ts';
import { problemOf } from './problem.ts';
import { createStore, type Store } from './store.ts';

const KEPT = 50;
const LOST = '程序重新启动过，这项工作没有做完，请重新开始。';

export interface KnownJobs {
  readonly states: Store<ReadonlyMap<string, JobState>>;
  note: (job: JobState) => void;
  /** Somebody wants to know how it goes. @returns to be called when nobody does any more */
  await: (uid: string) => () => void;
  /** News may have been missed: asks again for what is awaited and not known to have ended. */
  recheck: () => void;
}

/** What this window knows of jobs, from the events and from asking. */
export function createKnownJobs(ask: (uid: string) => Promise<JobState>): KnownJobs {
  const states = createStore<ReadonlyMap<string, JobState>>(new Map());
  const awaited = new Set<string>();

  function note(job: JobState): void {
    const next = new Map(states.get());
    next.delete(job.uid);
    next.set(job.uid, job);
    for (const uid of [...next.keys()].slice(0, Math.max(0, next.size - KEPT))) next.delete(uid);
    states.set(next);
  }

  function isOver(uid: string): boolean {
    const known = states.get().get(uid);
    return known !== undefined && known.status !== 'running';
  }

  async function check(uid: string): Promise<void> {
    if (isOver(uid)) return;
    const answer = await ask(uid).catch((error: unknown) => lostJob(uid, states.get().get(uid), error));
    // The event of its end may have overtaken the answer.
    if (answer !== null && !isOver(uid)) note(answer);
  }

  return {
    states,
    note,
    await(uid) {
      awaited.add(uid);
      if (!states.get().has(uid)) void check(uid);
      return () => awaited.delete(uid);
    },
    recheck() {
      for (const uid of awaited) void check(uid);
    },
  };
}

/** A job that the core does not know has ended with an earlier core; nothing else is known after another error. */
function lostJob(uid: string, known: JobState | undefined, error: unknown): JobState | null {
  if (problemOf(error).code !== 'notFound') return null;
  const state = known ?? {
    uid,
    label: '未完成的工作',
    progress: null,
    step: '',
    interim: null,
    result: null,
  };
  return { ...state, status: 'failed', problem: LOST };
}
