/**
 * What takes longer to start than to use, started when it is likely to be asked for, and ended when it was not. Each is
 * handed out once, new: none that was in use ever comes back.
 */
export interface Spares<Spare> {
  /** One that waits; undefined: there is none. */
  take(): Spare | undefined;
  /** Soon one may be asked for. */
  expect(): void;
  close(): void;
}

interface SpareKind<Spare> {
  /** @param onGone to be called when it has ended by itself */
  start(onGone: () => void): Spare;
  end(spare: Spare): void;
  /** As many as are used at a time. */
  most: number;
}

/** Each takes some memory while it waits. */
const KEPT_MILLISECONDS = 60_000;

export function createSpares<Spare>(kind: SpareKind<Spare>): Spares<Spare> {
  const waiting = new Set<Spare>();
  let timer: NodeJS.Timeout | undefined;

  function close(): void {
    clearTimeout(timer);
    for (const spare of waiting) kind.end(spare);
    waiting.clear();
  }

  function startOne(): void {
    try {
      const spare = kind.start(() => void waiting.delete(spare));
      waiting.add(spare);
    } catch {
      // A PC that has no memory left for it now: who needs one asks again, and is told what happens then.
    }
  }

  return {
    take() {
      const [spare] = waiting;
      if (spare !== undefined) waiting.delete(spare);
      return spare;
    },
    expect() {
      clearTimeout(timer);
      timer = setTimeout(close, KEPT_MILLISECONDS);
      timer.unref();
      if (waiting.size < kind.most) startOne();
    },
    close,
  };
}
