import type { CellChange, ScoreStage } from '#shared/contract/assessment.ts';
import { packEntry, readEntry } from '#shared/rules/assessment/pack-entry.ts';
import { judgedWords } from '#shared/rules/assessment/judged-cell.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { enterScores, type ScoreColumn } from './enter-scores.ts';
import { judgedAt, judgesOf } from './judges/cells.ts';
import { placeOf } from './judges/column.ts';
import type { Cell } from './find-cells.ts';
import { openOnly, requireGroup } from './load-group.ts';
import type { GroupRow } from './queries.ts';
import { scoreOfCell } from './score-queries.ts';

interface Input {
  groupUid: string;
  stage: ScoreStage;
  changes: readonly CellChange[];
  completes?: string | undefined;
}

/** @throws AppError frozen, and as `enterScores` does */
export function setScores(
  { groupUid, stage, ...entered }: Input,
  context: WriteContext,
): { changed: number } {
  const group = requireGroup(context.db, groupUid);
  openOnly(group.period);
  return enterScores(entered, group, stageColumn(context, group.row, stage), context);
}

function stageColumn({ db }: Pick<WriteContext, 'db'>, group: GroupRow, stage: ScoreStage): ScoreColumn {
  const hasJudges = stage === 'checked' && judgesOf(db, group.id).length > 0;
  const stored = ({ object, found }: Cell) =>
    db.get(scoreOfCell, { objectId: object.id, indicatorId: found.id, stage });
  return {
    storedAt: (cell) => stored(cell)?.entry ?? null,
    /** What judges come to is not typed over; that something does not apply is for the office to say. */
    obstacle(cell, entry) {
      if (!hasJudges) return null;
      if (judgedAt(db, placeOf(cell)) !== null)
        return entry?.notApplicable === true ? judgedWords.judgedAlready : judgedWords.judgesScore;
      const now = stored(cell)?.entry;
      const isMark = entry === null ? now !== undefined && readEntry(now).notApplicable : entry.notApplicable;
      return isMark ? null : judgedWords.judgesScore;
    },
    write(cell, entry) {
      const id = stored(cell)?.id;
      if (id !== undefined && entry !== null) db.update('score', id, { entry: packEntry(entry) });
      else if (id !== undefined) db.remove('score', id);
      else if (entry !== null) {
        const { object, found } = cell;
        db.insert('score', { object_id: object.id, indicator_id: found.id, stage, entry: packEntry(entry) });
      }
    },
  };
}
