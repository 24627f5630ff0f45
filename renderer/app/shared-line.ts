import type { Connection } from './connection.ts';
import type { Word } from './event-line.ts';

/*
 * A browser opens six lines to one address at most, and a line that listens for changes stays taken: with six
 * windows no call would get through any more. So one window of a browser listens, the one that holds the lock,
 * and repeats aloud what it hears; when it is closed the next one takes its place.
 */

const NAME = 'office-events';

/** To the other windows: what was heard, or the question of a new one how the line is. */
type Spoken = Word | { kind: 'hello' };

/** @param listen resolves when the signal ends it or the entry is lost */
export async function shareLine(
  listen: (tell: (word: Word) => void, signal: AbortSignal) => Promise<void>,
  hear: (word: Word) => void,
  signal: AbortSignal,
): Promise<void> {
  const others = new BroadcastChannel(NAME);
  let line: Connection = 'connecting';
  let leading = false;
  let wakeUp: () => void = () => undefined;
  signal.addEventListener('abort', () => {
    others.close();
    wakeUp();
  });

  function note(word: Word): void {
    if (word.kind === 'connection') line = word.state;
    if (line === 'open') wakeUp();
    hear(word);
  }

  function say(word: Word): void {
    if (signal.aborted) return;
    note(word);
    others.postMessage(word satisfies Spoken);
  }

  async function lead(): Promise<void> {
    if (signal.aborted) return;
    leading = true;
    // Between two leaders nobody listened.
    const tookOver = line === 'open';
    await listen((word) => {
      say(word);
      if (tookOver && word.kind === 'connection' && word.state === 'open') say({ kind: 'missed' });
    }, signal);
    leading = false;
  }

  others.addEventListener('message', ({ data }: MessageEvent<Spoken>) => {
    if (data.kind !== 'hello') note(data);
    else if (leading) others.postMessage({ kind: 'connection', state: line } satisfies Spoken);
  });
  others.postMessage({ kind: 'hello' } satisfies Spoken);

  while (!signal.aborted) {
    await navigator.locks.request(NAME, { signal }, lead).catch(() => undefined);
    // Nobody here is let in until a window of this browser has entered anew.
    const entered = new Promise<void>((resolve) => {
      wakeUp = resolve;
    });
    if (!signal.aborted) await entered;
  }
}
