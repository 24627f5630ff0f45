import type { GroupFrame } from '#shared/contract/assessment.ts';
import type { Indicator, SchemeCategory } from '#shared/contract/schemes.ts';
import type { SchemeSettings } from '#shared/rules/scoring/model.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { readSettings, toIndicator } from '#main/features/schemes/index.ts';
import { categoriesOfScheme, indicatorOfScheme, indicatorsOfScheme, schemeById } from './queries.ts';

/** A scheme as a period is scored with it, in the document's order. */
export function loadScheme(db: ReadStore, schemeId: number): GroupFrame['scheme'] {
  const scheme = db.get(schemeById, { id: schemeId });
  if (scheme === undefined) throw new AppError('notFound', { what: '考核方案' });
  const categories: SchemeCategory[] = db
    .all(categoriesOfScheme, { schemeId })
    .map(({ uid, name, max_points, bonus }) => ({ uid, name, maxPoints: max_points, bonus: bonus === 1 }));
  const indicators = db.all(indicatorsOfScheme, { schemeId }).map(toIndicator);
  const settings = readSettings(scheme.settings);
  return { uid: scheme.uid, title: scheme.title, categories, indicators, settings };
}

/** @throws AppError notFound */
export function settingsOfScheme(db: ReadStore, schemeId: number): SchemeSettings {
  const scheme = db.get(schemeById, { id: schemeId });
  if (scheme === undefined) throw new AppError('notFound', { what: '考核方案' });
  return readSettings(scheme.settings);
}

export interface FoundIndicator {
  id: number;
  indicator: Indicator;
  inBonusCategory: boolean;
}

/** One indicator of a scheme without the others; undefined where the scheme has no such one. */
export function findIndicator(db: ReadStore, schemeId: number, uid: string): FoundIndicator | undefined {
  const row = db.get(indicatorOfScheme, { schemeId, uid });
  return row && { id: row.id, indicator: toIndicator(row), inBonusCategory: row.bonus === 1 };
}
