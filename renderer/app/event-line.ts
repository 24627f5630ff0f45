import type { CoreEvent } from '#shared/contract/events.ts';
import { EntryLost } from './carriers/connection-lost.ts';
import type { Connection } from './connection.ts';

/** What is heard on the line to the core, and of the line itself. */
export type Word =
  | { kind: 'event'; event: CoreEvent }
  | { kind: 'connection'; state: Connection }
  /** Changes may have gone by unheard. */
  | { kind: 'missed' };

export type OpenLine = (signal: AbortSignal) => Promise<AsyncIterable<CoreEvent>>;

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

/** Listens until the signal ends it or the entry is lost; a broken line is opened again by itself. */
export async function listen(open: OpenLine, tell: (word: Word) => void, signal: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE;
  while (!signal.aborted) {
    try {
      const events = await open(signal);
      tell({ kind: 'connection', state: 'open' });
      pause = FIRST_PAUSE;
      for await (const event of events) tell({ kind: 'event', event });
    } catch (error) {
      if (error instanceof EntryLost) {
        tell({ kind: 'connection', state: 'entryLost' });
        return;
      }
    }
    if (signal.aborted) return;
    tell({ kind: 'connection', state: 'lost' });
    await wait(pause, signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
