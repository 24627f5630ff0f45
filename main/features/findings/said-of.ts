import type { ReadStore } from '#main/core/store/read-store.ts';
import { type FindingRecord, listedById, reinspectionsOf } from './queries.ts';

/** Of what is under listed supervision. */
export function leaderOf(db: ReadStore, { listed_id: id }: FindingRecord): string {
  return id === null ? '' : (db.get(listedById, { id })?.leader ?? '');
}

export function reinspectionText(db: ReadStore, { id }: FindingRecord): string {
  return db
    .all(reinspectionsOf, { findingId: id })
    .map(({ day, result, text }) => `${day} ${result === 'passed' ? '合格' : '不合格'}${text && `：${text}`}`)
    .join('；');
}
