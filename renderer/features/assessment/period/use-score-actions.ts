import { App } from 'antd';
import { type RefObject, useCallback, useState } from 'react';
import type { SheetEditLoss, SheetGridHandle } from '#renderer/ui/sheet-grid/types.ts';
import type { CellEdit, CellRef, ScoreBook } from '../book/score-book.ts';
import type { ScoreSaving } from '../book/use-saving.ts';
import { cellsWithoutReason, reasonEdits } from '../grid/read-edits.ts';
import { lastReason } from '../reason/last-reason.ts';

const SHOWN_PROBLEMS = 4;

export interface ScoreActions {
  /** Saves edits, tells what could not be read, and asks for the reasons that are missing now. */
  enter: (edits: readonly CellEdit[], problems: readonly string[], loss?: SheetEditLoss) => void;
  /** Cells that wait for a reason; null when none is asked for. */
  asked: readonly CellRef[] | null;
  ask: (cells: readonly CellRef[]) => void;
  giveReason: (reason: string, cells?: readonly CellRef[]) => void;
  closeReason: () => void;
}

/** What happens to everything that is typed, pasted, filled or marked. */
export function useScoreActions(
  book: ScoreBook,
  saving: ScoreSaving,
  grid: RefObject<SheetGridHandle | null>,
): ScoreActions {
  const { notification } = App.useApp();
  const [asked, setAsked] = useState<readonly CellRef[] | null>(null);

  const closeReason = useCallback(() => {
    setAsked(null);
    grid.current?.focus();
  }, [grid]);

  const enter: ScoreActions['enter'] = useCallback(
    (edits, problems, loss) => {
      saving.apply(edits);
      const missing = cellsWithoutReason(book, edits);
      if (missing.length > 0) setAsked(missing);
      // A reason may also be given in the panel beside the grid: what was asked is then answered.
      else setAsked((asking) => asking && cellsWithoutReason(book, asking));
      const words = [...problemLines(problems), ...lossLines(loss)];
      if (words.length > 0) {
        notification.warning({
          key: 'score-problems',
          message: problems.length > 0 ? `${problems.length} 处没有录入` : '有内容没有录入',
          description: words.join('\n'),
          style: { whiteSpace: 'pre-line' },
          placement: 'bottomRight',
          duration: 8,
        });
      }
    },
    [book, notification, saving],
  );

  const giveReason: ScoreActions['giveReason'] = useCallback(
    (reason, cells = asked ?? []) => {
      lastReason.set(reason);
      saving.apply(reasonEdits(book, cells, reason));
      closeReason();
    },
    [asked, book, closeReason, saving],
  );

  return { enter, asked, ask: setAsked, giveReason, closeReason };
}

function problemLines(problems: readonly string[]): string[] {
  const shown = problems.slice(0, SHOWN_PROBLEMS);
  return problems.length > SHOWN_PROBLEMS
    ? [...shown, `……还有 ${problems.length - SHOWN_PROBLEMS} 处`]
    : shown;
}

function lossLines(loss: SheetEditLoss | undefined): string[] {
  if (loss === undefined) return [];
  const beyond = loss.beyondEdge > 0 ? [`粘贴的内容有 ${loss.beyondEdge} 格超出表格，没有录入`] : [];
  const readOnly = loss.readOnly > 0 ? [`${loss.readOnly} 格是小计或不适用项，没有改动`] : [];
  return [...beyond, ...readOnly];
}
