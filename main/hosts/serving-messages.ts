import type { KeptSession } from '../core/dispatch/sessions.ts';

/*
 * Between the browser host's outer process and the one that serves the pages, over a pipe that only these two have:
 * a session's id lets in whoever knows it.
 */

/** What the next process needs to go on where this one may stop; told after every change. */
export interface Standing {
  port: number;
  /** What the pages' keys are made with. */
  callSecret: string;
  sessions: readonly KeptSession[];
  /** Whether the program has a window of its own. */
  opensWindow: boolean;
}

/** First message to a process that serves; null at the program's start. */
export interface Begin {
  resumed: Standing | null;
}

/** It has said what was wrong: starting it again would not help. Other exit codes but 0 are deaths. */
export const exitTold = 1;
/** It is in doubt about itself and makes room for the next one. */
export const exitDied = 70;
/** The next one is to look after the data first; see rescue.ts. */
export const exitForRescue = 71;
