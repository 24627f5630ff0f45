import type { CellChange } from '#shared/contract/assessment.ts';
import { AppError } from '#shared/errors.ts';
import { readEntry } from '#shared/rules/assessment/pack-entry.ts';
import { readEntryText } from '#shared/rules/scoring/read-entry-text.ts';
import type { LandedRow, LandedUnit } from '#main/core/fields/collected-ledger.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { cellFinder } from '../find-cells.ts';
import { loadGroup, type LoadedGroup } from '../load-group.ts';
import type { GroupObjectRow } from '../objects.ts';
import { setScores, stageView } from '../set-scores.ts';
import { shownScores } from './shown-scores.ts';

/** @throws AppError frozen, refused naming the cell, and as `setScores` does */
export function landSelfScores(
  groupUid: string,
  units: readonly LandedUnit[],
  context: WriteContext,
): number {
  const group = loadGroup(context.db, groupUid);
  const changeOf = changesOf(group, context);
  const changes = units.flatMap(({ organizationUid, rows }) => {
    const object = group.objects.find((each) => each.organizationUid === organizationUid);
    if (object === undefined)
      throw new AppError('refused', {
        reason: `“${group.row.name}”里已经没有其中一个单位，请刷新后再合并。`,
      });
    return rows.flatMap((row) => changeOf(object, row) ?? []);
  });
  return setScores({ groupUid, stage: 'self', changes }, context).changed;
}

function changesOf(group: LoadedGroup, { db }: WriteContext) {
  const finder = cellFinder(db, group);
  const view = stageView(db, group.row, 'self');
  const shown = shownScores(group, db);
  return (object: GroupObjectRow, { key, values }: LandedRow): CellChange | null => {
    if (key === null) throw new AppError('refused', { reason: '自评分不能添行，请删去添的行。' });
    const cell = finder.find(object.uid, key);
    const now = shown(object.uid, key);
    const { score = now.score, reason = now.reason } = values;
    // What reads the same is the same, however it was entered.
    if (score === now.score && reason === now.reason) return null;
    const stored = view.storedAt(cell);
    const base = stored === null ? null : readEntry(stored);
    if (base !== null && score === now.score) return change({ ...base, reason });
    const reading = readEntryText(cell.found.indicator, score, base);
    if ('entry' in reading) return change({ ...reading.entry, reason });
    const problem = 'problem' in reading ? reading.problem : '写了说明，没有写自评分';
    throw new AppError('refused', { reason: `${finder.nameOf(cell)}：${problem}。` });

    function change(entry: CellChange['entry']): CellChange {
      return { objectUid: object.uid, indicatorUid: cell.found.indicator.uid, base, entry };
    }
  };
}
