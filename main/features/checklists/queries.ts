import { itemKinds } from '#shared/rules/checklists/model.ts';
import { severities } from '#shared/rules/findings/model.ts';
import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';

const checklistColumns = {
  id: integer,
  uid: text,
  title: text,
  source: text,
  note: text,
  retired_on: nullableText,
  questions: integer,
  majors: integer,
};
export type ChecklistRecord = Row<typeof checklistColumns>;

const selectChecklist = `SELECT checklist.id AS id, checklist.uid AS uid, checklist.title AS title,
    checklist.source AS source, checklist.note AS note, checklist.retired_on AS retired_on,
    (SELECT count(*) FROM checklist_item AS item WHERE item.checklist_id = checklist.id
      AND item.kind = 'question') AS questions,
    (SELECT count(*) FROM checklist_item AS item WHERE item.checklist_id = checklist.id
      AND item.severity = 'major') AS majors
  FROM checklist`;

export const checklistByUid = defineQuery<typeof checklistColumns, { uid: string }>({
  name: 'checklists.byUid',
  sql: `${selectChecklist} WHERE checklist.uid = @uid`,
  columns: checklistColumns,
});

export const allChecklists = defineQuery({
  name: 'checklists.all',
  sql: `${selectChecklist} ORDER BY checklist.retired_on IS NOT NULL, checklist.id DESC`,
  columns: checklistColumns,
});

const itemColumns = {
  id: integer,
  uid: text,
  checklist_id: integer,
  parent_uid: nullableText,
  position: integer,
  kind: oneOf(...itemKinds),
  text,
  article: text,
  demand: text,
  due_days: nullableInteger,
  severity: oneOf(...severities),
  element: text,
};
export type ItemRecord = Row<typeof itemColumns>;

const selectItem = `SELECT item.id AS id, item.uid AS uid, item.checklist_id AS checklist_id,
    parent.uid AS parent_uid, item.position AS position, item.kind AS kind, item.text AS text,
    item.article AS article, item.demand AS demand, item.due_days AS due_days, item.severity AS severity,
    item.element AS element
  FROM checklist_item AS item LEFT JOIN checklist_item AS parent ON parent.id = item.parent_id`;

export const itemByUid = defineQuery<typeof itemColumns, { uid: string }>({
  name: 'checklists.itemByUid',
  sql: `${selectItem} WHERE item.uid = @uid`,
  columns: itemColumns,
});

export const itemsOfChecklist = defineQuery<typeof itemColumns, { checklistId: number }>({
  name: 'checklists.items',
  sql: `${selectItem} WHERE item.checklist_id = @checklistId ORDER BY item.position, item.id`,
  columns: itemColumns,
});
