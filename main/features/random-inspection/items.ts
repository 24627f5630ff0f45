import type {
  RandomItem,
  RandomItemFields,
  randomInspection as contract,
} from '#shared/contract/random-inspection.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allItems, type ItemRecord } from './queries.ts';

type Names = 'items' | 'addItem' | 'updateItem' | 'removeItem';

/** 抽查事项清单. */
export const itemHandlers: Pick<Handlers<typeof contract>, Names> = {
  items: (_input, { db }) => listItems(db),

  addItem({ joint, ...fields }, { db, summarize }) {
    const items = db.all(allItems);
    requireNewName(items, fields.name);
    const position = (items.at(-1)?.position ?? 0) + 1;
    const id = db.insert('random_item', { ...fields, joint: Number(joint), position });
    summarize(fields.name);
    return { uid: requireById(db, id).uid };
  },

  updateItem({ uid, base, set }, { db, summarize }) {
    const record = requireItem(db, uid);
    const { joint, ...changes } = decidePatch<RandomItemFields>(fieldsOf(record), base, set);
    if (changes.name !== undefined) requireNewName(db.all(allItems), changes.name);
    db.update('random_item', record.id, {
      ...changes,
      ...(joint === undefined ? {} : { joint: Number(joint) }),
    });
    summarize(changes.name ?? record.name);
    return { uid };
  },

  removeItem({ uid }, { db, summarize }) {
    const record = requireItem(db, uid);
    if (record.used_by > 0)
      throw new AppError('inUse', { what: `抽查事项“${record.name}”`, by: ` ${record.used_by} 个抽查类别` });
    db.remove('random_item', record.id);
    summarize(record.name);
    return { uid };
  },
};

export function listItems(db: ReadStore): RandomItem[] {
  return db.all(allItems).map((record) => ({ uid: record.uid, usedBy: record.used_by, ...fieldsOf(record) }));
}

function fieldsOf({ category, name, basis, objects, content, way, kind, unit, joint, note }: ItemRecord) {
  return { category, name, basis, objects, content, way, kind, unit, joint: joint === 1, note };
}

/** @throws AppError notFound */
export function requireItem(db: ReadStore, uid: string): ItemRecord {
  const record = db.all(allItems).find((each) => each.uid === uid);
  if (record === undefined) throw new AppError('notFound', { what: '这个抽查事项' });
  return record;
}

function requireById(db: ReadStore, id: number): ItemRecord {
  const record = db.all(allItems).find((each) => each.id === id);
  if (record === undefined) throw new Error('what was inserted is there');
  return record;
}

function requireNewName(items: readonly ItemRecord[], name: string): void {
  if (items.some((each) => each.name === name))
    throw new AppError('duplicate', { what: '抽查事项', value: name });
}
