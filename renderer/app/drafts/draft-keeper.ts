import { createStore, type Store } from '../store.ts';

/** How keeping goes: nothing typed yet, typed but not on the disk, kept at an instant, or not kept and why. */
export type DraftState =
  | { kind: 'idle' }
  | { kind: 'pending' }
  | { kind: 'kept'; at: number }
  | { kind: 'failed'; reason: string };

export interface DraftKeeper {
  readonly state: Store<DraftState>;
  /** To be called at every change; the latest content is kept at the next pause. */
  type(content: string): void;
  /** Keeps at once what is still waiting: before leaving, at hiding the window. */
  flush(): Promise<void>;
  /** What waits was saved or given up: it is not kept any more. */
  drop(): void;
}

export const PAUSE_MILLISECONDS = 800;

/**
 * Keeps a text at every pause, one call at a time, always the latest.
 * @param keep makes the content durable; its answer is the instant
 * @param reasonOf says in Chinese why it was not kept
 */
export function createDraftKeeper(
  keep: (content: string) => Promise<number>,
  reasonOf: (error: unknown) => string,
): DraftKeeper {
  const state = createStore<DraftState>({ kind: 'idle' });
  let waiting: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  async function keepWaiting(): Promise<void> {
    while (waiting !== null) {
      const content = waiting;
      waiting = null;
      try {
        const at = await keep(content);
        state.set(waiting === null ? { kind: 'kept', at } : { kind: 'pending' });
      } catch (error) {
        // What was typed meanwhile is newer than what failed.
        waiting ??= content;
        state.set({ kind: 'failed', reason: reasonOf(error) });
        return;
      }
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    running ??= keepWaiting().finally(() => {
      running = null;
    });
    await running;
  }

  return {
    state,
    type(content) {
      waiting = content;
      if (state.get().kind !== 'failed') state.set({ kind: 'pending' });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), PAUSE_MILLISECONDS);
    },
    flush,
    drop() {
      clearTimeout(timer);
      waiting = null;
      state.set({ kind: 'idle' });
    },
  };
}
