import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  type CategoryRow,
  categoryByUid,
  factsOfScheme,
  type IndicatorRow,
  indicatorByUid,
  type SchemeRow,
  schemeById,
  schemeByUid,
} from './queries.ts';

export function requireScheme(db: ReadStore, uid: string): SchemeRow {
  const row = db.get(schemeByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这个方案' });
  return row;
}

/** @throws AppError frozen once the scheme is or was in force: what was scored with it must stay as it was */
function refuseFrozen(scheme: SchemeRow): void {
  if (scheme.status === 'draft') return;
  const state = scheme.status === 'inForce' ? '已施行' : '已被新版本替代';
  throw new AppError('frozen', { what: `方案“${scheme.title}”`, state, advice: '需要修订请另起新版本' });
}

export function requireDraft(db: ReadStore, uid: string): SchemeRow {
  const scheme = requireScheme(db, uid);
  refuseFrozen(scheme);
  return scheme;
}

export function requireCategory(db: ReadStore, uid: string): CategoryRow {
  const category = db.get(categoryByUid, { uid });
  if (category === undefined) throw new AppError('notFound', { what: '这个一级指标' });
  refuseFrozen(schemeOf(db, category.scheme_id));
  return category;
}

export function requireIndicator(db: ReadStore, uid: string): IndicatorRow {
  const indicator = db.get(indicatorByUid, { uid });
  if (indicator === undefined) throw new AppError('notFound', { what: '这项指标' });
  refuseFrozen(schemeOf(db, indicator.scheme_id));
  return indicator;
}

function schemeOf(db: ReadStore, id: number): SchemeRow {
  const scheme = db.get(schemeById, { id });
  if (scheme === undefined) throw new AppError('notFound', { what: '这个方案' });
  return scheme;
}

/** @throws AppError inUse when a period is or was scored with it */
export function refuseUsed(db: ReadStore, scheme: SchemeRow): void {
  const periods = db.get(factsOfScheme, { id: scheme.id })?.period_count ?? 0;
  if (periods > 0) {
    throw new AppError('inUse', { what: `方案“${scheme.title}”`, by: `${periods} 个考核期` });
  }
}
