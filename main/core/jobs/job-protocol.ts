import type { Tally } from '#shared/rules/history/tally.ts';
import type { ThreadError } from '../threads/protocol.ts';

/** What a job's worker is told first. */
export interface JobStart {
  name: string;
  input: unknown;
  dataFolder: string;
  resourcesFolder: string;
  temporaryFolder: string;
  /** What the clerk has asked for meanwhile; see `signals`. */
  flags: Int32Array;
}

/** Which element of a job's flags becomes 1 when the clerk cancels, or takes what there is so far. */
export const signals = { cancel: 0, enough: 1 } as const;

export type JobMessage =
  /** It has loaded what it works with. */
  | { kind: 'loaded' }
  | { kind: 'progress'; progress: number | null; step: string; interim: unknown }
  | { kind: 'done'; result: unknown; tally: Tally }
  | { kind: 'failed'; error: ThreadError };
