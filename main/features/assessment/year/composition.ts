import type { YearComposition, YearPart } from '#shared/contract/year.ts';
import { AppError } from '#shared/errors.ts';
import { codeName } from '#shared/rules/assessment/period-code.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { PeriodRow } from '../queries.ts';
import { partsOfPeriod, settingOfPeriod, yearsMadeOf } from './queries.ts';

/** Where no document settles it: nothing is guessed for who has no score, and a veto is one of the whole year. */
const usualSettings: YearComposition['settings'] = {
  missing: 'open',
  bonus: 'weighted',
  veto: 'year',
  source: '',
};

export function compositionOf(db: ReadStore, periodId: number): YearComposition {
  const { id: _id, ...settings } = db.get(settingOfPeriod, { periodId }) ?? { id: 0, ...usualSettings };
  const parts = db
    .all(partsOfPeriod, { periodId })
    .map(({ source_uid: sourceUid, name, weight }) => ({ sourceUid, name, weight }));
  return { parts, settings };
}

/** The parts as they are shown. */
export function yearParts(db: ReadStore, periodId: number): YearPart[] {
  return db.all(partsOfPeriod, { periodId }).map((row) => ({
    sourceUid: row.source_uid,
    name: row.name,
    label: row.source_code === null ? '年终评分' : codeName(row.source_code).replace(/^\d{4}年/u, ''),
    weight: row.weight,
    status: row.source_final === null ? null : row.source_final === 1 ? 'final' : 'open',
  }));
}

/** Whether a period has cells of its own to score: a year that is made of other periods alone has none. */
export function isScoredItself(db: ReadStore, { id, kind }: PeriodRow): boolean {
  if (kind !== 'year') return true;
  const parts = db.all(partsOfPeriod, { periodId: id });
  return parts.length === 0 || parts.some(({ source_id }) => source_id === null);
}

/** @throws AppError inUse where a year is made of the period */
export function refusePartOfYear(db: ReadStore, { id, title }: PeriodRow): void {
  const [year] = db.all(yearsMadeOf, { periodId: id });
  if (year !== undefined) throw new AppError('inUse', { what: `“${title}”`, by: `“${year.title}”的组成` });
}

/** @throws AppError refused where a final year was computed from the period */
export function refuseInFinalYear(db: ReadStore, { id, title }: PeriodRow): void {
  const year = db.all(yearsMadeOf, { periodId: id }).find(({ status }) => status === 'final');
  if (year !== undefined) {
    throw new AppError('refused', {
      reason: `“${year.title}”按“${title}”的成绩算出并已定稿。请先重新打开“${year.title}”。`,
    });
  }
}
