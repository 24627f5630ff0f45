import type { CellChange, ScoreStage } from '#shared/contract/assessment.ts';
import { packEntry, readEntry } from '#shared/rules/assessment/pack-entry.ts';
import { judgedWords } from '#shared/rules/assessment/judged-cell.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type ColumnView, enterScores, type ScoreColumn } from './enter-scores.ts';
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

/** What a stage holds, and what may be entered in it. */
export function stageView(db: ReadStore, group: GroupRow, stage: ScoreStage): ColumnView {
  const hasJudges = stage === 'checked' && judgesOf(db, group.id).length > 0;
  const storedAt = (cell: Cell) => storedScore(db, cell, stage)?.entry ?? null;
  return {
    storedAt,
    /** What judges come to is not typed over; that something does not apply is for the office to say. */
    obstacle(cell, entry) {
      if (!hasJudges) return null;
      const { judgesScore, judgedAlready } = judgedWords;
      if (judgedAt(db, placeOf(cell)) !== null)
        return entry?.notApplicable === true ? judgedAlready : judgesScore;
      const now = storedAt(cell);
      const isMark = entry === null ? now !== null && readEntry(now).notApplicable : entry.notApplicable;
      return isMark ? null : judgesScore;
    },
  };
}

function stageColumn({ db }: Pick<WriteContext, 'db'>, group: GroupRow, stage: ScoreStage): ScoreColumn {
  return {
    ...stageView(db, group, stage),
    write(cell, entry) {
      const id = storedScore(db, cell, stage)?.id;
      if (id !== undefined && entry !== null) db.update('score', id, { entry: packEntry(entry) });
      else if (id !== undefined) db.remove('score', id);
      else if (entry !== null) {
        const { object, found } = cell;
        db.insert('score', { object_id: object.id, indicator_id: found.id, stage, entry: packEntry(entry) });
      }
    },
  };
}

function storedScore(db: ReadStore, { object, found }: Cell, stage: ScoreStage) {
  return db.get(scoreOfCell, { objectId: object.id, indicatorId: found.id, stage });
}
