import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CellChange, ScoreStage } from '#shared/contract/assessment.ts';
import { client } from '#renderer/app/client.ts';
import { type Outcome, useOperation } from '#renderer/app/operations/use-operation.tsx';
import type { ConflictChoice } from '#renderer/ui/conflict.ts';
import { type CellConflict, cellConflictsOf, resolveChanges } from './conflict.ts';
import type { CellEdit, PendingEdits, ScoreBook } from './score-book.ts';

type Choices = Readonly<Record<string, ConflictChoice>>;

interface OpenConflict {
  conflicts: readonly CellConflict[];
  resolve: (choices: Choices) => void;
}

export interface ScoreSaving {
  /** Shows the edits at once and saves them as one operation, after those before. */
  apply: (edits: readonly CellEdit[]) => void;
  conflict: OpenConflict | null;
}

interface SaveSteps {
  send: (changes: readonly CellChange[]) => Promise<Outcome<unknown>>;
  choose: (conflicts: readonly CellConflict[]) => Promise<Choices>;
  /** Everything that is stored was kept: nothing is left unsaved. */
  forget: () => void;
}

/**
 * One action of the clerk is one operation, sent one after another: an edit's base may be the edit before. Where
 * another window saved something else, nothing is written until the clerk has chosen.
 */
export function useSaving(book: ScoreBook, stage: ScoreStage): ScoreSaving {
  const groupUid = book.frame.uid;
  const [conflict, setConflict] = useState<OpenConflict | null>(null);
  const setScores = useOperation(client.assessment.setScores, {
    onProblem: ({ code, data }) => code === 'conflict' && cellConflictsOf(data).length > 0,
  });
  const operation = useRef(setScores);
  useLayoutEffect(() => {
    operation.current = setScores;
  });

  const queue = useRef(Promise.resolve());
  const apply = useMemo(() => {
    const steps: SaveSteps = {
      send: (changes) => operation.current.run({ groupUid, stage, changes: [...changes] }),
      choose: (conflicts) => askFor(conflicts, setConflict),
      forget: () => operation.current.forget(),
    };
    return (edits: readonly CellEdit[]): void => {
      const pending = book.begin(edits);
      if (pending !== null)
        queue.current = queue.current.then(() => save(book, pending, pending.changes, steps));
    };
  }, [book, groupUid, stage]);

  return useMemo(() => ({ apply, conflict }), [apply, conflict]);
}

function askFor(
  conflicts: readonly CellConflict[],
  show: (conflict: OpenConflict | null) => void,
): Promise<Choices> {
  return new Promise((resolve) => {
    show({
      conflicts,
      resolve(choices) {
        show(null);
        resolve(choices);
      },
    });
  });
}

async function save(
  book: ScoreBook,
  pending: PendingEdits,
  changes: readonly CellChange[],
  steps: SaveSteps,
): Promise<void> {
  const outcome = await steps.send(changes);
  if (outcome.done) {
    book.settle(pending, changes, true);
    return;
  }
  const conflicts = outcome.problem.code === 'conflict' ? cellConflictsOf(outcome.problem.data) : [];
  if (conflicts.length === 0) {
    book.settle(pending, changes, false);
    return;
  }
  const rest = resolveChanges(changes, conflicts, await steps.choose(conflicts));
  const kept = new Set(rest.map(cellKey));
  const dropped = changes.filter((change) => !kept.has(cellKey(change)));
  book.settle(pending, dropped, false);
  if (rest.length === 0) steps.forget();
  else await save(book, pending, rest, steps);
}

function cellKey({ objectUid, indicatorUid }: CellChange): string {
  return `${objectUid}/${indicatorUid}`;
}
