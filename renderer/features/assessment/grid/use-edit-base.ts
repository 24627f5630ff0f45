import { type SyntheticEvent, useCallback, useMemo, useRef } from 'react';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import type { CellRef, ScoreBook } from '../book/score-book.ts';

export interface EditBase {
  /** For the element around the grid: notes what is in sight before an edit begins. */
  watch: { onKeyDownCapture: Watcher; onPointerDownCapture: Watcher; onCompositionStartCapture: Watcher };
  /** What was in this cell when the edit of it began; undefined where none was noted. */
  baseOf: (cell: CellRef) => ScoreEntry | null | undefined;
}

type Watcher = (event: SyntheticEvent) => void;

/**
 * While a cell is being edited another window may save it, and the page already shows that: the edit still rests on
 * what the clerk saw when it began. So that is noted with the last key or click before the editor opens.
 */
export function useEditBase(book: ScoreBook, activeCell: () => CellRef | null): EditBase {
  const noted = useRef<{ cell: CellRef; entry: ScoreEntry | null } | null>(null);

  const note = useCallback(
    (event: SyntheticEvent): void => {
      const field = event.currentTarget.querySelector('textarea[data-editing]');
      if (field?.getAttribute('data-editing') === 'true') return;
      const cell = activeCell();
      noted.current = cell === null ? null : { cell, entry: book.entryAt(cell) };
    },
    [activeCell, book],
  );

  return useMemo(
    () => ({
      watch: { onKeyDownCapture: note, onPointerDownCapture: note, onCompositionStartCapture: note },
      baseOf({ objectUid, indicatorUid }) {
        const seen = noted.current;
        const isSame = seen?.cell.objectUid === objectUid && seen.cell.indicatorUid === indicatorUid;
        return isSame ? seen.entry : undefined;
      },
    }),
    [note],
  );
}
