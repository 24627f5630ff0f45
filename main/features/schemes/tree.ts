import type { schemes as contract } from '#shared/contract/schemes.ts';
import { AppError } from '#shared/errors.ts';
import { indicatorName } from '#shared/rules/schemes/findings.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { putBehind, renumber } from './order.ts';
import {
  categoriesOfScheme,
  type CategoryRow,
  categoryByUid,
  type IndicatorRow,
  indicatorByUid,
  indicatorsOfCategory,
} from './queries.ts';
import { requireCategory, requireDraft, requireIndicator } from './require.ts';
import { toIndicator } from './rows.ts';
import { categoryValues, indicatorValues } from './write-rows.ts';

type TreeHandlers = Pick<
  Handlers<typeof contract>,
  | 'addCategory'
  | 'updateCategory'
  | 'removeCategory'
  | 'addIndicator'
  | 'updateIndicator'
  | 'removeIndicator'
  | 'move'
>;

/** Categories and indicators of a draft. */
export const tree: TreeHandlers = {
  addCategory({ schemeUid, ...fields }, { db, summarize }) {
    const scheme = requireDraft(db, schemeUid);
    const last = db.all(categoriesOfScheme, { schemeId: scheme.id }).at(-1);
    const position = (last?.position ?? -1) + 1;
    const id = db.insert('scheme_category', { scheme_id: scheme.id, position, ...categoryValues(fields) });
    const added = db.all(categoriesOfScheme, { schemeId: scheme.id }).find((row) => row.id === id);
    summarize(fields.name);
    return { uid: added?.uid ?? '' };
  },

  updateCategory({ uid, base, set }, { db, summarize }) {
    const row = requireCategory(db, uid);
    const stored = { name: row.name, maxPoints: row.max_points, bonus: row.bonus === 1 };
    const changes = decidePatch(stored, base, set);
    db.update('scheme_category', row.id, categoryValues(changes));
    summarize(changes.name ?? row.name);
    return { uid };
  },

  removeCategory({ uid }, { db, summarize }) {
    const row = requireCategory(db, uid);
    const count = db.all(indicatorsOfCategory, { categoryId: row.id }).length;
    db.remove('scheme_category', row.id);
    summarize(count === 0 ? row.name : `${row.name}及 ${count} 项指标`);
    return { uid };
  },

  addIndicator({ categoryUid, afterUid, ...fields }, { db, summarize }) {
    const category = requireCategory(db, categoryUid);
    const siblings = db.all(indicatorsOfCategory, { categoryId: category.id });
    const position = siblings.length;
    const id = db.insert('indicator', { category_id: category.id, position, ...indicatorValues(fields) });
    const all = db.all(indicatorsOfCategory, { categoryId: category.id });
    const added = all.find((row) => row.id === id);
    if (added === undefined) throw new Error('the new indicator is not there');
    renumber(db, 'indicator', putBehind(all, added, afterUid));
    summarize(indicatorName(fields));
    return { uid: added.uid };
  },

  updateIndicator({ uid, base, set }, { db, summarize }) {
    const row = requireIndicator(db, uid);
    const { uid: _uid, categoryUid: _categoryUid, ...stored } = toIndicator(row);
    const changes = decidePatch(stored, base, set);
    db.update('indicator', row.id, indicatorValues(changes));
    summarize(indicatorName({ ...stored, ...changes }));
    return { uid };
  },

  removeIndicator({ uid }, { db, summarize }) {
    const row = requireIndicator(db, uid);
    db.remove('indicator', row.id);
    summarize(indicatorName(row));
    return { uid };
  },

  move({ uid, categoryUid, afterUid }, { db, summarize }) {
    if (db.get(indicatorByUid, { uid }) === undefined) {
      summarize(moveCategory(db, requireCategory(db, uid), afterUid));
    } else {
      const target = categoryUid === null ? null : requireCategory(db, categoryUid);
      summarize(moveIndicator(db, requireIndicator(db, uid), target, afterUid));
    }
    return { uid };
  },
};

function moveCategory(db: WriteStore, row: CategoryRow, afterUid: string | null): string {
  const siblings = db.all(categoriesOfScheme, { schemeId: row.scheme_id });
  renumber(db, 'scheme_category', putBehind(siblings, row, afterUid));
  return row.name;
}

function moveIndicator(
  db: WriteStore,
  row: IndicatorRow,
  target: CategoryRow | null,
  afterUid: string | null,
): string {
  const home = target ?? db.get(categoryByUid, { uid: row.category_uid });
  if (home === undefined || home.scheme_id !== row.scheme_id) {
    throw new AppError('refused', { reason: '指标只能在同一个方案里移动。' });
  }
  const siblings = db.all(indicatorsOfCategory, { categoryId: home.id });
  const ordered = putBehind(siblings, row, afterUid);
  if (home.id !== row.category_id) db.update('indicator', row.id, { category_id: home.id });
  renumber(db, 'indicator', ordered);
  return indicatorName(row);
}
