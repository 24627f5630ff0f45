import { v7 } from 'uuid';
import type { ChecklistSummary, checklists as contract } from '#shared/contract/checklists.ts';
import { outlineOf } from '#shared/rules/plans/tree.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { insertRows } from './items.ts';
import { allChecklists } from './queries.ts';
import { detailOf, requireChecklist } from './rows.ts';
import { shippedChecklists } from './shipped.ts';

type Names = 'shipped' | 'add' | 'addShipped' | 'duplicate' | 'update' | 'remove';
type ListFields = Pick<ChecklistSummary, 'title' | 'source' | 'note'>;

/** The checklists themselves; what stands in them is changed by `items.ts`. */
export const listHandlers: Pick<Handlers<typeof contract>, Names> = {
  shipped(_input, { db, resourcesFolder }) {
    const titles = new Set(db.all(allChecklists).map(({ title }) => title));
    return shippedChecklists(resourcesFolder).map(({ key, title, source, rows }) => ({
      key,
      title,
      source,
      questions: rows.filter(({ kind }) => kind === 'question').length,
      isAdded: titles.has(title),
    }));
  },

  add({ rows, ...fields }, { db, summarize }) {
    const list = insertChecklist(db, fields);
    insertRows(db, list.id, rows);
    summarize(fields.title);
    return { uid: list.uid };
  },

  addShipped({ keys }, { db, resourcesFolder, summarize }) {
    const wanted = keys.map((key) => {
      const shipped = shippedChecklists(resourcesFolder).find((each) => each.key === key);
      if (shipped === undefined) throw new AppError('notFound', { what: '自带的清单' });
      return shipped;
    });
    const uids = wanted.map(({ title, source, rows }) => {
      const list = insertChecklist(db, { title, source, note: '' });
      insertRows(db, list.id, rows);
      return list.uid;
    });
    summarize(wanted.map(({ title }) => title).join('、'));
    return { uids };
  },

  duplicate({ uid, title }, { db, summarize }) {
    const { source, note, items } = detailOf(db, requireChecklist(db, uid));
    const list = insertChecklist(db, { title, source, note });
    const rows = outlineOf(items).map(({ node, level }) => ({ ...node, level }));
    insertRows(db, list.id, rows);
    summarize(title);
    return { uid: list.uid };
  },

  update({ uid, base, set }, { db, summarize }) {
    const { id, title, source, note, retired_on: retiredOn } = requireChecklist(db, uid);
    const stored = { title, source, note, retiredOn };
    const wanted = { ...stored, ...decidePatch(stored, base, set) };
    const { retiredOn: retired_on, ...columns } = wanted;
    db.update('checklist', id, { ...columns, retired_on });
    summarize(wanted.title);
    return { uid };
  },

  remove({ uid }, { db, summarize }) {
    const { id, title } = requireChecklist(db, uid);
    db.remove('checklist', id);
    summarize(title);
    return { uid };
  },
};

function insertChecklist(db: WriteStore, fields: ListFields): { id: number; uid: string } {
  const uid = v7();
  return { uid, id: db.insert('checklist', { uid, ...fields }) };
}
