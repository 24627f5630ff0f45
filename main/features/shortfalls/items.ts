import { v7 } from 'uuid';
import type { shortfalls as contract, WantedShortfallItem } from '#shared/contract/shortfalls.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import { sameValue } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { measuresIn } from '#main/features/reports/index.ts';
import { allItems, type ItemRecord } from './queries.ts';
import { toItem } from './table.ts';

/** Of what there has to be how much, by which standard: the office's own list. */
export function itemHandlers(
  sources: readonly MeasureSource[],
): Pick<Handlers<typeof contract>, 'items' | 'setItems'> {
  return {
    items: (_input, { db }) => db.all(allItems).map(toItem),

    setItems({ base, set }, { db, summarize }) {
      const rows = db.all(allItems);
      const stored = rows.map(wantedOf);
      if (!sameValue(stored, base) && !sameValue(stored, set))
        throw new AppError('conflict', { fields: [{ field: 'items', theirs: stored, mine: set }] });
      for (const item of set) requireSound(db, sources, set, item);
      removeOthers(db, rows, set);
      for (const [index, { uid, ...item }] of set.entries()) {
        const columns = { ...item, position: index + 1 };
        const row = rows.find((each) => each.uid === uid);
        if (row === undefined && uid !== null) throw new AppError('notFound', { what: `“${item.name}”` });
        if (row === undefined) db.insert('shortfall_item', { uid: v7(), ...columns });
        else {
          requireSameLevel(row, item);
          db.update('shortfall_item', row.id, columns);
        }
      }
      summarize(set.map(({ name }) => name).join('、'));
      return { count: set.length };
    },
  };
}

function wantedOf({ id: _id, used_by: _usedBy, ...item }: ItemRecord): WantedShortfallItem {
  return item;
}

type WriteStore = Parameters<Handlers<typeof contract>['setItems']>[1]['db'];

function removeOthers(
  db: WriteStore,
  rows: readonly ItemRecord[],
  set: readonly WantedShortfallItem[],
): void {
  const kept = new Set(set.map(({ uid }) => uid));
  for (const row of rows.filter(({ uid }) => !kept.has(uid))) {
    if (row.used_by > 0)
      throw new AppError('refused', { reason: `“${row.name}”已经登记了数字或计划，不能删除。` });
    db.remove('shortfall_item', row.id);
  }
}

/** @throws AppError duplicate, badInput */
function requireSound(
  db: ReadStore,
  sources: readonly MeasureSource[],
  set: readonly WantedShortfallItem[],
  { name, rule, level, basis, existing }: Omit<WantedShortfallItem, 'uid'>,
): void {
  if (set.filter((other) => other.name === name).length > 1)
    throw new AppError('duplicate', { what: '欠账项目', value: name });
  if (rule === 'keyTown' && level === 'county')
    throw new AppError('badInput', { detail: `“${name}”按全国重点镇计，请改为按乡镇(街道)登记` });
  if (rule === 'share' && basis === '')
    throw new AppError('badInput', { detail: `“${name}”按基数折算，请选择基数` });
  const known = measuresIn(db, sources);
  for (const key of [basis, existing]) {
    const found = known.get(key);
    if (found !== undefined && !found.source.by.includes(level))
      throw new AppError('badInput', {
        detail: `“${found.measure.name}”不能按${level === 'county' ? '县(市、区)' : '乡镇(街道)'}统计，请换一个`,
      });
  }
}

/** Numbers of townships say nothing of counties. */
function requireSameLevel(row: ItemRecord, { level }: Pick<WantedShortfallItem, 'level'>): void {
  if (row.level !== level && row.used_by > 0)
    throw new AppError('refused', {
      reason: `“${row.name}”已经登记了数字，不能改由另一级登记。请新增一项。`,
    });
}
