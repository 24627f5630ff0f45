import { createStore, type Store } from '../store.ts';

/*
 * What the header says about saving. 已保存 appears only after the core acknowledged; a failure stays until the
 * same form has been saved or given up, even when another save went well meanwhile.
 */

const LONG_SAVE_MILLISECONDS = 200;

export type SavingState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  /** Saving takes longer than a moment. */
  | { kind: 'writing' }
  | { kind: 'saved' }
  | { kind: 'failed'; reason: string };

export interface Saving {
  readonly state: Store<SavingState>;
  /** @param owner whoever saves: a form, a sheet; its next success takes its failure away */
  begin: (owner: string) => void;
  succeed: (owner: string) => void;
  fail: (owner: string, reason: string) => void;
  /** The owner gave up what was not saved. */
  forget: (owner: string) => void;
}

export function createSaving(
  later: (work: () => void) => void = (work) => {
    setTimeout(work, LONG_SAVE_MILLISECONDS);
  },
): Saving {
  const state = createStore<SavingState>({ kind: 'idle' });
  const failures = new Map<string, string>();
  const gone = new Set<string>();
  let running = 0;
  let lastBegun = 0;

  function settle(): void {
    if (running > 0) return;
    const reason = [...failures.values()].at(-1);
    state.set(reason === undefined ? { kind: 'saved' } : { kind: 'failed', reason });
  }

  return {
    state,
    begin(owner) {
      running += 1;
      gone.delete(owner);
      lastBegun += 1;
      const mine = lastBegun;
      if (state.get().kind !== 'writing') state.set({ kind: 'saving' });
      later(() => {
        if (running > 0 && mine === lastBegun) state.set({ kind: 'writing' });
      });
    },
    succeed(owner) {
      running -= 1;
      failures.delete(owner);
      // Nobody is left to save what failed after its form was closed; the clerk has been told.
      for (const left of gone) failures.delete(left);
      gone.clear();
      settle();
    },
    fail(owner, reason) {
      running -= 1;
      failures.delete(owner);
      failures.set(owner, reason);
      settle();
    },
    forget(owner) {
      if (running > 0) gone.add(owner);
      if (!failures.delete(owner) || running > 0) return;
      if (failures.size === 0) state.set({ kind: 'idle' });
      else settle();
    },
  };
}

export const saving = createSaving();

/** While something is being saved, closing the window asks first. */
export function guardUnsaved(): void {
  window.addEventListener('beforeunload', (event) => {
    const { kind } = saving.state.get();
    if (kind === 'saving' || kind === 'writing') event.preventDefault();
  });
}
