import { useKeptWork } from '#renderer/app/drafts/use-kept-work.ts';
import { countEdits, type PackedEdits, packedEdits, unpackedEdits } from './sheet-edits.ts';
import { useSheetEdits } from './use-sheet-edits.ts';

/** The edits of a ledger, kept at every pause until they are saved or given up: a reload or a crash loses nothing. */
export function useKeptEdits(ledger: string) {
  const { edits, mayTakeBack, change, takeBack, clear } = useSheetEdits(ledger);
  const { draft, take, end } = useKeptWork<PackedEdits>(`ledgers/${ledger}`, packedEdits(edits), {
    isWorth: countEdits(edits) > 0,
    goesOn: true,
    onTake: (left) => change(() => unpackedEdits(left)),
  });
  return {
    edits,
    mayTakeBack,
    change,
    takeBack,
    draft,
    take,
    clear: () => {
      clear();
      void end();
    },
  };
}
