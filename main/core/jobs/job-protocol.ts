import type { ThreadError } from '../threads/protocol.ts';

/** What a job's worker starts with. */
export interface JobStart {
  name: string;
  input: unknown;
  dataFolder: string;
  resourcesFolder: string;
  temporaryFolder: string;
  /** First element becomes 1 when the clerk cancels. */
  cancelFlag: Int32Array;
}

export type JobMessage =
  | { kind: 'progress'; progress: number | null; step: string }
  | { kind: 'done'; result: unknown }
  | { kind: 'failed'; error: ThreadError };
