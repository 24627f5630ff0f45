import type { SchemeContent } from '#shared/rules/schemes/content.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { SchemeRow } from './queries.ts';
import { settingsOf, treeOf } from './rows.ts';

/** A stored scheme without its uids: what is copied into a new version and written to a workbook. */
export function contentOf(db: ReadStore, row: SchemeRow): SchemeContent {
  const { categories, indicators } = treeOf(db, row.id);
  return {
    title: row.title,
    documentNumber: row.document_number,
    issuer: row.issuer,
    appliesTo: row.applies_to,
    statedPoints: row.stated_points,
    settings: settingsOf(row),
    notes: row.notes,
    categories: categories.map(({ uid, name, maxPoints, bonus }) => ({
      name,
      maxPoints,
      bonus,
      indicators: indicators
        .filter(({ categoryUid }) => categoryUid === uid)
        .map(({ uid: _uid, categoryUid: _categoryUid, ...content }) => content),
    })),
  };
}
