import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CellChange, CellConflict, ScoreStage } from '#shared/contract/assessment.ts';
import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import type { CallContext } from '#renderer/app/carriers/call-context.ts';
import { client } from '#renderer/app/client.ts';
import { type Outcome, useOperation } from '#renderer/app/operations/use-operation.tsx';
import type { ConflictChoice } from '#renderer/ui/conflict.ts';
import { givesReasonsFor } from '../grid/read-edits.ts';
import { cellConflictsOf, resolveChanges } from './conflict.ts';
import type { CellEdit, PendingEdits, ScoreBook } from './score-book.ts';

type Choices = Readonly<Record<string, ConflictChoice>>;

interface OpenConflict {
  conflicts: readonly CellConflict[];
  resolve: (choices: Choices) => void;
}

/** Edits that are shown; the uid of their operation is there once they are saved. */
interface AppliedEdits {
  book: ScoreBook;
  edits: readonly CellEdit[];
  operationUid: string | null;
}

export interface ScoreSaving {
  /**
   * Shows the edits at once and saves them as one operation, after those before. Reasons for the scores that were
   * entered just before complete these: one undo takes both back.
   */
  apply: (edits: readonly CellEdit[]) => void;
  conflict: OpenConflict | null;
}

export interface SentScores {
  groupUid: string;
  changes: CellChange[];
  completes?: string;
}

export type SaveScores = (
  scores: SentScores,
  options: { context: CallContext },
) => Promise<{ changed: number }>;

/** The operation of each stage. */
export const stageSaves: Readonly<Record<ScoreStage, SaveScores>> = {
  self: (scores, options) => client.assessment.setSelfScores({ ...scores, stage: 'self' }, options),
  checked: (scores, options) => client.assessment.setScores({ ...scores, stage: 'checked' }, options),
  reviewed: (scores, options) =>
    client.assessment.setReviewedScores({ ...scores, stage: 'reviewed' }, options),
  final: (scores, options) => client.assessment.setFinalScores({ ...scores, stage: 'final' }, options),
};

interface SaveSteps {
  send: (changes: readonly CellChange[], completes: string | null) => Promise<Outcome<unknown>>;
  choose: (conflicts: readonly CellConflict[]) => Promise<Choices>;
  /** Everything that is stored was kept: nothing is left unsaved. */
  forget: () => void;
}

/**
 * One action of the clerk is one operation, sent one after another: an edit's base may be the edit before. Where
 * another window saved something else, nothing is written until the clerk has chosen.
 * @param book null while the stage's scores are not there yet: then nothing can be entered
 */
export function useSaving(book: ScoreBook | null, saveScores: SaveScores): ScoreSaving {
  const groupUid = book?.frame.uid ?? '';
  const [conflict, setConflict] = useState<OpenConflict | null>(null);
  const setScores = useOperation(saveScores, {
    onProblem: ({ code, data }) => code === 'conflict' && cellConflictsOf(data).length > 0,
  });
  const operation = useRef(setScores);
  useLayoutEffect(() => {
    operation.current = setScores;
  });

  const queue = useRef(Promise.resolve());
  const last = useRef<AppliedEdits | null>(null);
  const apply = useMemo(() => {
    const steps: SaveSteps = {
      send: (changes, completes) => {
        const scores = { groupUid, changes: [...changes] };
        return operation.current.run(completes === null ? scores : { ...scores, completes });
      },
      choose: (conflicts) => askFor(conflicts, setConflict),
      forget: () => operation.current.forget(),
    };
    return (edits: readonly CellEdit[]): void => {
      if (book === null) return;
      const scored = last.current;
      const completes = scored?.book === book && givesReasonsFor(book, scored.edits, edits);
      const pending = book.begin(edits);
      if (pending === null) return;
      const applied: AppliedEdits = { book, edits, operationUid: null };
      last.current = completes ? null : applied;
      queue.current = queue.current.then(async () => {
        // The scores stand before their reasons in the queue and have their number by now.
        const completed = completes ? scored.operationUid : null;
        applied.operationUid = await save(book, pending, pending.changes, { steps, completed });
      });
    };
  }, [book, groupUid]);

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

/** @returns the uid of the operation; null when nothing was saved */
async function save(
  book: ScoreBook,
  pending: PendingEdits,
  changes: readonly CellChange[],
  way: { steps: SaveSteps; completed: string | null },
): Promise<string | null> {
  const { steps, completed } = way;
  const outcome = await steps.send(changes, completed);
  if (outcome.done) {
    book.settle(pending, changes, true);
    return outcome.operationUid;
  }
  const conflicts = outcome.problem.code === 'conflict' ? cellConflictsOf(outcome.problem.data) : [];
  if (conflicts.length === 0) {
    book.settle(pending, changes, false);
    return null;
  }
  const rest = resolveChanges(changes, conflicts, await steps.choose(conflicts));
  const kept = new Set(rest.map(cellKey));
  const dropped = changes.filter((change) => !kept.has(cellKey(change)));
  book.settle(pending, dropped, false);
  if (rest.length > 0) return await save(book, pending, rest, way);
  steps.forget();
  return null;
}
