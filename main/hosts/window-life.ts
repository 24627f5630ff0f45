/*
 * The life of the window that the program opened by itself, told by the pages that listen for changes. Either no
 * window ever comes, and the clerk needs another way in, which may take any time; or the last page goes, wherever it
 * was, and the program has nobody to be there for. Counted in seconds that were really lived through: a PC that was
 * asleep closes nothing.
 */

/** A page that is loaded anew, or links again, is away for less than this. */
const PATIENCE_SECONDS = 15;
/** A browser takes its time to start cold from an old disk; later it may only have put the page to sleep. */
const patienceWithBrowser = { awaited: 40, open: 60 };

export interface WindowWatch {
  /** Whether any page listens now. */
  pageListens: () => boolean;
  /** Whether the browser that was started is still running; null where none was. */
  browserRuns: (() => boolean) | null;
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
  /** In a browser that somebody else started, of which nothing is known. */
  let isElsewhere = browserRuns === null;
  let state: 'awaited' | 'open' | 'given up' | 'over' = isElsewhere ? 'given up' : 'awaited';
  let seconds = 0;

  function patience(waiting: 'awaited' | 'open'): number {
    return isElsewhere || browserRuns?.() === true ? patienceWithBrowser[waiting] : PATIENCE_SECONDS;
  }

  return () => {
    if (state === 'over') return;
    const isThere = pageListens();
    if (isThere) state = 'open';
    if (state === 'given up') return;
    seconds = isThere || busy() ? 0 : seconds + 1;
    if (seconds < patience(state)) return;
    if (state === 'open') {
      state = 'over';
      onGone();
    } else {
      state = 'given up';
      isElsewhere = true;
      onNeverCame();
    }
  };
}
