import type { ReaderChild, SpawnReader } from './reader-process.ts';
import type { ReaderCall } from './reader-protocol.ts';

/**
 * Reading processes that are started while workbooks still come in, so that whoever reads them need not wait for it.
 * Each is handed out once, new: none that has read a foreign file ever comes back.
 */
export interface SpareReaders {
  /** One that waits, or else a new one. */
  spawn: SpawnReader;
  /** A workbook comes in: soon one may be asked for. */
  expect(): void;
  close(): void;
}

/** As many as a job uses at a time. */
const MOST = 2;
/** Each takes some 60 MB while it waits. */
const KEPT_MILLISECONDS = 60_000;

export function createSpareReaders(spawn: SpawnReader): SpareReaders {
  const waiting = new Set<ReaderChild>();
  let timer: NodeJS.Timeout | undefined;

  function close(): void {
    clearTimeout(timer);
    for (const child of waiting) child.kill();
    waiting.clear();
  }

  function start(): void {
    try {
      const child = spawn();
      waiting.add(child);
      child.onExit(() => waiting.delete(child));
      child.send({ kind: 'practise' } satisfies ReaderCall);
    } catch {
      // A PC that has no memory left for it now: who needs one asks again, and is told what happens then.
    }
  }

  return {
    spawn() {
      const [child] = waiting;
      if (child === undefined) return spawn();
      waiting.delete(child);
      return child;
    },
    expect() {
      clearTimeout(timer);
      timer = setTimeout(close, KEPT_MILLISECONDS);
      timer.unref();
      if (waiting.size < MOST) start();
    },
    close,
  };
}
