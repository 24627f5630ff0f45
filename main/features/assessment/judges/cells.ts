import type { Judge } from '#shared/contract/assessment.ts';
import {
  type JudgedCell,
  isUntouched,
  outcomeOf,
  packCell,
  readCell,
} from '#shared/rules/assessment/judged-cell.ts';
import { packEntry, readEntry } from '#shared/rules/assessment/pack-entry.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { readUids } from '../objects.ts';
import type { FoundIndicator } from '../scheme.ts';
import { scoreOfCell } from '../score-queries.ts';
import { judgedCellAt, judgeRows } from './queries.ts';

/* What judges give a cell is kept, and the checked score that follows from it written, in one step. */

export function judgesOf(db: ReadStore, groupId: number): Judge[] {
  return db.all(judgeRows, { groupId }).map(({ uid, name, user_uid, recusals }) => ({
    uid,
    name,
    userUid: user_uid,
    recusals: readUids(recusals),
  }));
}

/** Who scores an object: all who do not recuse themselves. */
export function judgesAt<Row extends Pick<Judge, 'recusals'>>(
  judges: readonly Row[],
  objectUid: string,
): Row[] {
  return judges.filter(({ recusals }) => !recusals.includes(objectUid));
}

export interface CellPlace {
  objectId: number;
  found: Pick<FoundIndicator, 'id' | 'indicator' | 'inBonusCategory'>;
}

/** Null where no judge has said anything. */
export function judgedAt(db: ReadStore, { objectId, found }: CellPlace): JudgedCell | null {
  const row = db.get(judgedCellAt, { objectId, indicatorId: found.id });
  return row === undefined ? null : readCell(row.said);
}

export function saveJudged(db: WriteStore, place: CellPlace, cell: JudgedCell): void {
  const { objectId, found } = place;
  const key = { objectId, indicatorId: found.id };
  const row = db.get(judgedCellAt, key);
  const said = packCell(cell);
  if (isUntouched(cell)) {
    if (row !== undefined) db.remove('judged_cell', row.id);
  } else if (row === undefined) {
    db.insert('judged_cell', { object_id: objectId, indicator_id: found.id, said });
  } else if (row.said !== said) db.update('judged_cell', row.id, { said });
  if (row !== undefined || !isUntouched(cell)) saveOutcome(db, place, cell);
}

function saveOutcome(db: WriteStore, { objectId, found }: CellPlace, cell: JudgedCell): void {
  const outcome = isUntouched(cell) ? null : outcomeOf(found.indicator, cell, found.inBonusCategory);
  const stored = db.get(scoreOfCell, { objectId, indicatorId: found.id, stage: 'checked' });
  if (outcome === null) {
    if (stored !== undefined) db.remove('score', stored.id);
    return;
  }
  const entry = packEntry(outcome);
  if (stored === undefined) {
    db.insert('score', { object_id: objectId, indicator_id: found.id, stage: 'checked', entry });
  } else if (stored.entry !== entry) db.update('score', stored.id, { entry });
}

/** Whether the office has said that the cell is not to be scored. */
export function isMarkedInapplicable(db: ReadStore, { objectId, found }: CellPlace): boolean {
  const stored = db.get(scoreOfCell, { objectId, indicatorId: found.id, stage: 'checked' });
  return stored !== undefined && readEntry(stored.entry).notApplicable;
}
