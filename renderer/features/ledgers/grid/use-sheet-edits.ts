import { useCallback, useSyncExternalStore } from 'react';
import { noEdits, type SheetEdits } from './sheet-edits.ts';

type States = readonly SheetEdits[];

const unsaved = new Map<string, States>();
const listeners = new Set<() => void>();
const nothing: States = [noEdits];

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Edits of a ledger with what stood before each of them, so that the last one can be taken back before anything is
 * saved. They outlive the page: another filter or a look at another page loses nothing.
 */
export function useSheetEdits(ledger: string) {
  const states = useSyncExternalStore(subscribe, () => unsaved.get(ledger) ?? nothing);
  const put = useCallback(
    (next: (states: States) => States) => {
      unsaved.set(ledger, next(unsaved.get(ledger) ?? nothing));
      for (const listener of listeners) listener();
    },
    [ledger],
  );
  const change = useCallback(
    (next: (edits: SheetEdits) => SheetEdits) => put((before) => [...before, next(before.at(-1) ?? noEdits)]),
    [put],
  );
  const takeBack = useCallback(
    () => put((before) => (before.length > 1 ? before.slice(0, -1) : before)),
    [put],
  );
  const clear = useCallback(() => put(() => nothing), [put]);
  return { edits: states.at(-1) ?? noEdits, mayTakeBack: states.length > 1, change, takeBack, clear };
}
