import type { ChecklistDetail, ChecklistSummary } from '#shared/contract/checklists.ts';
import { AppError } from '#shared/errors.ts';
import type { ItemFields, PlacedItem } from '#shared/rules/checklists/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { matchScore, normalizeQuery } from '#main/features/search/index.ts';
import {
  allChecklists,
  checklistByUid,
  type ChecklistRecord,
  itemByUid,
  type ItemRecord,
  itemsOfChecklist,
} from './queries.ts';

/** @throws AppError notFound */
export function requireChecklist(db: ReadStore, uid: string): ChecklistRecord {
  const record = db.get(checklistByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这份检查清单' });
  return record;
}

/** @throws AppError notFound */
export function requireItem(db: ReadStore, uid: string): ItemRecord {
  const record = db.get(itemByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '清单里的这一条' });
  return record;
}

export function summariesOf(db: ReadStore, text: string): ChecklistSummary[] {
  const wanted = normalizeQuery(text);
  return db
    .all(allChecklists)
    .filter(
      ({ title, source }) =>
        wanted === '' || matchScore(title, wanted) > 0 || normalizeQuery(source).includes(wanted),
    )
    .map(toSummary);
}

export function detailOf(db: ReadStore, record: ChecklistRecord): ChecklistDetail {
  const items = db.all(itemsOfChecklist, { checklistId: record.id });
  return { ...toSummary(record), items: items.map(toItem) };
}

export function fieldsOf(record: ItemRecord): ItemFields {
  const { kind, text, article, demand, due_days: dueDays, severity, element } = record;
  return { kind, text, article, demand, dueDays, severity, element };
}

function toItem(record: ItemRecord): PlacedItem {
  return {
    uid: record.uid,
    parentUid: record.parent_uid,
    position: record.position,
    ...fieldsOf(record),
  };
}

function toSummary(record: ChecklistRecord): ChecklistSummary {
  const { uid, title, source, note, retired_on: retiredOn, questions, majors } = record;
  return { uid, title, source, note, retiredOn, questions, majors };
}
