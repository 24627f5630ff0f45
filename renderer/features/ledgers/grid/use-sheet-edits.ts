import { useCallback, useState } from 'react';
import { noEdits, type SheetEdits } from './sheet-edits.ts';

/** Edits with what stood before each of them, so that the last one can be taken back before anything is saved. */
export function useSheetEdits() {
  const [history, setHistory] = useState<readonly SheetEdits[]>([noEdits]);
  const change = useCallback(
    (next: (edits: SheetEdits) => SheetEdits) =>
      setHistory((states) => [...states, next(states.at(-1) ?? noEdits)]),
    [],
  );
  const takeBack = useCallback(
    () => setHistory((states) => (states.length > 1 ? states.slice(0, -1) : states)),
    [],
  );
  const clear = useCallback(() => setHistory([noEdits]), []);
  return { edits: history.at(-1) ?? noEdits, mayTakeBack: history.length > 1, change, takeBack, clear };
}
