import { eventIterator, type } from '@orpc/contract';
import { service } from './operation.ts';

/** Rows of one table that an operation changed; uids are null after a bulk operation. */
export interface TableChange {
  table: string;
  uids: readonly string[] | null;
}

export interface JobState {
  uid: string;
  label: string;
  status: 'running' | 'done' | 'failed' | 'cancelled';
  /** 0 to 1, or null while the length is unknown. */
  progress: number | null;
  /** What is being done now, in Chinese. */
  step: string;
  /** What went wrong, in Chinese. */
  problem: string | null;
  /** The best so far, of a job that goes on to make it better; what it becomes when the job is told that it is enough. */
  interim: unknown;
  /** The job's own result: for an export, the written file. */
  result: unknown;
}

export type CoreEvent =
  | {
      kind: 'changed';
      operation: string;
      label: string;
      windowUid: string;
      userName: string;
      changes: TableChange[];
    }
  | { kind: 'job'; job: JobState }
  | { kind: 'faults'; faults: readonly string[] }
  /** A file was opened from the desktop and waits to be taken. */
  | { kind: 'handed' }
  | { kind: 'session' };

export const events = {
  watch: service('接收变化', 'open').output(eventIterator(type<CoreEvent>())),
};
