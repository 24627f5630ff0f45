import type { Judge } from '#shared/contract/assessment.ts';
import { AppError } from '#shared/errors.ts';
import { cellWith, judgedWords } from '#shared/rules/assessment/judged-cell.ts';
import { packEntry } from '#shared/rules/assessment/pack-entry.ts';
import type { JudgesWay } from '#shared/rules/scoring/judges.ts';
import type { Caller, WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { ColumnView, ScoreColumn } from '../enter-scores.ts';
import type { Cell } from '../find-cells.ts';
import { type CellPlace, isMarkedInapplicable, judgedAt, judgesAt, saveJudged } from './cells.ts';

interface JudgeColumn {
  judges: readonly Judge[];
  judge: Judge;
  way: JudgesWay;
}

/** @throws AppError notFound */
export function requireJudge(judges: readonly Judge[], uid: string): Judge {
  const judge = judges.find((one) => one.uid === uid);
  if (judge === undefined) throw new AppError('notFound', { what: '这名评委' });
  return judge;
}

/** Why somebody may not enter a judge's scores; null: he may. */
export function otherColumnProblem(
  judges: readonly Judge[],
  { name, userUid }: Judge,
  caller: Pick<Caller, 'userUid'>,
): string | null {
  if (userUid === caller.userUid) return null;
  if (userUid !== null) return `评委“${name}”的分由本人登录以后录入，别人不能代为录入。`;
  return judges.some((other) => other.userUid !== null && other.userUid === caller.userUid)
    ? `您是这一组的评委，只能录入自己的一栏；“${name}”的分请由不是评委的经办人录入。`
    : null;
}

/** What one judge has given, and what may be entered for him. */
export function judgeView(db: ReadStore, judge: Judge): ColumnView {
  return {
    storedAt(cell) {
      const judged = judgedAt(db, placeOf(cell));
      const own = judged?.parts.find(({ judgeUid }) => judgeUid === judge.uid)?.said?.entry;
      return own === undefined ? null : packEntry(own);
    },
    obstacle(cell, entry) {
      if (judge.recusals.includes(cell.object.uid)) return `评委“${judge.name}”回避，不评这个单位`;
      if (entry === null) return null;
      if (entry.notApplicable) return judgedWords.officeMarks;
      if (entry.mean !== undefined) return '评委的分请直接录入得分或扣分';
      return isMarkedInapplicable(db, placeOf(cell)) ? '“考评分”里已标为不适用，不用评' : null;
    },
  };
}

/** The scores of one judge, as they are entered. */
export function judgeColumn(
  { db, now, caller }: Pick<WriteContext, 'db' | 'now' | 'caller'>,
  { judges, judge, way }: JudgeColumn,
): ScoreColumn {
  return {
    ...judgeView(db, judge),
    write(cell, entry) {
      const place = placeOf(cell);
      const before = cellWith(judgedAt(db, place), judgesAt(judges, cell.object.uid), way);
      const said = entry === null ? null : { entry, at: now, userName: caller.userName };
      const parts = before.parts.map((part) => (part.judgeUid === judge.uid ? { ...part, said } : part));
      saveJudged(db, place, { way, parts });
    },
  };
}

export function placeOf({ object, found }: Cell): CellPlace {
  return { objectId: object.id, found };
}
