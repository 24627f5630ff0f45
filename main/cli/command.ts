/** Where a command of the command line writes to, and what stops it. */
export interface Terminal {
  /** Results only, so that they can be passed on. */
  out(line: string): void;
  /** Progress and problems. */
  say(line: string): void;
  /** Aborted when the user presses Ctrl+C. */
  signal: AbortSignal;
}

/** 0 done, 1 not done, 2 wrongly called. */
export type ExitCode = 0 | 1 | 2;

/** The command line itself is wrong; the message says in Chinese what about it. */
export class UsageError extends Error {
  /** How the command is called rightly. */
  readonly usage: string;

  constructor(message: string, usage: string) {
    super(message);
    this.usage = usage;
  }
}
