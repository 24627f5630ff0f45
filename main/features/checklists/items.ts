import { v7 } from 'uuid';
import type { NewChecklistRow, checklists as contract } from '#shared/contract/checklists.ts';
import { AppError } from '#shared/errors.ts';
import { type ItemFields, tidyItem } from '#shared/rules/checklists/model.ts';
import { arranged, lifted, parentsOf, type TreeNode } from '#shared/rules/plans/tree.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { requireMove, treeNodes, writePlaces } from '#main/core/tree-rows.ts';
import { itemsOfChecklist } from './queries.ts';
import { fieldsOf, requireChecklist, requireItem } from './rows.ts';

type Names = 'addItem' | 'addRows' | 'updateItem' | 'move' | 'removeItem';

/** Sections and questions, and their places. */
export const itemHandlers: Pick<Handlers<typeof contract>, Names> = {
  addItem({ checklistUid, place, item }, { db, summarize }) {
    const list = requireChecklist(db, checklistUid);
    requireSection(db, list.id, place.parentUid);
    const uid = v7();
    const changes = arranged(treeOf(db, list.id), uid, place);
    const position = changes.find((change) => change.uid === uid)?.position ?? 0;
    const parentId = place.parentUid === null ? null : requireItem(db, place.parentUid).id;
    db.insert('checklist_item', {
      uid,
      checklist_id: list.id,
      parent_id: parentId,
      position,
      ...columnsOf(item),
    });
    rearrange(
      db,
      list.id,
      changes.filter((change) => change.uid !== uid),
    );
    summarize(`${list.title}：${item.text}`);
    return { uid };
  },

  addRows({ checklistUid, rows }, { db, summarize }) {
    const list = requireChecklist(db, checklistUid);
    insertRows(db, list.id, rows);
    summarize(`${list.title}，${rows.length} 行`);
    return { added: rows.length };
  },

  updateItem({ uid, base, set }, { db, summarize }) {
    const record = requireItem(db, uid);
    const stored = fieldsOf(record);
    const wanted = {
      ...stored,
      ...decidePatch<ItemFields & Record<string, unknown>>({ ...stored }, base, set),
    };
    if (wanted.kind === 'question' && holdsLines(db, record.checklist_id, uid))
      throw new AppError('refused', { reason: `“${record.text}”下面还有内容，请先移走，再改成检查内容。` });
    db.update('checklist_item', record.id, columnsOf(wanted));
    summarize(wanted.text);
    return { uid };
  },

  move({ uid, to, seen }, { db, summarize }) {
    const { checklist_id: checklistId, text } = requireItem(db, uid);
    const nodes = treeOf(db, checklistId);
    requireMove(nodes, uid, to, seen);
    requireSection(db, checklistId, to.parentUid);
    rearrange(db, checklistId, arranged(nodes, uid, to));
    summarize(text);
    return { uid };
  },

  removeItem({ uid }, { db, summarize }) {
    const { id, checklist_id: checklistId, text } = requireItem(db, uid);
    rearrange(db, checklistId, lifted(treeOf(db, checklistId), uid));
    db.remove('checklist_item', id);
    summarize(text);
    return { uid };
  },
};

/** Behind everything that stands on the first level. */
export function insertRows(db: WriteStore, checklistId: number, rows: readonly NewChecklistRow[]): void {
  const first = Math.max(-1, ...treeOf(db, checklistId).map(({ position }) => position)) + 1;
  const parents = parentsOf(rows.map(({ level }) => level));
  const ids: number[] = [];
  for (const [index, row] of rows.entries()) {
    const parent = parents[index] ?? null;
    if (parent !== null && rows[parent]?.kind !== 'section') throw notBelowQuestion(rows[parent]?.text);
    ids.push(
      db.insert('checklist_item', {
        checklist_id: checklistId,
        parent_id: parent === null ? null : (ids[parent] ?? null),
        // Rows come in their order, so growing numbers tell siblings apart.
        position: first + index,
        ...columnsOf(row),
      }),
    );
  }
}

function treeOf(db: ReadStore, checklistId: number): TreeNode[] {
  return treeNodes(db.all(itemsOfChecklist, { checklistId }));
}

function rearrange(db: WriteStore, checklistId: number, changes: readonly TreeNode[]): void {
  writePlaces(db, 'checklist_item', db.all(itemsOfChecklist, { checklistId }), changes);
}

/** @throws AppError where lines would come below a question, or into another checklist */
function requireSection(db: ReadStore, checklistId: number, uid: string | null): void {
  if (uid === null) return;
  const item = requireItem(db, uid);
  if (item.checklist_id !== checklistId) throw new AppError('notFound', { what: '上级标题' });
  if (item.kind !== 'section') throw notBelowQuestion(item.text);
}

function notBelowQuestion(text = ''): AppError {
  return new AppError('refused', { reason: `“${text}”是检查内容，下面不能再放内容；请放到标题下面。` });
}

function holdsLines(db: ReadStore, checklistId: number, uid: string): boolean {
  return db.all(itemsOfChecklist, { checklistId }).some(({ parent_uid }) => parent_uid === uid);
}

function columnsOf(item: ItemFields) {
  const { kind, text, article, demand, dueDays, severity, element } = tidyItem(item);
  return { kind, text, article, demand, due_days: dueDays, severity, element };
}
