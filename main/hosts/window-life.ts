/*
 * The life of the window that the program opened by itself, told by the pages that listen for changes. Either no
 * window ever comes, and the clerk needs another way in; or the last one goes, and the program has nobody to be
 * there for. Counted in seconds that were really lived through: a PC that was asleep closes nothing.
 */

/** A page that is loaded anew, or links again, is away for less than this. */
const PATIENCE_SECONDS = 15;
/** A browser takes its time to start cold from an old disk; later it may only have put the page to sleep. */
const patienceWithBrowser = { awaited: 40, open: 60 };

export interface WindowWatch {
  /** Whether any page listens now. */
  pageListens: () => boolean;
  /** Whether the browser that was started is still running. */
  browserRuns: () => boolean;
  /** Whether the program is in the middle of something: then nothing ends. */
  busy: () => boolean;
  onNeverCame: () => void;
  onGone: () => void;
}

/** @returns to be called once a second */
export function watchWindow({
  pageListens,
  browserRuns,
  busy,
  onNeverCame,
  onGone,
}: WindowWatch): () => void {
  let state: 'awaited' | 'open' | 'over' = 'awaited';
  let seconds = 0;

  function end(tell: () => void): void {
    state = 'over';
    tell();
  }

  return () => {
    if (state === 'over') return;
    const isThere = pageListens();
    if (isThere) state = 'open';
    seconds = isThere || busy() ? 0 : seconds + 1;
    const patience = browserRuns() ? patienceWithBrowser[state] : PATIENCE_SECONDS;
    if (seconds >= patience) end(state === 'awaited' ? onNeverCame : onGone);
  };
}
