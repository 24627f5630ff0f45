import type { PaperKind } from '#shared/contract/papers.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allKinds, allSeries, type KindRow, type SeriesRow } from './queries.ts';

export function listKinds(db: ReadStore): PaperKind[] {
  return db.all(allKinds).map((row) => ({
    uid: row.uid,
    code: row.code,
    name: row.name,
    layout: row.layout,
    issuer: row.issuer,
    seriesUid: row.series_uid,
    needsAddressee: row.needs_addressee === 1,
    active: row.active === 1,
  }));
}

/** @throws AppError notFound */
export function requireKind(db: ReadStore, which: { code: string } | { id: number }): KindRow {
  const row = db
    .all(allKinds)
    .find((kind) => ('code' in which ? kind.code === which.code : kind.id === which.id));
  if (row === undefined) throw new AppError('notFound', { what: '该文种' });
  return row;
}

/** @throws AppError notFound */
export function requireSeries(db: ReadStore, which: { uid: string } | { id: number }): SeriesRow {
  const row = db
    .all(allSeries)
    .find((series) => ('uid' in which ? series.uid === which.uid : series.id === which.id));
  if (row === undefined) throw new AppError('notFound', { what: '该文号系列' });
  return row;
}
